import type { CooccurrenceMatrix, Matrix, MatrixCell, MatrixHeader } from '../../core/analysis/matrix/matrix.js';
import { meetingPairs } from '../../core/analysis/matrix/written/cooccurrenceDocuments.js';
import { formatQuery } from '../../core/analysis/query/format.js';
import { EVERYTHING, type Query } from '../../core/analysis/query/query.js';

/** A matrix as one object: headers, the cells that have something in them, and totals, each with the question that finds it. */
export function matrixJson(matrix: Matrix, query: Query = EVERYTHING): Readonly<Record<string, unknown>> {
  const { rows, columns, total, left } = matrix;
  return {
    rowAxis: matrix.rowAxis,
    columnAxis: matrix.columnAxis,
    query: formatQuery(query),
    rows: rows.map((header, at) => ({ ...headerJson(header), total: cellJson(matrix.rowTotal(at)) })),
    columns: columns.map((header, at) => ({ ...headerJson(header), total: cellJson(matrix.columnTotal(at)) })),
    cells: rows.flatMap((row, r) =>
      columns.flatMap((column, c) => {
        const cell = matrix.cell(r, c);
        return cell.excerpts.length === 0 ? [] : [{ row: row.key, column: column.key, ...cellJson(cell) }];
      }),
    ),
    total: cellJson(total),
    counts: {
      participants: total.participants.length,
      excerpts: total.excerpts.length,
      words: total.words,
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
