import { plain } from '../text/plainLine.js';

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

/** A table in Markdown; numbers stand on the right. Nothing in it does anything but be read. */
export function markdownTable(
  columns: readonly { readonly title: string; readonly right?: boolean }[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeForExport).join(' | ')} |\n`;
  const rule = `| ${columns.map(({ right }) => (right ? '---:' : '---')).join(' | ')} |\n`;
  return [line(columns.map(({ title }) => title)), rule, ...rows.map(line)].join('');
}
