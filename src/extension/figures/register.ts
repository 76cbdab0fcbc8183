import * as vscode from 'vscode';
import type { FigureChoices, FigureFormat, FromPage, ToPage } from '../../webview/figures/protocol.js';
import { Disposables } from '../common/disposables.js';
import { announce, orReport } from '../common/report.js';
import { Command } from '../ids.js';
import { askPictureFormat } from '../pages/askPictureFormat.js';
import { type PageHost, Pages } from '../pages/pages.js';
import { parseStudyKey, studyOfKey } from '../pages/studyKey.js';
import type { Corpora } from '../study/corpora.js';
import type { Studies } from '../study/studies.js';
import { ChosenFigures } from './choices.js';
import { FiguresContent } from './figuresContent.js';

/** What `Save Figure` may be told by a program; a person is asked instead. */
export interface FigureTarget {
  readonly format: FigureFormat;
  readonly uri?: vscode.Uri;
  /** What is to be drawn; what was chosen last where it is missing. */
  readonly choices?: Partial<FigureChoices>;
}

/** Pictures of the data, with their tables: a page for each study, and its way into files. */
export function registerFigures(
  host: PageHost,
  studies: Studies,
  corpora: Corpora,
  memory: vscode.Memento,
): vscode.Disposable {
  const disposables = new Disposables();
  const chosen = new ChosenFigures(memory);
  const pages = disposables.add(
    new Pages<ToPage, FromPage, FiguresContent>(host, {
      viewType: 'verbatim.figures',
      bundle: 'figures',
      icon: 'graph',
      open: async (key, page) => {
        const named = parseStudyKey(key);
        const opened = named && (await studyOfKey(studies, named));
        if (opened === undefined) return undefined;
        const content = new FiguresContent(opened, corpora.of(opened), chosen, page);
        return { title: vscode.l10n.t('Figures'), content };
      },
    }),
  );
  const show = async (choices?: Partial<FigureChoices>): Promise<FiguresContent | undefined> => {
    const opened = await studies.current();
    if (opened === undefined) {
      announce(vscode.l10n.t('$(info) Open the folder of your study first.'));
      return undefined;
    }
    if (choices !== undefined) await chosen.choose(opened, choices);
    const key = JSON.stringify({ root: opened.root.toString() });
    const isOpen = pages.get(key) !== undefined;
    const page = await pages.show(key);
    if (isOpen && choices !== undefined) page?.refresh();
    return page?.content;
  };
  const save = async (target: FigureTarget | undefined): Promise<vscode.Uri | undefined> => {
    const format = target?.format ?? (await askPictureFormat(vscode.l10n.t('Save the figure as')));
    return format && (await show(target?.choices))?.draw(format, target?.uri);
  };
  disposables.add(
    vscode.commands.registerCommand(Command.showFigures, choices =>
      orReport(async () => void (await show(isChoices(choices) ? choices : undefined))),
    ),
    vscode.commands.registerCommand(Command.exportFigure, target => orReport(() => save(target))),
  );
  return disposables;
}

/** Menus hand over a row of theirs; a program may say what is to be seen. */
function isChoices(value: unknown): value is Partial<FigureChoices> {
  return typeof value === 'object' && value !== null && 'figure' in value;
}
