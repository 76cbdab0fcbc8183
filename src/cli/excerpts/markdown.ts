import { plain } from '../table.js';
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
  const who = [row.speaker, place, code, `coded by ${row.coder}`].filter(part => part !== '').map(escapeForExport);
  const remark = remarkOn(row);
  return [
    `> ${escapeForExport(row.quote)}\n>\n> — ${who.join('; ')}${remark === undefined ? '' : ` (${remark})`}\n`,
    row.memo === null ? '' : `\nMemo: ${escapeForExport(row.memo)}\n`,
  ].join('');
}

/** What some program would make a link of even where its marks are escaped: an address of any kind. */
const ADDRESS = /:\/\/|www\.|mailto:|xmpp:|\S@\S/i;
const SPECIAL = /[\\`*_{}[\]<>#|~&!$^=@]/g;

/**
 * A text as one line of Markdown that says the same and does nothing in whatever program shows it: no heading, list,
 * HTML, image or link comes of it. Words with an address become code, the only form that no renderer links.
 */
export function escapeForExport(text: string): string {
  return escapeLine(text, ADDRESS);
}

/** The same where other words are to become code. @param asCode what such a word has in it */
export function escapeLine(text: string, asCode: RegExp): string {
  const line = plain(text).trim();
  const escaped = asCode.test(line)
    ? line.replace(/\S+/g, word => (asCode.test(word) ? codeSpan(word) : escapeMarks(word)))
    : escapeMarks(line);
  // Only at the start of a line are these a list or a rule.
  return escaped.replace(/^[-+]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
}

function escapeMarks(text: string): string {
  return text.replace(SPECIAL, '\\$&');
}

/** A text in one line as code, whatever marks are in it. */
export function codeSpan(text: string): string {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `\`${text}\`` : `${fence} ${text} ${fence}`;
}
