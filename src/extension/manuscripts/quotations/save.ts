import * as vscode from 'vscode';
import { slugOf } from '../../../core/codebook/slug.js';
import { escapeForExport, markdownTable } from '../../../core/report/markdown.js';
import type { QuotationsTable } from '../../../webview/quotations/protocol.js';
import { announce } from '../../common/report.js';
import type { OpenStudy } from '../../study/openStudy.js';
import { hasPolicy, mayLeave } from '../policy.js';

/** What is saved: the sentences and tables of the page. */
export interface QuotationsAccount {
  readonly title: string;
  readonly statements: readonly string[];
  readonly tables: readonly QuotationsTable[];
}

/**
 * What of an account may leave a study with a disclosure policy: who is quoted, by public ids, and how often; neither roles, which may be
 * withheld or be of few, nor where in which transcript something was said.
 */
export function withoutWhatIsHeldBack({ title, statements, tables }: QuotationsAccount): QuotationsAccount {
  const held = vscode.l10n.t(
    'Roles, and where each quotation was said, are held back: the study has a disclosure policy.',
  );
  const kept = tables
    .filter(({ key }) => key !== 'wrong' && key !== 'roles')
    .map(table => {
      const isKept = table.columns.map(({ key }) => key !== 'source' && !(table.key === 'people' && key === 'role'));
      const only = <T>(all: readonly T[]): T[] => all.filter((_, i) => isKept[i]);
      return {
        ...table,
        columns: only(table.columns),
        rows: table.rows.map(row => ({ ...row, cells: only(row.cells) })),
      };
    });
  return { title, statements: [...statements, held], tables: kept };
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
  mayLeave(opened);
  const folder = opened.root.path.split('/').findLast(part => part !== '') ?? opened.name;
  const uri =
    target ??
    (await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Save Who Is Quoted'),
      defaultUri: opened.uri(`${slugOf(folder)}-quotations.md`),
      filters: { 'Markdown (.md)': ['md'] },
    }));
  if (uri === undefined) return undefined;
  const outside = hasPolicy(opened) ? withoutWhatIsHeldBack(account) : account;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(quotationsDocument(outside)));
  announce(vscode.l10n.t('$(check) Saved as {0}.', uri.path.split('/').at(-1) ?? ''));
  return uri;
}
