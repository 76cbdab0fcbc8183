import * as vscode from 'vscode';
import { evidenceDocument } from '../../core/analysis/evidence/document.js';
import type { EntryEvidence } from '../../core/analysis/evidence/evidence.js';
import { peopleTable } from '../../core/analysis/evidence/tables.js';
import { slugOf } from '../../core/codebook/slug.js';
import { csvLine } from '../../core/report/csv.js';
import { withHeldBack } from '../../core/report/disclosure/atEnd.js';
import { sayHeldBack } from '../common/heldBack.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';

/** As which file it is saved, and where; a person is asked for what is missing. */
export interface EvidenceTarget {
  readonly format?: 'md' | 'csv';
  readonly uri?: vscode.Uri;
}

/** Puts who said it on the clipboard, as a document in Markdown. */
export async function copyEvidence(evidence: EntryEvidence, heldBack: readonly string[]): Promise<void> {
  await vscode.env.clipboard.writeText([...withHeldBack(evidenceDocument(evidence), heldBack)].join(''));
  announce(vscode.l10n.t('$(check) Copied who said “{0}”', evidence.entry.title));
}

/**
 * Writes who said it into a file, as it may leave, as the command line prints it.
 * @returns where it is now; undefined where the person thought better of it
 */
export async function saveEvidence(
  opened: OpenStudy,
  evidence: EntryEvidence,
  heldBack: readonly string[],
  target: EvidenceTarget = {},
): Promise<vscode.Uri | undefined> {
  const format = target.format ?? (await askFormat());
  const uri = format && (target.uri ?? (await askWhere(opened, evidence, format)));
  if (uri === undefined) return undefined;
  const text = format === 'md' ? [...withHeldBack(evidenceDocument(evidence), heldBack)].join('') : csvOf(evidence);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  announce(vscode.l10n.t('$(check) Saved as {0}', uri.path.split('/').at(-1) ?? ''));
  if (format === 'csv') sayHeldBack(heldBack);
  return uri;
}

function csvOf(evidence: EntryEvidence): string {
  const { columns, rows } = peopleTable(evidence);
  return [columns.map(({ title }) => title), ...rows].map(csvLine).join('');
}

async function askFormat(): Promise<'md' | 'csv' | undefined> {
  const choices: (vscode.QuickPickItem & { format: 'md' | 'csv' })[] = [
    { label: 'Markdown', format: 'md', description: vscode.l10n.t('all of it, with the excerpts') },
    { label: 'CSV', format: 'csv', description: vscode.l10n.t('one row a person, for spreadsheets and statistics') },
  ];
  return (await vscode.window.showQuickPick(choices, { placeHolder: vscode.l10n.t('Save who said it as') }))?.format;
}

function askWhere(opened: OpenStudy, { entry }: EntryEvidence, format: string): Thenable<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save Who Said It'),
    defaultUri: opened.uri(`who-said-${slugOf(entry.id)}.${format}`),
    filters: format === 'csv' ? { 'CSV (.csv)': ['csv'] } : { 'Markdown (.md)': ['md'] },
  });
}
