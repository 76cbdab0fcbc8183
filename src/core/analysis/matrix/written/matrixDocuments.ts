import { formatQuery } from '../../query/format.js';
import { EVERYTHING, type Query } from '../../query/query.js';
import type { Counted, Matrix } from '../matrix.js';
import { matrixTable } from './matrixTable.js';
import { leftSentence, NO_ROW_OR_COLUMN, totalSentence, WHAT_COUNTS } from './sentences.js';
import { type TableDocument, tableCsv, tableMarkdown } from './tables.js';

/** A matrix as CSV: one figure a cell. The same bytes from the window and the command line. */
export function matrixCsv(matrix: Matrix, counted: Counted): Generator<string> {
  return tableCsv(matrixTable(matrix, counted));
}

/** A matrix as a Markdown document. */
export function matrixMarkdown(matrix: Matrix, counted: Counted, query: Query = EVERYTHING): string {
  return tableMarkdown(matrixDocument(matrix, counted, query));
}

/** A matrix with what is to be said of it. */
export function matrixDocument(matrix: Matrix, counted: Counted, query: Query = EVERYTHING): TableDocument {
  return {
    title: `${capital(matrix.rowAxis)} by ${matrix.columnAxis}: ${counted}`,
    query: formatQuery(query),
    table: matrixTable(matrix, counted),
    sentences: [totalSentence(matrix), WHAT_COUNTS[counted], leftSentence(matrix.left, NO_ROW_OR_COLUMN)],
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
