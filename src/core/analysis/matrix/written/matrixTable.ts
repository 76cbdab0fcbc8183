import type { Counted, Matrix, MatrixHeader } from '../matrix.js';
import { amountOf } from '../sorted.js';
import type { CountedTable } from './countedTable.js';

/** What the last row and column are called: each participant and excerpt once, so it is no sum. */
export const ALL = 'all';

/**
 * A matrix as a table of one figure a cell, with a last column and a last row for the whole. Codes and themes have their id beside
 * their title. Where participants are counted, headers say of how many.
 */
export function matrixTable(matrix: Matrix, counted: Counted): CountedTable {
  const { rows, columns, rowAxis, columnAxis, total } = matrix;
  const hasIds = isOfCodebook(rowAxis);
  const named = namesOf(columns, isOfCodebook(columnAxis));
  const titles = columns.map(({ people }, i) => withPeople(named[i] ?? '', people, counted));
  const rowNames = namesOf(rows, false);
  const numbers = (cells: readonly number[]): string[] => cells.map(String);
  const amounts = (row: number): number[] => [
    ...columns.map((_, column) => amountOf(matrix.cell(row, column), counted)),
    amountOf(matrix.rowTotal(row), counted),
  ];
  const whole = [...columns.map((_, column) => matrix.columnTotal(column)), total].map(cell => amountOf(cell, counted));
  return {
    columns: [
      ...(hasIds ? [rowAxis, 'title'] : [rowAxis]).map(title => ({ title, isNumber: false })),
      ...[...titles, withPeople(ALL, total.people, counted)].map(title => ({ title, isNumber: true })),
    ],
    rows: [
      ...rows.map(({ key, people }, row) => {
        const name = withPeople(rowNames[row] ?? '', people, counted);
        return [...(hasIds ? [key, name] : [name]), ...numbers(amounts(row))];
      }),
      [...(hasIds ? [ALL, ''] : [ALL]), ...numbers(whole)],
    ],
    ...(rowAxis === 'theme' ? { depths: [...rows.map(({ depth = 0 }) => depth), 0] } : {}),
  };
}

function isOfCodebook(axis: string): boolean {
  return axis === 'code' || axis === 'theme';
}

/** What rows or columns are called; with their ids where two have the same name. */
function namesOf(headers: readonly MatrixHeader[], mayNeedIds: boolean): string[] {
  const times = new Map<string, number>();
  for (const { label } of headers) times.set(label, (times.get(label) ?? 0) + 1);
  return headers.map(({ key, label }) => (mayNeedIds && times.get(label) !== 1 ? `${label} (${key})` : label));
}

function withPeople(name: string, people: number | undefined, counted: Counted): string {
  return counted === 'participants' && people !== undefined ? `${name} (of ${people})` : name;
}
