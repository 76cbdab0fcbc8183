import { csvFormatRow } from 'd3-dsv';
import type { ExcerptRow } from './row.js';

const HEADER = [
  'code',
  'title',
  'theme',
  'quote',
  'speaker',
  'transcript',
  'line',
  'start',
  'end',
  'coder',
  'outcome',
  'memo',
  'id',
  'evidence',
];

/** What a spreadsheet takes for the beginning of a formula, fullwidth forms included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** Excerpts as CSV by RFC 4180: UTF-8 without byte order mark, lines end with CRLF. */
export function* formatCsv(rows: readonly ExcerptRow[]): Generator<string> {
  yield lineOf(HEADER);
  for (const row of rows) yield lineOf(cellsOf(row));
}

const lineOf = (cells: string[]): string => `${csvFormatRow(cells)}\r\n`;

function cellsOf(row: ExcerptRow): string[] {
  const numbers = [row.line, ...(row.position ?? [null, null])].map(number => (number === null ? '' : String(number)));
  const { code, title, themePath, quote, speaker, transcript, coder, outcome, evidence, memo, id } = row;
  const before = [code, title ?? '', themePath.join(' / '), quote, speaker, transcript];
  return [...before, ...numbers, coder, outcome, memo ?? '', id, evidence ?? ''].map(defuse);
}

/** A transcript must not be able to make a spreadsheet compute: such a cell gets an apostrophe in front. */
function defuse(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
