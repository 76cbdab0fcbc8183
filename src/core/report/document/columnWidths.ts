import { type Table, textOf } from './document.js';

/** No column is taken to need more than so many characters, nor less than so few. */
const MOST = 46;
const LEAST = 5;

/**
 * Shares of the width for the columns of a table, for formats in which nobody measures text: by the longest word, which should not
 * break, and by how much stands in a column. They add up to 1.
 */
export function columnShares({ columns, rows }: Pick<Table, 'columns' | 'rows'>): number[] {
  const needs = columns.map(({ title }, at) => {
    const cells = rows.map(row => textOf(row[at] ?? ''));
    const longest = Math.max(longestWord(title), ...cells.map(longestWord));
    const average = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
    // What is long takes more lines instead of more width: the square root keeps one long column from starving the rest.
    const wanted = average > 20 ? 20 + 4 * Math.sqrt(average - 20) : average;
    return Math.min(MOST, Math.max(LEAST, longest + 1, wanted));
  });
  const sum = needs.reduce((total, need) => total + need, 0);
  return needs.map(need => need / sum);
}

function longestWord(text: string): number {
  return text.split(/\s+/).reduce((longest, word) => Math.max(longest, word.length), 0);
}
