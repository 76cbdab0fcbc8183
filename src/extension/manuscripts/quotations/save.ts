import * as vscode from 'vscode';
import { slugOf } from '../../../core/codebook/slug.js';
import { escapeForExport, markdownTable } from '../../../core/report/markdown.js';
import type { QuotationsTable } from '../../../webview/quotations/protocol.js';
import { announce } from '../../common/report.js';
import type { OpenStudy } from '../../study/openStudy.js';

/** What is saved: the sentences and tables of the page. */
export interface QuotationsAccount {
  readonly title: string;
  readonly statements: readonly string[];
  readonly tables: readonly QuotationsTable[];
}

/** The account of quotations as a document in Markdown. */
export function quotationsDocument({ title, statements, tables }: QuotationsAccount): string {
  const said = statements.map(text => `- ${escapeForExport(text)}\n`).join('');
  const parts = tables.map(({ heading, columns, rows }) => {
    const shown = rows.map(({ cells }) =>
      cells.map(({ text, aside }) => [text, aside ?? ''].filter(one => one !== '').join(' — ')),
    );
    const titles = columns.map(({ label, isNumber }) => ({ title: label, right: isNumber }));
    return `\n## ${escapeForExport(heading)}\n\n${markdownTable(titles, shown)}`;
  });
  return `# ${escapeForExport(title)}\n\n${said}${parts.join('')}`;
}

/** Asks where the account is to be saved, unless that is said, and saves it; undefined where a person thought better of it. */
export async function saveQuotations(
  opened: OpenStudy,
  account: QuotationsAccount,
  target: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const folder = opened.root.path.split('/').findLast(part => part !== '') ?? opened.name;
  const uri =
    target ??
    (await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Save Who Is Quoted'),
      defaultUri: opened.uri(`${slugOf(folder)}-quotations.md`),
      filters: { 'Markdown (.md)': ['md'] },
    }));
  if (uri === undefined) return undefined;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(quotationsDocument(account)));
  announce(vscode.l10n.t('$(check) Saved as {0}.', uri.path.split('/').at(-1) ?? ''));
  return uri;
}
