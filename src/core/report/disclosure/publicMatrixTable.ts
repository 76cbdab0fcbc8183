import type { Counted } from '../../analysis/matrix/matrix.js';
import type { CountedTable } from '../../analysis/matrix/written/countedTable.js';
import { matrixDocument } from '../../analysis/matrix/written/matrixDocuments.js';
import { matrixTable } from '../../analysis/matrix/written/matrixTable.js';
import type { TableDocument } from '../../analysis/matrix/written/tables.js';
import { EVERYTHING, type Query } from '../../analysis/query/query.js';
import { HELD, type PublicMatrix } from './publicMatrix.js';

/** A matrix as a table, with a mark where a figure is held back. */
export function publicMatrixTable(shown: PublicMatrix, counted: Counted): CountedTable {
  const { matrix, isHeld } = shown;
  const table = matrixTable(matrix, counted);
  const names = table.columns.filter(({ isNumber }) => !isNumber).length;
  const at = (index: number, length: number): number | undefined => (index === length ? undefined : index);
  return {
    ...table,
    rows: table.rows.map((row, r) =>
      row.map((text, i) => {
        if (i < names) return text;
        return isHeld(at(r, matrix.rows.length), at(i - names, matrix.columns.length)) ? HELD : text;
      }),
    ),
  };
}

/** A matrix with what is to be said of it, without what is held back. */
export function publicMatrixDocument(shown: PublicMatrix, counted: Counted, query: Query = EVERYTHING): TableDocument {
  const document = matrixDocument(shown.matrix, counted, query);
  const [total = '', ...sentences] = document.sentences;
  return {
    ...document,
    table: publicMatrixTable(shown, counted),
    sentences: [shown.isHeld(undefined, undefined) ? '' : total, ...sentences],
  };
}
