import { csvFormatRow, dsvFormat } from 'd3-dsv';
import { textOfFields } from '../fields.js';
import { type ExchangeCodebook, ExchangeError, type Remark, walk } from '../model.js';
import { isPlain } from '../prose.js';
import type { ReadFile } from '../qdc/read.js';
import type { WrittenFile } from '../qdc/write.js';
import { COLUMNS, layoutOf } from './columns.js';
import { readRecords } from './records.js';
import { rowsOf } from './rows.js';

/** What a spreadsheet takes for the beginning of a formula, fullwidth forms included; apostrophes before it are ours. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** A codebook as CSV by RFC 4180, with the byte order mark that Excel needs to read UTF-8. Nothing in it is a formula. */
export function writeCsv(book: ExchangeCodebook): WrittenFile {
  const { rows, losses } = rowsOf(book);
  const table = [[...COLUMNS], ...rows.map(row => COLUMNS.map(column => row[column]))];
  return { text: `\uFEFF${formatRows(table)}`, losses };
}

/** A codebook as Taguette reads it: `tag,description`, the hierarchy in dotted names. */
export function writeTaguette(book: ExchangeCodebook): WrittenFile {
  const losses: Remark[] = [];
  const table = [['tag', 'description']];
  const paths = new Set<string>();
  for (const { entry, above } of walk(book.entries)) {
    const path = [...above, entry].map(({ title }) => title.replaceAll('.', '·')).join('.');
    table.push([path, textOfFields(entry)]);
    const lost = (what: string): unknown => losses.push({ entry: entry.title, what });
    if (entry.title.includes('.')) lost('Dots in the title became “·”: in Taguette a dot makes a hierarchy.');
    if (entry.kind === 'theme') lost('The theme became a tag: Taguette knows no themes.');
    if (paths.has(path)) lost('Another tag has the same name: Taguette takes only one of them.');
    paths.add(path);
    if (!isPlain(entry)) lost('Emphasis, links, tables and the order of paragraphs are not kept.');
    if (FORMULA.test(path)) lost('The name got an apostrophe in front, so that no spreadsheet takes it for a formula.');
  }
  if (book.intro) losses.push({ what: 'The text below the title of the codebook is not kept.' });
  losses.push({ what: 'Colours, phases, former ids and ids are not kept.' });
  return { text: formatRows(table), losses };
}

/**
 * Reads a table of ours, Taguette's or qcoder's: commas, semicolons or tabs.
 * @param text decoded, line ends LF
 * @throws ExchangeError where it is no such table
 */
export function readCsv(text: string): ReadFile {
  const separator = separatorOf(text);
  checkQuotes(text, separator);
  const all = dsvFormat(separator).parseRows(text);
  const [header, ...rows] = all;
  const layout = header === undefined ? undefined : layoutOf(header);
  if (layout === undefined) {
    throw new ExchangeError(
      'The first row of the table names no column of codes.',
      'Call the column with the names of the codes “title” (or “tag”, as Taguette does), and that with their definitions “definition”.',
      1,
    );
  }
  const starts = startLines(all);
  return readRecords(
    layout,
    rows.map((cells, i) => ({ cells: cells.map(undefuse), number: i + 2, line: starts[i + 1] ?? 1 })),
  );
}

/** Whether the first line of a text could be that of such a table. */
export function looksLikeTable(text: string): boolean {
  try {
    return layoutOf(dsvFormat(separatorOf(text)).parseRows(text.slice(0, lineEnd(text, 0)))[0] ?? []) !== undefined;
  } catch {
    return true;
  }
}

function formatRows(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${csvFormatRow(row.map(defuse))}\r\n`).join('');
}

/** A cell without byte order marks, which would be part of a name for other programs, and no formula. */
function defuse(written: string): string {
  const cell = written.replaceAll('\uFEFF', '');
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function undefuse(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** What separates the cells of the first line: the most frequent of comma, semicolon and tab. */
function separatorOf(text: string): string {
  const first = text.slice(0, lineEnd(text, 0)).replace(/"[^"]*"/g, '');
  const count = (separator: string): number => first.split(separator).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** The lines, from 1, that rows start in: cells may hold line ends. */
function startLines(rows: readonly (readonly string[])[]): number[] {
  let line = 1;
  return rows.map(cells => {
    const start = line;
    line += cells.reduce((count, cell) => count + cell.split('\n').length - 1, 1);
    return start;
  });
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}

/** @throws ExchangeError where a cell in quotation marks has no end: everything behind it would be part of it */
function checkQuotes(text: string, separator: string): void {
  let line = 1;
  let openedIn = 0;
  let atStart = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text[i];
    if (openedIn > 0) {
      if (unit === '"' && text[i + 1] === '"') i++;
      else if (unit === '"') openedIn = 0;
    } else if (unit === '"' && atStart) openedIn = line;
    atStart = openedIn === 0 && (unit === separator || unit === '\n');
    if (unit === '\n') line++;
  }
  if (openedIn === 0) return;
  throw new ExchangeError(
    `The quotation mark in line ${openedIn} is not closed.`,
    'Close it; the file may have been cut off on the way.',
    openedIn,
  );
}
