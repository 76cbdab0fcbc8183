import { type Table, textOf } from './document.js';

/** How many characters of a table's type a line is taken to hold. */
const LINE = 96;
/** Room beside a word: margins of a cell, and headers are in bold. */
const BESIDE = 3;
/** Capitals and bold letters are wider than most. */
const WIDER = 1.25;

/**
 * Shares of the width for the columns of a table, for formats in which nobody measures text. No word is broken where that can be: each
 * column gets what its longest word needs, and what is left goes to those that have more to say. They add up to 1.
 */
export function columnShares({ columns, rows }: Pick<Table, 'columns' | 'rows'>): number[] {
  const least = columns.map(({ title }, at) => {
    const words = [title, ...rows.map(row => textOf(row[at] ?? ''))].flatMap(cell => cell.split(/\s+/));
    return words.reduce((longest, word) => Math.max(longest, word.length), 1) * WIDER + BESIDE;
  });
  const more = columns.map(({ title }, at) => {
    const lengths = [title, ...rows.map(row => textOf(row[at] ?? ''))].map(cell => cell.length);
    return Math.max(0, Math.max(...lengths) + BESIDE - (least[at] ?? 0));
  });
  const [needed, wished] = [sum(least), sum(more)];
  const left = Math.max(0, LINE - needed);
  // What is wished beyond a line takes more lines instead: the square root keeps one long column from starving the rest.
  const weights = wished <= left ? more : more.map(Math.sqrt);
  const whole = Math.max(sum(weights), Number.EPSILON);
  const widths = least.map((width, at) => width + left * ((weights[at] ?? 0) / whole));
  return widths.map(width => width / sum(widths));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
