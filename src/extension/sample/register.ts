import * as vscode from 'vscode';
import type { FromPage, ToPage } from '../../webview/sample/protocol.js';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import { Command } from '../ids.js';
import type { PageHost } from '../pages/pages.js';
import { StudyPages } from '../pages/studyPages.js';
import type { Corpora } from '../study/corpora.js';
import type { Studies } from '../study/studies.js';
import type { SampleContent } from './sampleContent.js';
import type { SampleTarget } from './saveSample.js';

/** The account of the sample: a page for each study, and its way into files. */
export function registerSample(host: PageHost, studies: Studies, corpora: Corpora): vscode.Disposable {
  const disposables = new Disposables();
  const pages = disposables.add(
    new StudyPages<ToPage, FromPage, SampleContent>(host, studies, {
      viewType: 'verbatim.sample',
      bundle: 'sample',
      icon: 'organization',
      title: vscode.l10n.t('Sample'),
      contentOf: async (opened, page) => {
        const { SampleContent } = await import('./sampleContent.js');
        return new SampleContent(opened, corpora.of(opened), page);
      },
    }),
  );
  const save = async (target: SampleTarget | undefined): Promise<vscode.Uri | undefined> => {
    const { askSampleFormat } = await import('./saveSample.js');
    const format = target?.format ?? (await askSampleFormat());
    return format && (await pages.showCurrent())?.content?.save({ ...target, format });
  };
  disposables.add(
    vscode.commands.registerCommand(Command.showSample, () => orReport(async () => void (await pages.showCurrent()))),
    vscode.commands.registerCommand(Command.exportSample, target => orReport(() => save(asTarget(target)))),
  );
  return disposables;
}

/** Menus hand over a row of theirs; a program may say what is wanted. */
function asTarget(value: unknown): SampleTarget | undefined {
  return typeof value === 'object' && value !== null && 'format' in value ? (value as SampleTarget) : undefined;
}
