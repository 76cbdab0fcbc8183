import type { Counted, Matrix, MatrixCell } from './matrix.js';

/** What is counted in a cell, as a number. */
export function amountOf(cell: MatrixCell, counted: Counted): number {
  return counted === 'words' ? cell.words : cell[counted].length;
}

/** By what rows and columns are ordered; missing: as they are. */
export interface MatrixOrder {
  readonly rows?: Counted | undefined;
  readonly columns?: Counted | undefined;
}

/** The same matrix with the rows, the columns or both ordered by their totals, most first; equal ones stay as they were. */
export function sortedMatrix(matrix: Matrix, order: MatrixOrder): Matrix {
  const rows = ordered(matrix.rows.length, order.rows, at => matrix.rowTotal(at));
  const columns = ordered(matrix.columns.length, order.columns, at => matrix.columnTotal(at));
  const at = (places: readonly number[], i: number): number => places[i] ?? i;
  return {
    rowAxis: matrix.rowAxis,
    columnAxis: matrix.columnAxis,
    rows: rows.flatMap(i => matrix.rows[i] ?? []),
    columns: columns.flatMap(i => matrix.columns[i] ?? []),
    cell: (row, column) => matrix.cell(at(rows, row), at(columns, column)),
    rowTotal: row => matrix.rowTotal(at(rows, row)),
    columnTotal: column => matrix.columnTotal(at(columns, column)),
    total: matrix.total,
    left: matrix.left,
  };
}

function ordered(length: number, by: Counted | undefined, totalOf: (at: number) => MatrixCell): number[] {
  const places = Array.from({ length }, (_, i) => i);
  if (by === undefined) return places;
  const amounts = places.map(i => amountOf(totalOf(i), by));
  return places.sort((a, b) => (amounts[b] as number) - (amounts[a] as number));
}
