import { plain } from '../core/text/plainLine.js';

export { plain };

/** One column of a table. */
export interface Column {
  readonly title: string;
  /** Numbers stand on the right. */
  readonly right?: boolean;
  /** Cells longer than this, in columns of the terminal, are cut. */
  readonly longest?: number;
  /** Left out where all its cells are empty. */
  readonly optional?: boolean;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const GAP = '  ';

/** How many columns of a terminal a text takes: combining marks none, East Asian letters and emoji two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /[\p{M}\p{Cf}]/u.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/** Rows under a header, aligned by spaces; each line ends with a line end, none with spaces. */
export function formatTable(all: readonly Column[], rows: readonly (readonly string[])[]): string {
  const shown = all
    .map((column, i) => ({ column, i }))
    .filter(({ column, i }) => !column.optional || rows.some(row => row[i]));
  const columns = shown.map(({ column }) => column);
  const cells = [all.map(column => column.title), ...rows].map(row =>
    shown.map(({ column, i }) => cut(plain(row[i] ?? ''), column.longest ?? Number.POSITIVE_INFINITY)),
  );
  const widths = columns.map((_, i) => cells.reduce((most, row) => Math.max(most, displayWidth(row[i] ?? '')), 0));
  return cells
    .map(
      row =>
        `${row
          .map((cell, i) => pad(cell, widths[i] ?? 0, columns[i]?.right ?? false))
          .join(GAP)
          .trimEnd()}\n`,
    )
    .join('');
}

/** A text on lines of at most `width` columns, each behind `indent`, white space folded; a longer word stays whole. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const word of plain(text).trim().split(/ +/)) {
    const wordLength = displayWidth(word);
    if (line !== '' && length + 1 + wordLength > width) {
      lines.push(line);
      line = '';
      length = 0;
    }
    length += (line === '' ? 0 : 1) + wordLength;
    line += (line === '' ? '' : ' ') + word;
  }
  return [...lines, line].map(each => `${indent}${each}\n`).join('');
}

function cut(text: string, longest: number): string {
  if (displayWidth(text) <= longest) return text;
  let kept = '';
  let width = 0;
  for (const character of text) {
    width += displayWidth(character);
    if (width > longest - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return right ? space + text : text + space;
}
