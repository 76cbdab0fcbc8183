import { axesOf } from '../../../analysis/matrix/axes/axes.js';
import type { Matrix, MatrixCell } from '../../../analysis/matrix/matrix.js';
import { matrixOf } from '../../../analysis/matrix/matrixOf.js';
import { type CountTable, type SuppressedTable, suppress } from '../../disclosure/suppress.js';
import { note, paragraph, section } from '../../document/build.js';
import type { Column, Section, Table } from '../../document/document.js';
import { isGuarded, type ReportSources } from '../sources.js';

const WANTED = [
  { rows: 'theme', columns: 'role', title: 'Themes by role' },
  { rows: 'code', columns: 'role', title: 'Codes by role' },
  { rows: 'code', columns: 'kind', title: 'Codes by kind of session' },
] as const;

/** How many people say something of each theme and code, by role and by kind of session. */
export function matricesSection(sources: ReportSources): Section {
  const { tables } = countedMatrices(sources);
  if (tables.length === 0)
    return section('Matrices', [note('Nothing can be counted yet: there are no codings, or nobody is declared.')]);
  const what =
    'Counted are participants who speak in an excerpt in scope; how many there are of a role or in a kind of session stands in the header. Nobody is counted twice in “all”, so rows and columns are no sums.';
  return section('Matrices', [paragraph(what), ...tables]);
}

/** The tables, and how many figures are held back in them. */
export function countedMatrices(sources: ReportSources): { readonly tables: readonly Table[]; readonly held: number } {
  const { corpus, smallestCell } = sources;
  const axes = new Set(axesOf(corpus));
  let held = 0;
  // What themes say of their codes would be told by their table as well: where figures are held back, there is none.
  const wanted = WANTED.filter(({ rows }) => rows !== 'theme' || !isGuarded(sources));
  const tables = wanted.flatMap(({ rows, columns, title }) => {
    if (!axes.has(rows) || !axes.has(columns)) return [];
    const matrix = matrixOf(corpus, { rows, columns, inScope: true });
    if (matrix.rows.length === 0 || matrix.columns.length === 0) return [];
    const counts = suppress(countsOf(matrix), smallestCell);
    held += counts.held;
    return [asTable(`${title}: participants`, matrix, counts)];
  });
  return { tables, held };
}

function countsOf(matrix: Matrix): CountTable {
  const count = (cell: MatrixCell): number => cell.participants.length;
  const columnPeople = matrix.columns.map(({ people }) => people ?? 0);
  return {
    cells: matrix.rows.map((_, row) => matrix.columns.map((_, column) => count(matrix.cell(row, column)))),
    rowTotals: matrix.rows.map((_, row) => count(matrix.rowTotal(row))),
    columnTotals: matrix.columns.map((_, column) => count(matrix.columnTotal(column))),
    total: count(matrix.total),
    columnPeople,
    ...(matrix.total.people === undefined ? {} : { people: matrix.total.people }),
    byAttribute: { rows: false, columns: true },
  };
}

function asTable(caption: string, matrix: Matrix, counts: SuppressedTable): Table {
  const shown = (value: number | null | undefined): string => (value === null ? 'held back' : String(value ?? ''));
  const headed = (label: string, people: number | null | undefined): Column => {
    return { title: people === undefined || people === null ? label : `${label} (of ${people})`, right: true };
  };
  const rows = matrix.rows.map(({ label, depth = 0 }, row) => [
    `${matrix.rowAxis === 'theme' ? '– '.repeat(depth) : ''}${label}`,
    ...(counts.cells[row] ?? []).map(shown),
    shown(counts.rowTotals[row]),
  ]);
  return {
    is: 'table',
    caption,
    columns: [
      { title: matrix.rowAxis === 'theme' ? 'Theme' : 'Code' },
      ...matrix.columns.map(({ label }, column) => headed(label || 'not said', counts.columnPeople[column])),
      headed('all', counts.people),
    ],
    rows: [...rows, ['All', ...counts.columnTotals.map(shown), shown(counts.total)]],
  };
}
