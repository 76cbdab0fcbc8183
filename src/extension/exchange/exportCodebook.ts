import * as vscode from 'vscode';
import { ENDING, EXPORT_FORMATS, type ExportFormat, writeCodebookFile } from '../../core/exchange/formats.js';
import { exchangeOf } from '../../core/exchange/fromCodebook.js';
import { assertMayLeave } from '../../core/report/disclosure/codebookText.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { encodeUtf8 } from '../../core/text/utf8.js';
import { announce } from '../common/report.js';
import type { ShownReports } from '../common/shownReports.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import { isOfStudy, nameOf, withRemedy } from './files.js';
import { offerReport, remarksMarkdown } from './reports.js';

/** Where an export goes and how; what is missing is asked for. */
export interface ExportTarget {
  readonly uri?: vscode.Uri;
  readonly format?: ExportFormat;
}

/** Writes the codebook into a file that somebody chooses, and says what the format could not hold. */
export async function exportCodebook(studies: Studies, reports: ShownReports, target: ExportTarget): Promise<void> {
  const opened = await studies.current();
  if (opened === undefined || opened.study.codebook.entries.length === 0) {
    announce(vscode.l10n.t('$(info) There are no themes and codes to export yet.'));
    return;
  }
  const format = target.format ?? (await pickFormat());
  const uri = format && (target.uri ?? (await pickPlace(opened, format)));
  if (format === undefined || uri === undefined) return;
  if (isOfStudy(opened, uri))
    throw new Error(vscode.l10n.t('{0} is a file of the study itself. Give the export another name.', nameOf(uri)));
  const { text, losses } = await withRemedy(() => writeCodebookFile(exchangeOf(opened.study.codebook), format));
  assertMayLeave(opened.study, text);
  await vscode.workspace.fs.writeFile(uri, encodeUtf8(text));
  const done = vscode.l10n.t('Exported the codebook to {0}', nameOf(uri));
  announce(`$(check) ${done}`);
  if (losses.length === 0) return;
  const report = [
    `# ${vscode.l10n.t('Export of the codebook')}\n`,
    escapeMarkdown(
      vscode.l10n.t('{0} was written. This does not fit into the format; codebook.md still has it:', nameOf(uri)),
    ),
    '',
    remarksMarkdown(losses),
  ].join('\n');
  offerReport(
    reports,
    vscode.l10n.t('{0}. Not everything fits into this format.', done),
    vscode.l10n.t('Export report'),
    report,
  );
}

async function pickFormat(): Promise<ExportFormat | undefined> {
  const about: Readonly<Record<ExportFormat, { label: string; description: string; detail: string }>> = {
    qdc: {
      label: 'REFI-QDA',
      description: '.qdc',
      detail: vscode.l10n.t('For other programs, and for Verbatim without loss: themes, definitions, colours.'),
    },
    csv: {
      label: vscode.l10n.t('Table (CSV)'),
      description: '.csv',
      detail: vscode.l10n.t('For a spreadsheet: one row for each theme and code. Can be edited and imported again.'),
    },
    md: {
      label: vscode.l10n.t('Table (Markdown)'),
      description: '.md',
      detail: vscode.l10n.t('For reading and for an appendix: one row for each theme and code.'),
    },
    taguette: {
      label: 'Taguette',
      description: '.csv',
      detail: vscode.l10n.t('Tags with descriptions. Colours and the difference of themes and codes are lost.'),
    },
  };
  const items = EXPORT_FORMATS.map(format => ({ ...about[format], format }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Export Codebook'),
    placeHolder: vscode.l10n.t('Choose what the file is for'),
  });
  return chosen?.format;
}

async function pickPlace(opened: OpenStudy, format: ExportFormat): Promise<vscode.Uri | undefined> {
  const ending = ENDING[format];
  // Not codebook.md, which is the codebook itself.
  const name = format === 'md' ? 'codebook-table.md' : format === 'taguette' ? 'taguette.csv' : `codebook.${ending}`;
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Codebook'),
    saveLabel: vscode.l10n.t('Export'),
    defaultUri: opened.uri(name),
    filters: { [ending.toUpperCase()]: [ending] },
  });
}
