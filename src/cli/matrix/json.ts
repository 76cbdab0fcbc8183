import type { CooccurrenceMatrix, Matrix, MatrixCell, MatrixHeader } from '../../core/analysis/matrix/matrix.js';
import { meetingPairs } from '../../core/analysis/matrix/written/cooccurrenceDocuments.js';
import { formatQuery } from '../../core/analysis/query/format.js';
import { EVERYTHING, type Query } from '../../core/analysis/query/query.js';
import type { PublicMatrix } from '../../core/report/disclosure/publicMatrix.js';

/** A matrix as one object: headers, the cells that have something in them, and totals, each with the question that finds it. */
export function matrixJson(
  matrix: Matrix,
  query: Query = EVERYTHING,
  { isHeld, held }: Pick<PublicMatrix, 'isHeld' | 'held'> = { isHeld: () => false, held: 0 },
): Readonly<Record<string, unknown>> {
  const { rows, columns, total, left } = matrix;
  // Names could be counted: where anything is held back, only numbers are told.
  const told = (cell: MatrixCell, row: number | undefined, column: number | undefined) => {
    if (isHeld(row, column)) return { heldBack: true };
    const all = cellJson(cell);
    return held === 0 ? all : { ...all, participants: null, participantCount: cell.participants.length, people: null };
  };
  return {
    rowAxis: matrix.rowAxis,
    columnAxis: matrix.columnAxis,
    query: formatQuery(query),
    rows: rows.map((header, at) => ({ ...headerJson(header), total: told(matrix.rowTotal(at), at, undefined) })),
    columns: columns.map((header, at) => ({
      ...headerJson(header),
      total: told(matrix.columnTotal(at), undefined, at),
    })),
    cells: rows.flatMap((row, r) =>
      columns.flatMap((column, c) => {
        const cell = matrix.cell(r, c);
        const isEmpty = cell.excerpts.length === 0 && !isHeld(r, c);
        return isEmpty ? [] : [{ row: row.key, column: column.key, ...told(cell, r, c) }];
      }),
    ),
    total: told(total, undefined, undefined),
    counts: {
      participants: isHeld(undefined, undefined) ? null : total.participants.length,
      excerpts: isHeld(undefined, undefined) ? null : total.excerpts.length,
      words: isHeld(undefined, undefined) ? null : total.words,
      inDoubt: left.inDoubt,
      elsewhere: left.elsewhere,
    },
  };
}

/** Where codes meet as one object. */
export function cooccurrenceJson(
  matrix: CooccurrenceMatrix,
  counted: 'participants' | 'passages',
  query: Query = EVERYTHING,
): Readonly<Record<string, unknown>> {
  const { unit, codes, people, left } = matrix;
  const keyOf = (at: number): string => codes[at]?.key ?? '';
  const pairs = meetingPairs(matrix, counted).map(({ a, b, meeting: { passages, participants, query: found } }) => {
    return { a: keyOf(a), b: keyOf(b), participants, passages, query: found };
  });
  return {
    unit: typeof unit === 'object' ? `near:${unit.near}` : unit,
    query: formatQuery(query),
    codes: codes.map((header, at) => {
      const { passages = 0, participants = [], query: found = null } = matrix.cell(at, at) ?? {};
      return { ...headerJson(header), participants, passages, query: found };
    }),
    pairs,
    counts: {
      codes: codes.length,
      pairs: pairs.length,
      people: people ?? null,
      inDoubt: left.inDoubt,
      elsewhere: left.elsewhere,
    },
  };
}

function headerJson({ key, label, depth, people }: MatrixHeader) {
  return { key, label, depth: depth ?? null, people: people ?? null };
}

function cellJson({ participants, people, excerpts, words, query }: MatrixCell) {
  return { participants, people: people ?? null, excerpts: excerpts.length, words, query };
}
