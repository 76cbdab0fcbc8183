import { csvFormatRow } from 'd3-dsv';

/** What a spreadsheet takes for the beginning of a formula, fullwidth forms included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
/** A number below zero computes nothing. */
const NUMBER = /^-\d+(?:\.\d+)?(?:e-?\d+)?$/;

/**
 * A row of CSV by RFC 4180, its line end with it. What people wrote must not be able to make a spreadsheet compute: a cell that
 * would gets an apostrophe in front.
 */
export function csvLine(cells: readonly string[]): string {
  return `${csvFormatRow(cells.map(cell => (FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell)))}\r\n`;
}
