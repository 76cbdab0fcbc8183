import { csvFormatRow } from 'd3-dsv';

/** What a spreadsheet takes for the beginning of a formula, fullwidth forms included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A row of CSV by RFC 4180, its line end with it. What people wrote must not be able to make a spreadsheet compute: a cell that
 * would gets an apostrophe in front. What is a number stays one.
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${csvFormatRow(cells.map(cell => (typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell))))}\r\n`;
}
