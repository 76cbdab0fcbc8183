import type { MatrixCell } from '../../../analysis/matrix/matrix.js';
import { note, paragraph, section } from '../../document/build.js';
import type { Column, Section, Table } from '../../document/document.js';
import type { ReportMatrix } from '../matrices.js';
import type { ReportSources } from '../sources.js';
import { listed } from '../words.js';

/** How many people say something of each theme and code, by role and by kind of session. */
export function matricesSection({ matrices, left }: ReportSources): Section {
  const title = 'Matrices';
  const untold =
    left.length === 0
      ? []
      : [
          note(
            `There is no matrix by ${listed(left)} here, for the reason that “What was held back” gives. By itself, with its small cells held back, verbatim matrix writes one.`,
          ),
        ];
  if (matrices.length === 0)
    return section(
      title,
      untold.length > 0 ? untold : [note('Nothing can be counted yet: there are no codings, or nobody is declared.')],
    );
  const what =
    'Counted are participants who speak in an excerpt in scope; how many there are of a role or in a kind of session stands in the header. Nobody is counted twice in “all”, so rows and columns are no sums.';
  return section(title, [paragraph(what), ...matrices.map(asTable), ...untold]);
}

function asTable({ title, matrix }: ReportMatrix): Table {
  const count = (cell: MatrixCell): string => String(cell.participants.length);
  const headed = (label: string, people: number | undefined): Column => {
    return { title: people === undefined ? label : `${label} (of ${people})`, right: true };
  };
  const isByTheme = matrix.rowAxis === 'theme';
  const rows = matrix.rows.map(({ label, depth = 0 }, row) => [
    `${isByTheme ? '– '.repeat(depth) : ''}${label}`,
    ...matrix.columns.map((_, column) => count(matrix.cell(row, column))),
    count(matrix.rowTotal(row)),
  ]);
  return {
    is: 'table',
    caption: `${title}: participants`,
    columns: [
      { title: isByTheme ? 'Theme' : 'Code' },
      ...matrix.columns.map(({ label, people = 0 }) => headed(label || 'not said', people)),
      headed('all', matrix.total.people),
    ],
    rows: [
      ...rows,
      ['All', ...matrix.columns.map((_, column) => count(matrix.columnTotal(column))), count(matrix.total)],
    ],
  };
}
