import * as vscode from 'vscode';
import { LARGEST_FILE, tooLarge } from '../../core/exchange/decode.js';
import { IMPORT_ENDINGS, readCodebookFile } from '../../core/exchange/formats.js';
import { NEVER_UPDATED } from '../../core/exchange/into/compare.js';
import { type ImportReport, importCodebook as planImport, type ReportEntry } from '../../core/exchange/into/import.js';
import type { Change } from '../../core/exchange/into/outcome.js';
import type { Remark } from '../../core/exchange/model.js';
import type { ReadFile } from '../../core/exchange/qdc/read.js';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { announce } from '../common/report.js';
import type { ShownReports } from '../common/shownReports.js';
import type { History } from '../history/history.js';
import { announceNoStudy } from '../study/currentStudy.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import { nameOf, withRemedy } from './files.js';
import { offerReport, remarksMarkdown } from './reports.js';

/** What an import needs. */
export interface ImportServices {
  readonly studies: Studies;
  readonly history: History;
  readonly reports: ShownReports;
}

/** What is imported and how; what is missing is asked for. */
export interface ImportSource {
  readonly uri?: vscode.Uri;
  /** Whether entries that are there already take over what the file says. */
  readonly update?: boolean;
}

/** Takes themes and codes over from a file that somebody chooses: one edit of the codebook, one undo. */
export async function importCodebook(
  { studies, history, reports }: ImportServices,
  source: ImportSource,
): Promise<void> {
  const opened = await studyFor(studies);
  if (opened === undefined) {
    announceNoStudy();
    return;
  }
  const uri = source.uri ?? (await pickFile(opened));
  if (uri === undefined) return;
  const { study } = opened;
  const file = await withRemedy(() => readFile(uri));
  const used = new Set(study.index.usedCodes());
  const before = await study.textOf(CODEBOOK_FILE);
  const foreseen = await withRemedy(() => planImport(before, file.book, { used }).report);
  const update = source.update ?? (await askWhatCounts(foreseen));
  if (update === undefined) return;
  let report = foreseen;
  const { edit } = await withRemedy(() =>
    study.update(CODEBOOK_FILE, text => {
      const result = planImport(text, file.book, { used, update });
      report = result.report;
      return result.edits;
    }),
  );
  const title = vscode.l10n.t('Imported {0}', nameOf(uri));
  await history.remember(opened, { title, edits: [edit] });
  tell(reports, title, report, [...file.remarks, ...report.remarks]);
}

async function studyFor(studies: Studies): Promise<OpenStudy | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  return (await studies.current()) ?? (folder && studies.ofOrNew(folder.uri));
}

async function pickFile(opened: OpenStudy): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Import Codebook'),
    openLabel: vscode.l10n.t('Import'),
    defaultUri: opened.root,
    filters: { [vscode.l10n.t('Codebooks')]: [...IMPORT_ENDINGS] },
  });
  return chosen?.[0];
}

async function readFile(uri: vscode.Uri): Promise<ReadFile> {
  if ((await vscode.workspace.fs.stat(uri)).size > LARGEST_FILE) throw tooLarge(nameOf(uri));
  return readCodebookFile(nameOf(uri), await vscode.workspace.fs.readFile(uri));
}

/** Asks only where entries of the same name or id say something else; undefined when the person turned away. */
async function askWhatCounts({ differing }: ImportReport): Promise<boolean | undefined> {
  const count = differing.filter(({ differences }) => differences.some(each => !NEVER_UPDATED.includes(each))).length;
  if (count === 0) return false;
  const keep = {
    label: vscode.l10n.t('Keep what the codebook says'),
    detail: vscode.l10n.t('Only what is new is added.'),
    update: false,
  };
  const take = {
    label: vscode.l10n.t('Take over what the file says'),
    detail: vscode.l10n.t('Titles, definitions, colours and phases change. Can be undone.'),
    update: true,
  };
  const chosen = await vscode.window.showQuickPick([keep, take], {
    title:
      count === 1
        ? vscode.l10n.t('1 entry is there already and differs')
        : vscode.l10n.t('{0} entries are there already and differ', count),
    placeHolder: vscode.l10n.t('Which is to count?'),
  });
  return chosen?.update;
}

function tell(reports: ShownReports, title: string, report: ImportReport, remarks: readonly Remark[]): void {
  const updated = report.differing.filter(each => each.updated).length;
  const parts = [
    vscode.l10n.t('{0} new', report.added.length),
    ...(updated > 0 ? [vscode.l10n.t('{0} changed', updated)] : []),
    vscode.l10n.t('{0} as they were', report.same.length + report.differing.length - updated),
  ];
  const message = `${title}: ${parts.join(', ')}`;
  announce(`$(check) ${message}`);
  if (remarks.length === 0 && report.differing.length === 0) return;
  offerReport(reports, message, vscode.l10n.t('Import report'), reportMarkdown(title, message, report, remarks));
}

function reportMarkdown(
  title: string,
  message: string,
  { added, same, differing }: ImportReport,
  remarks: readonly Remark[],
): string {
  const section = (heading: string, body: string): string => (body === '' ? '' : `## ${heading}\n\n${body}\n`);
  const item = ({ path: above, title: own }: ReportEntry): string =>
    `- ${escapeMarkdown([...above, own].join(' › '))}\n`;
  const entries = (found: readonly ReportEntry[]): string => found.map(item).join('');
  const changed = (isUpdated: boolean): string =>
    differing
      .map(entry => ({ entry, changes: entry.changes.filter(({ updated }) => updated === isUpdated) }))
      .filter(({ changes }) => changes.length > 0)
      .map(({ entry, changes }) => item(entry) + changes.map(changeItem).join(''))
      .join('');
  return [
    `# ${escapeMarkdown(title)}\n\n${escapeMarkdown(message)}.\n`,
    section(vscode.l10n.t('How the file was read'), remarksMarkdown(remarks.filter(({ isNote }) => isNote))),
    section(vscode.l10n.t('Left out or changed on the way'), remarksMarkdown(remarks.filter(each => !each.isNote))),
    section(vscode.l10n.t('Taken over from the file'), changed(true)),
    section(vscode.l10n.t('Left as it is, because codebook and file differ'), changed(false)),
    section(vscode.l10n.t('New'), entries(added)),
    section(vscode.l10n.t('There already, and the same'), entries(same)),
  ].join('\n');
}

/** One field of an entry, both sides in full: the codebook no longer has what was replaced. */
function changeItem({ field, here, there }: Change): string {
  const said = (texts: readonly string[]): string =>
    texts.length === 0 ? '–' : texts.map(text => `“${escapeMarkdown(text.replace(/\s+/g, ' '))}”`).join(', ');
  const sides = vscode.l10n.t('before the import {0}; in the file {1}', said(here), said(there));
  return `    - ${field}: ${sides}\n`;
}
