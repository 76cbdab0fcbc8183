import { each, type Pieces } from '../../pieces.js';
import type { CorpusExcerpt, CorpusTranscript } from '../corpus/corpus.js';
import { EVERYTHING, type Query } from '../query/query.js';
import { type AxisHeader, aboutAll, type ReadAxis } from './axes/axis.js';
import type { Found, MatrixBody } from './matrixBody.js';
import { type About, both } from './population.js';
import { allOf, anyOf } from './questions.js';

/** How many excerpts are looked at in one go. */
const PIECE = 1000;

/** What is in a cell; `loose` counts also excerpts in which one person is of the row and another one of the column. */
interface Crossed {
  readonly excerpts: CorpusExcerpt[];
  readonly participants: Set<string>;
  loose: number;
}

const newCrossed = (): Crossed => ({ excerpts: [], participants: new Set(), loose: 0 });

/**
 * Cells with the excerpts that are in their row and in their column. Where both are about people, somebody has to speak who is of
 * both. Goes through the excerpts once.
 */
export class Crossing implements MatrixBody {
  private readonly cells = new Map<number, Crossed>();
  private readonly rowsFound: readonly Crossed[];
  private readonly columnsFound: readonly Crossed[];
  private readonly found = newCrossed();
  private readonly aboutRows: (transcript: CorpusTranscript) => About;
  private readonly aboutColumns: (transcript: CorpusTranscript) => About;

  /** @param same what exactly the excerpts answer in which somebody speaks who is of the row and of the column */
  constructor(
    private readonly rows: ReadAxis,
    private readonly columns: ReadAxis,
    private readonly counted: readonly CorpusExcerpt[],
    private readonly same: (row: AxisHeader, column: AxisHeader) => Query,
  ) {
    this.rowsFound = rows.headers.map(newCrossed);
    this.columnsFound = columns.headers.map(newCrossed);
    this.aboutRows = aboutAll(rows);
    this.aboutColumns = aboutAll(columns);
  }

  count(): Pieces<void> {
    const [aboutRow, aboutColumn] = [new AboutEach(this.rows), new AboutEach(this.columns)];
    return each(this.counted, PIECE, excerpt => this.take(excerpt, aboutRow, aboutColumn));
  }

  private take(excerpt: CorpusExcerpt, aboutRow: AboutEach, aboutColumn: AboutEach): void {
    const { transcript, participants } = excerpt;
    const [ofRows, ofColumns] = [this.rows.of(excerpt), this.columns.of(excerpt)];
    let isFound = false;
    for (const row of ofRows) {
      for (const column of ofColumns) {
        const cell = this.cellAt(row, column);
        cell.loose++;
        const [ofRow, ofColumn] = [aboutRow.at(row, transcript), aboutColumn.at(column, transcript)];
        let isOfBoth = ofRow === undefined || ofColumn === undefined;
        for (const person of participants) {
          if (ofRow?.has(person) === false || ofColumn?.has(person) === false) continue;
          isOfBoth = true;
          cell.participants.add(person);
          this.rowsFound[row]?.participants.add(person);
          this.columnsFound[column]?.participants.add(person);
          this.found.participants.add(person);
        }
        if (!isOfBoth) continue;
        cell.excerpts.push(excerpt);
        addOnce(this.rowsFound[row], excerpt);
        addOnce(this.columnsFound[column], excerpt);
        isFound = true;
      }
    }
    for (const row of ofRows) (this.rowsFound[row] as Crossed).loose++;
    for (const column of ofColumns) (this.columnsFound[column] as Crossed).loose++;
    if (isFound) this.found.excerpts.push(excerpt);
  }

  private cellAt(row: number, column: number): Crossed {
    const key = row * this.columns.headers.length + column;
    const cell = this.cells.get(key) ?? newCrossed();
    this.cells.set(key, cell);
    return cell;
  }

  cell(row: number, column: number): Found {
    const [one, other] = [this.rows.headers[row], this.columns.headers[column]] as [AxisHeader, AxisHeader];
    const about = (transcript: CorpusTranscript): About => both(one.about?.(transcript), other.about?.(transcript));
    const { excerpts, participants } = this.at(row, column) ?? NOTHING;
    return { excerpts, participants, about, query: () => this.questionAt(row, column) };
  }

  row(row: number): Found {
    const header = this.rows.headers[row] as AxisHeader;
    const about = (transcript: CorpusTranscript): About =>
      both(header.about?.(transcript), this.aboutColumns(transcript));
    const { excerpts, participants } = this.rowsFound[row] ?? NOTHING;
    return { excerpts, participants, about, query: () => this.questionOfRow(row) };
  }

  column(column: number): Found {
    const header = this.columns.headers[column] as AxisHeader;
    const about = (transcript: CorpusTranscript): About => both(this.aboutRows(transcript), header.about?.(transcript));
    const rows = this.rows.headers.map((_, row) => [row, column] as const);
    const query = (): Query =>
      this.questionOf(header.query, this.columnsFound[column], rows, ([row]) => this.rows.headers[row]);
    const { excerpts, participants } = this.columnsFound[column] ?? NOTHING;
    return { excerpts, participants, about, query };
  }

  get total(): Found {
    const about = (transcript: CorpusTranscript): About =>
      both(this.aboutRows(transcript), this.aboutColumns(transcript));
    const { excerpts, participants } = this.found;
    const used = (row: number): boolean => (this.rowsFound[row]?.excerpts.length ?? 0) > 0;
    const query = (): Query => {
      if (excerpts.length === this.counted.length) return EVERYTHING;
      return anyOf([...this.rows.headers.keys()].filter(used).map(row => this.questionOfRow(row)));
    };
    return { excerpts, participants, about, query };
  }

  private at(row: number, column: number): Crossed | undefined {
    return this.cells.get(row * this.columns.headers.length + column);
  }

  private isExact(row: number, column: number): boolean {
    const cell = this.at(row, column);
    return cell === undefined || cell.loose === cell.excerpts.length;
  }

  private questionAt(row: number, column: number): Query {
    const [one, other] = [this.rows.headers[row], this.columns.headers[column]] as [AxisHeader, AxisHeader];
    return this.isExact(row, column) ? allOf(one.query, other.query) : this.same(one, other);
  }

  private questionOfRow(row: number): Query {
    const header = this.rows.headers[row] as AxisHeader;
    const columns = this.columns.headers.map((_, column) => [row, column] as const);
    return this.questionOf(header.query, this.rowsFound[row], columns, ([, column]) => this.columns.headers[column]);
  }

  /** What a whole row or column answers, as short as it is exact. */
  private questionOf(
    query: Query,
    whole: Crossed | undefined,
    cells: readonly (readonly [row: number, column: number])[],
    headerOf: (cell: readonly [row: number, column: number]) => AxisHeader | undefined,
  ): Query {
    if (whole === undefined || whole.loose === whole.excerpts.length) return query;
    const used = cells.filter(([row, column]) => (this.at(row, column)?.excerpts.length ?? 0) > 0);
    if (!used.every(([row, column]) => this.isExact(row, column)))
      return anyOf(used.map(([row, column]) => this.questionAt(row, column)));
    return allOf(query, anyOf(used.flatMap(cell => headerOf(cell)?.query ?? [])));
  }
}

const NOTHING: Pick<Found, 'excerpts' | 'participants'> = newCrossed();

function addOnce(to: Crossed | undefined, excerpt: CorpusExcerpt): void {
  if (to !== undefined && to.excerpts.at(-1) !== excerpt) to.excerpts.push(excerpt);
}

/** Whom the rows or columns are about in the transcript that is gone through, each looked up once. */
class AboutEach {
  private transcript: CorpusTranscript | undefined;
  private known = new Map<number, About>();

  constructor(private readonly axis: ReadAxis) {}

  at(index: number, transcript: CorpusTranscript): About {
    const header = this.axis.headers[index];
    if (header?.about === undefined) return undefined;
    if (transcript !== this.transcript) this.known = new Map();
    this.transcript = transcript;
    const about = this.known.get(index) ?? header.about(transcript);
    this.known.set(index, about);
    return about;
  }
}
