import * as vscode from 'vscode';
import { sampleDocument } from '../../core/analysis/sample/document.js';
import type { Sample } from '../../core/analysis/sample/sample.js';
import { SAMPLE_TABLES, type SampleTableName, sampleTable } from '../../core/analysis/sample/tables.js';
import { slugOf } from '../../core/codebook/slug.js';
import { csvLine } from '../../core/report/csv.js';
import { withHeldBack } from '../../core/report/disclosure/atEnd.js';
import { heldBackStatement } from '../../core/report/disclosure/heldBack.js';
import type { PublicSample } from '../../core/report/disclosure/publicSample.js';
import { sayHeldBack } from '../common/heldBack.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';

/** What a sample can be saved as. */
export type SampleFormat = 'csv' | 'md';

/** What `Save Sample` may be told by a program; a person is asked instead. */
export interface SampleTarget {
  readonly format: SampleFormat;
  /** Which table, as CSV. */
  readonly table?: SampleTableName;
  readonly uri?: vscode.Uri;
}

/**
 * Writes the sample where a person wants it, as the command line prints it.
 * @returns where it is now; undefined where the person thought better of it
 */
export async function saveSample(
  opened: OpenStudy,
  { sample, held }: PublicSample,
  target: SampleTarget,
): Promise<vscode.Uri | undefined> {
  const heldBack = heldBackStatement(held);
  const { format } = target;
  const table = format === 'csv' ? (target.table ?? (await askTable(sample))) : undefined;
  if (format === 'csv' && table === undefined) return undefined;
  const uri = target.uri ?? (await askWhere(opened, table ?? 'sample', format));
  if (uri === undefined) return undefined;
  const text =
    table === undefined ? [...withHeldBack(sampleDocument(sample), heldBack)].join('') : csvOf(sample, table);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  announce(vscode.l10n.t('$(check) The sample is saved as {0}.', uri.path.split('/').at(-1) ?? ''));
  if (table !== undefined) sayHeldBack(heldBack);
  return uri;
}

/** Asks as what the sample is to be saved. */
export async function askSampleFormat(): Promise<SampleFormat | undefined> {
  const choices: (vscode.QuickPickItem & { format: SampleFormat })[] = [
    { label: 'Markdown', format: 'md', description: vscode.l10n.t('all of it, for reading and for papers') },
    { label: 'CSV', format: 'csv', description: vscode.l10n.t('one table, for spreadsheets and statistics') },
  ];
  const placeHolder = vscode.l10n.t('Save the sample as');
  return (await vscode.window.showQuickPick(choices, { placeHolder }))?.format;
}

function csvOf(sample: Sample, name: SampleTableName): string {
  const { columns, rows } = sampleTable(sample, name);
  return [columns.map(({ title }) => title), ...rows].map(csvLine).join('');
}

async function askTable(sample: Sample): Promise<SampleTableName | undefined> {
  const { t } = vscode.l10n;
  const labels: Readonly<Record<SampleTableName, string>> = {
    kinds: t('Kinds of session by role'),
    recruitment: t('Recruitment'),
    sessions: t('Sessions'),
    people: t('People'),
  };
  const used = SAMPLE_TABLES.filter(name => sampleTable(sample, name).rows.length > 0);
  const choices = used.map(table => ({ label: labels[table], table }));
  return (await vscode.window.showQuickPick(choices, { placeHolder: t('Save which table?') }))?.table;
}

async function askWhere(opened: OpenStudy, name: string, format: SampleFormat): Promise<vscode.Uri | undefined> {
  const folder = opened.root.path.split('/').findLast(part => part !== '') ?? opened.name;
  const suffix = name === 'sample' ? name : `sample-${name}`;
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the Sample'),
    defaultUri: opened.uri(`${slugOf(folder)}-${suffix}.${format}`),
    filters: format === 'csv' ? { 'CSV (.csv)': ['csv'] } : { 'Markdown (.md)': ['md'] },
  });
}
