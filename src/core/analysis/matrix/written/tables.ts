import { csvLine } from '../../../report/csv.js';
import { codeSpan, escapeForExport, markdownTable } from '../../../report/markdown.js';
import { plain } from '../../../text/plainLine.js';
import type { CountedTable } from './countedTable.js';

/** A table as CSV by RFC 4180: UTF-8 without byte order mark, lines end with CRLF. Nothing in it is a formula. */
export function* tableCsv({ columns, rows }: CountedTable): Generator<string> {
  yield csvLine(columns.map(({ title }) => title));
  for (const row of rows) yield csvLine(row);
}

/** What a document says around a table. */
export interface TableDocument {
  readonly title: string;
  /** Which excerpts were asked for; empty: all. */
  readonly query: string;
  readonly table: CountedTable;
  /** What stands below it; empty ones are left out. */
  readonly sentences: readonly string[];
}

/** A table as a Markdown document. Nothing that it holds does anything but be read. */
export function tableMarkdown({ title, query, table, sentences }: TableDocument): string {
  const columns = table.columns.map(({ title: column, isNumber }) => ({ title: column, right: isNumber }));
  const said = sentences.filter(sentence => sentence !== '').map(sentence => `\n${escapeForExport(sentence)}\n`);
  return [
    `# ${escapeForExport(title)}\n`,
    ...(query === '' ? [] : [`\n${codeSpan(plain(query))}\n`]),
    `\n${markdownTable(columns, table.rows)}`,
    ...said,
  ].join('');
}
