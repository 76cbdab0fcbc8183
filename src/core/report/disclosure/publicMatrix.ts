import type { Counted, Matrix, MatrixCell, MatrixHeader } from '../../analysis/matrix/matrix.js';
import type { Query } from '../../analysis/query/query.js';
import { type CountTable, type Measure, type SuppressedTable, suppress } from './suppress.js';
import { asksForAttribute, isAttribute } from './whyHeldBack.js';

/** A matrix of which some figures are held back. */
export interface PublicMatrix {
  /** With headers that say of how many people they are only where that may be told. */
  readonly matrix: Matrix;
  /** Whether a figure is held back; of a total the other index is undefined. */
  isHeld(row: number | undefined, column: number | undefined): boolean;
  /** How many are. Where any is, lists of names are to be left out: they could be counted. */
  readonly held: number;
}

/** What of a matrix may be shown: where it counts people by an attribute, no small cells, and nothing they could be computed from. */
export function publicMatrix(matrix: Matrix, query: Query | undefined, smallestCell: number): PublicMatrix {
  const byRows = isAttribute(matrix.rowAxis);
  const byColumns = isAttribute(matrix.columnAxis);
  const total = query !== undefined && asksForAttribute(query);
  if (smallestCell < 2 || !(byRows || byColumns || total)) return { matrix, isHeld: () => false, held: 0 };
  // What is part of what is known of rows only; both ways round it is the same table.
  const isTurned = matrix.columnAxis === 'theme' && matrix.rowAxis !== 'theme';
  const table = tableOf(matrix, isTurned, { rows: byRows, columns: byColumns, total });
  const shown = suppress(table, smallestCell);
  const isHeld = (row: number | undefined, column: number | undefined): boolean => {
    const [r, c] = isTurned ? [column, row] : [row, column];
    if (r === undefined) return (c === undefined ? shown.total : shown.columnTotals[c]) === null;
    return (c === undefined ? shown.rowTotals[r] : shown.cells[r]?.[c]) === null;
  };
  return { matrix: withPeople(matrix, shown, isTurned), isHeld, held: shown.held };
}

function withPeople(matrix: Matrix, shown: SuppressedTable, isTurned: boolean): Matrix {
  const [ofRows, ofColumns] = isTurned ? [shown.columnPeople, shown.rowPeople] : [shown.rowPeople, shown.columnPeople];
  const told = (headers: readonly MatrixHeader[], people: readonly (number | null)[]): MatrixHeader[] =>
    headers.map(({ people: count, ...header }, i) =>
      count === undefined || people[i] === null ? header : { ...header, people: count },
    );
  const { rowAxis, columnAxis, left } = matrix;
  return {
    rowAxis,
    columnAxis,
    rows: told(matrix.rows, ofRows),
    columns: told(matrix.columns, ofColumns),
    cell: (row, column) => matrix.cell(row, column),
    rowTotal: row => matrix.rowTotal(row),
    columnTotal: column => matrix.columnTotal(column),
    total: matrix.total,
    left,
  };
}

const MEASURES: readonly Exclude<Counted, 'participants'>[] = ['excerpts', 'words'];

function tableOf(
  matrix: Matrix,
  isTurned: boolean,
  byAttribute: { rows: boolean; columns: boolean; total: boolean },
): CountTable {
  const measure = (amount: (cell: MatrixCell) => number): Measure => {
    const across = matrix.rows.map((_, r) => matrix.columns.map((__, c) => amount(matrix.cell(r, c))));
    const rowTotals = matrix.rows.map((_, r) => amount(matrix.rowTotal(r)));
    const columnTotals = matrix.columns.map((_, c) => amount(matrix.columnTotal(c)));
    const total = amount(matrix.total);
    return isTurned
      ? { cells: turned(across, columnTotals.length), rowTotals: columnTotals, columnTotals: rowTotals, total }
      : { cells: across, rowTotals, columnTotals, total };
  };
  const amountOf = (cell: MatrixCell, counted: Counted): number =>
    counted === 'words' ? cell.words : cell[counted].length;
  const [rows, columns] = isTurned ? [matrix.columns, matrix.rows] : [matrix.rows, matrix.columns];
  const { people } = matrix.total;
  const ofRows = peopleOf(rows);
  const ofColumns = peopleOf(columns);
  return {
    ...measure(cell => cell.participants.length),
    further: MEASURES.map(counted => measure(cell => amountOf(cell, counted))),
    parents: (isTurned ? matrix.columnAxis : matrix.rowAxis) === 'theme' ? parentsOf(rows) : [],
    ...(ofRows === undefined ? {} : { rowPeople: ofRows }),
    ...(ofColumns === undefined ? {} : { columnPeople: ofColumns }),
    ...(people === undefined ? {} : { people }),
    byAttribute: isTurned
      ? { rows: byAttribute.columns, columns: byAttribute.rows, total: byAttribute.total }
      : byAttribute,
  };
}

/** Of how many people rows or columns are; undefined where none says it. */
function peopleOf(headers: readonly MatrixHeader[]): number[] | undefined {
  return headers.every(({ people }) => people === undefined) ? undefined : headers.map(({ people = 0 }) => people);
}

/** The row that each row is part of, by how deep they stand. */
function parentsOf(rows: readonly MatrixHeader[]): (number | undefined)[] {
  const open: number[] = [];
  return rows.map(({ depth = 0 }, at) => {
    open.length = Math.min(open.length, depth);
    const parent = open.at(-1);
    open[depth] = at;
    return parent;
  });
}

function turned(cells: readonly (readonly number[])[], columns: number): number[][] {
  return [...Array(columns).keys()].map(c => cells.map(row => row[c] ?? 0));
}

/** What stands where a figure is held back. */
export const HELD = '–';
