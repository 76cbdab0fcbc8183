import { csvLine } from '../csv.js';
import type { FigureLink } from './chart.js';

/** A column of the table beside a picture. */
export interface TableColumn {
  readonly key: string;
  readonly label: string;
  readonly isNumber: boolean;
  /** Sentences stand in it, or lists. */
  readonly isLong?: boolean;
  /** What it means, as a tip. */
  readonly about?: string;
}

/** A cell: what stands there, what it is sorted by where that is a number, and where it leads. */
export interface TableCell {
  readonly text: string;
  readonly value?: number;
  readonly link?: FigureLink;
  /** What stands below it, less loud. */
  readonly aside?: string;
  /** What is said of it besides, as a tip. */
  readonly about?: string;
  /** A warning: a sign stands beside the text, and this is what it means. */
  readonly mark?: string;
}

/** A row of it. */
export interface TableRow {
  readonly key: string;
  /** The first one names the row. */
  readonly cells: readonly TableCell[];
  readonly depth?: number;
  readonly color?: string;
  /** Whether it is the one that more is shown of. */
  readonly isChosen?: boolean;
}

/** The figures of a picture as a table: the same for who cannot see the picture, wants them sorted, or goes on computing with them. */
export interface FigureTable {
  readonly label: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** By which column rows are ordered. */
export interface TableSort {
  readonly column: string;
  readonly isDown: boolean;
}

/**
 * The rows in an order; those that are equal stay in the order they had, and what has no figure comes behind what has one. Without a
 * sort, or one by a column that is gone: as they are.
 */
export function sortedRows({ columns, rows }: FigureTable, sort: TableSort | undefined): readonly TableRow[] {
  const at = columns.findIndex(({ key }) => key === sort?.column);
  if (sort === undefined || at === -1) return rows;
  const direction = sort.isDown ? -1 : 1;
  const compare = (a: TableRow, b: TableRow): number => {
    const [x, y] = [a.cells[at], b.cells[at]];
    if (!columns[at]?.isNumber)
      return direction * (x?.text ?? '').localeCompare(y?.text ?? '', undefined, { numeric: true });
    if (x?.value === undefined || y?.value === undefined)
      return Number(x?.value === undefined) - Number(y?.value === undefined);
    return direction * (x.value - y.value);
  };
  return rows.toSorted(compare);
}

/** The table as CSV by RFC 4180: UTF-8 without byte order mark, lines end with CRLF; nothing in it is a formula. Figures are plain numbers. */
export function csvOfTable({ columns, rows }: FigureTable, sort: TableSort | undefined): string {
  const table = [
    columns.map(({ label }) => label.replaceAll('\n', ' ')),
    ...sortedRows({ label: '', columns, rows }, sort).map(({ cells }) =>
      cells.map(({ text, value }, i) => (columns[i]?.isNumber && value !== undefined ? value : text)),
    ),
  ];
  return table.map(csvLine).join('');
}
