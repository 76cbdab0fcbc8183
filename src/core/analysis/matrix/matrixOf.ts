import type { Pieces } from '../../pieces.js';
import type { Corpus, CorpusTranscript } from '../corpus/corpus.js';
import { formatQuery } from '../query/format.js';
import type { Query } from '../query/query.js';
import { askedOf } from './asked.js';
import { type AxisContext, axisCalled } from './axes/axes.js';
import type { AxisHeader, ReadAxis } from './axes/axis.js';
import { CountedCell } from './countedCell.js';
import { Crossing } from './crossing.js';
import type { Matrix, MatrixCell, MatrixHeader, MatrixOptions } from './matrix.js';
import type { Found } from './matrixBody.js';
import { MeetingCells } from './meetingCells.js';
import { type About, both, orderIn, peopleIn, populationOf } from './population.js';
import { allOf, findsPlaced, term, withoutMarks } from './questions.js';
import { samePeople } from './samePeople.js';

/**
 * Counts excerpts by two axes. Participants count in a cell where they speak in an excerpt of it and both row and column are about
 * them; excerpts without a certain place are in no cell. Near-linear in the excerpts; a cell is worked out when somebody asks for it.
 */
export function* matrixOf(corpus: Corpus, options: MatrixOptions): Pieces<Matrix> {
  const asked = yield* askedOf(corpus, options);
  const { withScopeCodes } = asked;
  const population = yield* populationOf(corpus, asked.speakers);
  const context: AxisContext = { coders: asked.coders, population, withScopeCodes };
  const rows = axisCalled(options.rows, corpus, context);
  const columns = options.columns === options.rows ? rows : axisCalled(options.columns, corpus, context);
  /** With what is asked beside what the axes ask. */
  const completed = (query: Query): Query => {
    const whole = allOf(query, asked.query);
    return withScopeCodes ? whole : withoutMarks(corpus, whole);
  };
  const body =
    rows.isOfCodes && columns.isOfCodes
      ? new MeetingCells(rows, columns, asked.excerpts, completed)
      : new Crossing(rows, columns, asked.excerpts, (row, column) => samePeople(corpus, population, row, column));
  yield* body.count();
  const aboutSpeakers = ['participant', rows.speakerField, columns.speakerField].filter(field => field !== undefined);
  const textOf = (query: Query): string => {
    const whole = completed(query);
    return formatQuery(findsPlaced(whole, aboutSpeakers) ? whole : allOf(whole, term('is', 'certain')));
  };
  const everyone = peopleIn(population).size;
  const peopleOf = (about?: (transcript: CorpusTranscript) => About): number | undefined =>
    everyone === 0 ? undefined : about === undefined ? everyone : peopleIn(population, about).size;
  const inOrder = orderIn(population);
  const cellOf = (found: Found, people: number | undefined): MatrixCell =>
    new CountedCell(found, inOrder(found.participants), textOf, people);

  function* headersOf(axis: ReadAxis): Pieces<MatrixHeader[]> {
    const headers: MatrixHeader[] = [];
    for (const { key, label, depth, about } of axis.headers) {
      const people = axis.isOfPersons || about === undefined ? undefined : peopleOf(about);
      headers.push({
        key,
        label,
        ...(depth === undefined ? {} : { depth }),
        ...(people === undefined ? {} : { people }),
      });
      yield;
    }
    return headers;
  }
  const rowHeaders = yield* headersOf(rows);
  const columnHeaders = yield* headersOf(columns);
  const peopleAt = (row: number, column: number): number | undefined => {
    if (rows.isOfPersons || columns.isOfPersons) return undefined;
    const [one, other] = [rows.headers[row], columns.headers[column]] as [AxisHeader, AxisHeader];
    if (one.about === undefined) return other.about === undefined ? peopleOf() : columnHeaders[column]?.people;
    if (other.about === undefined) return rowHeaders[row]?.people;
    return peopleOf(transcript => both(one.about?.(transcript), other.about?.(transcript)));
  };

  const known = new Map<string, MatrixCell>();
  const once = (key: string, make: () => MatrixCell): MatrixCell => {
    const cell = known.get(key) ?? make();
    known.set(key, cell);
    return cell;
  };
  const totalPeople = (axis: ReadAxis, headers: readonly MatrixHeader[], at: number): number | undefined =>
    axis.isOfPersons ? undefined : (headers[at]?.people ?? peopleOf());
  return {
    rowAxis: options.rows,
    columnAxis: options.columns,
    rows: rowHeaders,
    columns: columnHeaders,
    cell: (row, column) => once(`${row} ${column}`, () => cellOf(body.cell(row, column), peopleAt(row, column))),
    rowTotal: row => once(`${row} *`, () => cellOf(body.row(row), totalPeople(rows, rowHeaders, row))),
    columnTotal: column =>
      once(`* ${column}`, () => cellOf(body.column(column), totalPeople(columns, columnHeaders, column))),
    get total() {
      return once('*', () => cellOf(body.total, peopleOf()));
    },
    left: { inDoubt: asked.inDoubt, elsewhere: asked.excerpts.length - body.total.excerpts.length },
  };
}
