import * as vscode from 'vscode';
import type { FromPage, ToPage } from '../../webview/sample/protocol.js';
import { Disposables } from '../common/disposables.js';
import { announce, orReport } from '../common/report.js';
import { Command } from '../ids.js';
import { type PageHost, Pages } from '../pages/pages.js';
import { parseStudyKey, studyOfKey } from '../pages/studyKey.js';
import type { Corpora } from '../study/corpora.js';
import type { Studies } from '../study/studies.js';
import { SampleContent } from './sampleContent.js';
import { askSampleFormat, type SampleTarget } from './saveSample.js';

/** The account of the sample: a page for each study, and its way into files. */
export function registerSample(host: PageHost, studies: Studies, corpora: Corpora): vscode.Disposable {
  const disposables = new Disposables();
  const pages = disposables.add(
    new Pages<ToPage, FromPage, SampleContent>(host, {
      viewType: 'verbatim.sample',
      bundle: 'sample',
      icon: 'organization',
      open: async (key, page) => {
        const named = parseStudyKey(key);
        const opened = named && (await studyOfKey(studies, named));
        if (opened === undefined) return undefined;
        const content = new SampleContent(opened, corpora.of(opened), page);
        return { title: vscode.l10n.t('Sample'), content };
      },
    }),
  );
  const show = async (): Promise<SampleContent | undefined> => {
    const opened = await studies.current();
    if (opened === undefined) {
      announce(vscode.l10n.t('$(info) Open the folder of your study first.'));
      return undefined;
    }
    return (await pages.show(JSON.stringify({ root: opened.root.toString() })))?.content;
  };
  const save = async (target: SampleTarget | undefined): Promise<vscode.Uri | undefined> => {
    const format = target?.format ?? (await askSampleFormat());
    return format && (await show())?.save({ ...target, format });
  };
  disposables.add(
    vscode.commands.registerCommand(Command.showSample, () => orReport(async () => void (await show()))),
    vscode.commands.registerCommand(Command.exportSample, target => orReport(() => save(asTarget(target)))),
  );
  return disposables;
}

/** Menus hand over a row of theirs; a program may say what is wanted. */
function asTarget(value: unknown): SampleTarget | undefined {
  return typeof value === 'object' && value !== null && 'format' in value ? (value as SampleTarget) : undefined;
}
