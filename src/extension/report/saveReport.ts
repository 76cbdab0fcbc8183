import * as vscode from 'vscode';
import { slugOf } from '../../core/codebook/slug.js';
import type { ReportFormat } from '../../core/report/document/formats.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';

const FILTERS: Readonly<Record<ReportFormat, Record<string, string[]>>> = {
  md: { 'Markdown (.md)': ['md'] },
  html: { 'HTML (.html)': ['html'] },
  docx: { 'Word (.docx)': ['docx'] },
};

/**
 * Writes a report where a person wants it, as the command line writes it.
 * @param bytes made of what `readReportSources` gives, which follows the disclosure policy
 * @param target where to; a person is asked where it is missing
 * @returns where it is now; undefined where the person thought better of it
 */
export async function saveReport(
  opened: OpenStudy,
  format: ReportFormat,
  bytes: Uint8Array,
  target?: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const folder = opened.root.path.split('/').findLast(part => part !== '') ?? opened.name;
  const uri =
    target ??
    (await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Save the Report'),
      defaultUri: opened.uri(`${slugOf(folder)}-report.${format}`),
      filters: FILTERS[format],
    }));
  if (uri === undefined) return undefined;
  await vscode.workspace.fs.writeFile(uri, bytes);
  announce(vscode.l10n.t('$(check) The report is saved as {0}.', uri.path.split('/').at(-1) ?? ''));
  return uri;
}
