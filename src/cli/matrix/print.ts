import type { TableDocument } from '../../core/analysis/matrix/written/tables.js';
import { formatTable, wrap } from '../table.js';

/** A counted table with what is to be said of it, for a terminal. */
export function countedText({ table: { columns, rows, depths = [] }, sentences }: TableDocument): string {
  const shown = rows.map(([first = '', ...others], i) => [`${INDENT.repeat(depths[i] ?? 0)}${first}`, ...others]);
  const table = formatTable(
    columns.map(({ title, isNumber }, i) =>
      isNumber ? { title, right: true } : { title: heading(title), longest: i === 0 ? 30 : 44 },
    ),
    shown,
  );
  const said = sentences.filter(sentence => sentence !== '').map(sentence => wrap(sentence, 100, ''));
  return `${table}\n${said.join('')}`;
}

const INDENT = '  ';

/** Headings that are ours stand in capitals, as in other lists; what people are called does not. */
const heading = (title: string): string => title.toUpperCase();
