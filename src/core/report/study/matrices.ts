import type { Corpus } from '../../analysis/corpus/corpus.js';
import { axesOf } from '../../analysis/matrix/axes/axes.js';
import type { Matrix } from '../../analysis/matrix/matrix.js';
import { matrixOf } from '../../analysis/matrix/matrixOf.js';
import type { Pieces } from '../../pieces.js';

/** A matrix of a report. */
export interface ReportMatrix {
  readonly title: string;
  readonly matrix: Matrix;
}

const WANTED = [
  { rows: 'theme', columns: 'role', title: 'Themes by role' },
  { rows: 'code', columns: 'role', title: 'Codes by role' },
  { rows: 'code', columns: 'kind', title: 'Codes by kind of session' },
] as const;

/** Themes and codes by what the corpus says of people and sessions; none by what it does not say. Counted is what is in scope. */
export function* reportMatrices(corpus: Corpus): Pieces<ReportMatrix[]> {
  const axes = new Set(axesOf(corpus));
  const matrices: ReportMatrix[] = [];
  for (const { rows, columns, title } of WANTED) {
    if (!axes.has(rows) || !axes.has(columns)) continue;
    const matrix = yield* matrixOf(corpus, { rows, columns, inScope: true });
    if (matrix.rows.length > 0 && matrix.columns.length > 0) matrices.push({ title, matrix });
  }
  return matrices;
}

/** Whether no cell, column or header of a matrix has few people. */
export function isSafeMatrix({ matrix }: ReportMatrix, smallestCell: number): boolean {
  const { rows, columns } = matrix;
  const isLarge = (people: number): boolean => people === 0 || people >= smallestCell;
  return columns.every(
    ({ people = 0 }, column) =>
      isLarge(people) &&
      isLarge(matrix.columnTotal(column).participants.length) &&
      rows.every((_, row) => isLarge(matrix.cell(row, column).participants.length)),
  );
}
