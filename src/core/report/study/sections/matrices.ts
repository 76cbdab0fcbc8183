import { axesOf } from '../../../analysis/matrix/axes/axes.js';
import { matrixOf } from '../../../analysis/matrix/matrixOf.js';
import { matrixTable } from '../../../analysis/matrix/written/matrixTable.js';
import { note, paragraph, section } from '../../document/build.js';
import type { Block, Section, Table } from '../../document/document.js';
import type { ReportSources } from '../sources.js';

const WANTED = [
  { rows: 'theme', columns: 'role', title: 'Themes by role' },
  { rows: 'code', columns: 'role', title: 'Codes by role' },
  { rows: 'code', columns: 'kind', title: 'Codes by kind of session' },
] as const;

/** How many people say something of each theme and code, by role and by kind of session. */
export function matricesSection({ corpus }: ReportSources): Section {
  const axes = new Set(axesOf(corpus));
  const tables = WANTED.filter(({ rows, columns }) => axes.has(rows) && axes.has(columns)).flatMap(wanted => {
    const matrix = matrixOf(corpus, { rows: wanted.rows, columns: wanted.columns, inScope: true });
    if (matrix.rows.length === 0 || matrix.columns.length === 0) return [];
    const { columns, rows } = matrixTable(matrix, 'participants');
    return [asTable(`${wanted.title}: participants`, columns, rows)];
  });
  if (tables.length === 0)
    return section('Matrices', [note('Nothing can be counted yet: there are no codings, or nobody is declared.')]);
  const what =
    'Counted are participants who speak in an excerpt in scope; how many there are of a role or in a kind of session stands in the header. Nobody is counted twice in “all”, so rows and columns are no sums.';
  return section('Matrices', [paragraph(what), ...tables]);
}

/** Without the ids, which are for programs. */
function asTable(
  caption: string,
  columns: readonly { readonly title: string; readonly isNumber: boolean }[],
  rows: readonly (readonly string[])[],
): Table {
  const hasIds = columns[1]?.title === 'title';
  const without = <T>(cells: readonly T[]): T[] => (hasIds ? cells.filter((_, at) => at !== 0) : [...cells]);
  const first = capital(columns[0]?.title ?? '');
  return {
    is: 'table',
    caption,
    columns: without(columns).map(({ title, isNumber }, at) => ({ title: at === 0 ? first : title, right: isNumber })),
    rows: rows.map(row => {
      const cells = without(row);
      return cells[0] === '' ? ['All', ...cells.slice(1)] : cells;
    }),
  } satisfies Block;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
