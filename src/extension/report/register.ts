import * as vscode from 'vscode';
import type { FromPage, ToPage } from '../../webview/report/protocol.js';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import { Command } from '../ids.js';
import type { PageHost } from '../pages/pages.js';
import { StudyPages } from '../pages/studyPages.js';
import type { Corpora } from '../study/corpora.js';
import type { Studies } from '../study/studies.js';
import type { ReportContent } from './reportContent.js';

/** What `Write the Report` may be told by a program; a person sees the report and chooses there. */
interface ReportTarget {
  readonly format: 'md' | 'html';
  readonly uri: vscode.Uri;
}

/** The report: a page for each study, and its way into files. */
export function registerReport(host: PageHost, studies: Studies, corpora: Corpora): vscode.Disposable {
  const disposables = new Disposables();
  const pages = disposables.add(
    new StudyPages<ToPage, FromPage, ReportContent>(host, studies, {
      viewType: 'verbatim.report',
      bundle: 'report',
      icon: 'output',
      title: vscode.l10n.t('Report'),
      contentOf: async (opened, page) => {
        const { ReportContent } = await import('./reportContent.js');
        return new ReportContent(opened, corpora.of(opened), page);
      },
    }),
  );
  const write = async (target: ReportTarget | undefined): Promise<vscode.Uri | undefined> => {
    const page = await pages.showCurrent();
    return target && page?.content?.saveText(target.format, target.uri);
  };
  disposables.add(
    vscode.commands.registerCommand(Command.writeReport, target => orReport(() => write(asTarget(target)))),
  );
  return disposables;
}

/** Menus hand over a row of theirs; a program may say what is wanted. */
function asTarget(value: unknown): ReportTarget | undefined {
  const isTarget = typeof value === 'object' && value !== null && 'format' in value && 'uri' in value;
  return isTarget && (value.format === 'md' || value.format === 'html') ? (value as ReportTarget) : undefined;
}
