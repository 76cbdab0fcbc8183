import { escapeForExport } from '../markdown.js';
import { type ExcerptRow, remarkOn } from './row.js';

/** Excerpts as a Markdown document: a heading per theme and code, a block quote with attribution per excerpt. */
export function* formatMarkdown(rows: readonly ExcerptRow[]): Generator<string> {
  yield '# Excerpts\n';
  let above: readonly string[] = [];
  let code: string | undefined;
  for (const row of rows) {
    if (row.code !== code) {
      yield* headings(above, row);
      above = row.themePath;
      code = row.code;
    }
    yield `\n${blockQuote(row)}`;
  }
  if (rows.length === 0) yield '\nNone.\n';
}

/** Headings of the themes that were not open yet, then that of the code. */
function headings(above: readonly string[], row: ExcerptRow): string[] {
  const shared = row.themePath.findIndex((title, i) => above[i] !== title);
  const from = shared === -1 ? row.themePath.length : shared;
  const titles = [...row.themePath.slice(from), row.title ?? `${row.code} (not in the codebook)`];
  return titles.map((title, i) => `\n${'#'.repeat(Math.min(6, from + i + 2))} ${escapeForExport(title)}\n`);
}

/** One excerpt as a block quote with attribution. @param code what it is tagged with, where no heading says so */
export function blockQuote(row: ExcerptRow, code = ''): string {
  const place = row.line === null ? row.transcript : `${row.transcript}, line ${row.line}`;
  const who = [row.speaker, place, code, `coded by ${row.coder}`, row.evidence ?? '']
    .filter(part => part !== '')
    .map(escapeForExport);
  const remark = remarkOn(row);
  return [
    `> ${escapeForExport(row.quote)}\n>\n> — ${who.join('; ')}${remark === undefined ? '' : ` (${remark})`}\n`,
    row.memo === null ? '' : `\nMemo: ${escapeForExport(row.memo)}\n`,
  ].join('');
}
