import * as vscode from 'vscode';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import type { FromPage, PictureFormat, ToPage } from '../../webview/themeMap/protocol.js';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import { Command } from '../ids.js';
import { type PageHost, Pages } from '../pages/pages.js';
import { announceNoStudy } from '../study/currentStudy.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { MapContent } from './mapContent.js';

/** What `Export Theme Map` may be told by a program; a person is asked instead. */
export interface ExportTarget {
  readonly format: PictureFormat;
  readonly uri?: vscode.Uri;
}

/** The theme map: a picture of themes and codes, one for each study, and its way into a file. */
export function registerThemeMap(host: PageHost, studies: Studies): vscode.Disposable {
  const disposables = new Disposables();
  const pages = disposables.add(
    new Pages<ToPage, FromPage, MapContent>(host, {
      viewType: 'verbatim.themeMap',
      bundle: 'themeMap',
      icon: 'type-hierarchy',
      open: async (key, page) => {
        const opened = await studyAt(studies, key);
        if (opened === undefined) return undefined;
        const { MapContent } = await import('./mapContent.js');
        const content = new MapContent(opened, studies, page);
        return { title: vscode.l10n.t('Theme Map'), content };
      },
    }),
  );
  const show = async (): Promise<MapContent | undefined> => {
    const opened = await studyToShow(studies);
    if (opened === undefined) {
      announceNoStudy();
      return undefined;
    }
    return (await pages.show(opened.root.toString()))?.content;
  };
  const exportMap = async (target: ExportTarget | undefined): Promise<vscode.Uri | undefined> => {
    const format = target?.format ?? (await askFormat());
    return format && (await show())?.draw(format, target?.uri);
  };
  disposables.add(
    vscode.commands.registerCommand(Command.showThemeMap, () => orReport(async () => void (await show()))),
    vscode.commands.registerCommand(Command.exportThemeMap, target => orReport(() => exportMap(target))),
  );
  return disposables;
}

/** The study a person is at; in a folder without one yet the one that the first coding would make. */
async function studyToShow(studies: Studies): Promise<OpenStudy | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  return (await studies.current()) ?? (folder && studies.ofOrNew(vscode.Uri.joinPath(folder.uri, CODEBOOK_FILE)));
}

/** The study in a folder; undefined where that is no study any more. */
async function studyAt(studies: Studies, root: string): Promise<OpenStudy | undefined> {
  const opened = await studies.ofOrNew(vscode.Uri.joinPath(vscode.Uri.parse(root, true), CODEBOOK_FILE));
  return opened?.root.toString() === root ? opened : undefined;
}

async function askFormat(): Promise<PictureFormat | undefined> {
  const choices: (vscode.QuickPickItem & { format: PictureFormat })[] = [
    { label: 'SVG', format: 'svg', description: vscode.l10n.t('sharp in every size; for papers and posters') },
    { label: 'PNG', format: 'png', description: vscode.l10n.t('for slides and messages') },
  ];
  const placeHolder = vscode.l10n.t('Save the theme map as');
  return (await vscode.window.showQuickPick(choices, { placeHolder }))?.format;
}
