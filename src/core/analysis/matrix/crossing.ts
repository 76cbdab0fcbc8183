import type { CorpusExcerpt, CorpusTranscript } from '../corpus/corpus.js';
import { EVERYTHING, type Query } from '../query/query.js';
import { type AxisHeader, aboutAll, type ReadAxis } from './axes/axis.js';
import { type Found, type MatrixBody, speakersIn } from './matrixBody.js';
import { type About, both } from './population.js';
import { allOf, anyOf } from './questions.js';

/** What is in a cell; `loose` counts also excerpts in which one person is of the row and another one of the column. */
interface Crossed {
  readonly excerpts: CorpusExcerpt[];
  loose: number;
}

const newCrossed = (): Crossed => ({ excerpts: [], loose: 0 });

/**
 * Cells with the excerpts that are in their row and in their column. Where both are about people, somebody has to speak who is of
 * both. Goes through the excerpts once.
 */
export class Crossing implements MatrixBody {
  private readonly cells = new Map<number, Crossed>();
  private readonly rowsFound: readonly Crossed[];
  private readonly columnsFound: readonly Crossed[];
  private readonly found: CorpusExcerpt[] = [];
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
    for (const excerpt of counted) this.take(excerpt);
  }

  private take(excerpt: CorpusExcerpt): void {
    const [ofRows, ofColumns] = [this.rows.of(excerpt), this.columns.of(excerpt)];
    let isFound = false;
    for (const row of ofRows) {
      for (const column of ofColumns) {
        const cell = this.cellAt(row, column);
        cell.loose++;
        if (!speaksForBoth(excerpt, this.rows.headers[row], this.columns.headers[column])) continue;
        cell.excerpts.push(excerpt);
        addOnce(this.rowsFound[row], excerpt);
        addOnce(this.columnsFound[column], excerpt);
        isFound = true;
      }
    }
    for (const row of ofRows) (this.rowsFound[row] as Crossed).loose++;
    for (const column of ofColumns) (this.columnsFound[column] as Crossed).loose++;
    if (isFound) this.found.push(excerpt);
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
    return foundOf(this.excerptsAt(row, column), about, () => this.questionAt(row, column));
  }

  row(row: number): Found {
    const header = this.rows.headers[row] as AxisHeader;
    const about = (transcript: CorpusTranscript): About =>
      both(header.about?.(transcript), this.aboutColumns(transcript));
    return foundOf(this.rowsFound[row]?.excerpts ?? [], about, () => this.questionOfRow(row));
  }

  column(column: number): Found {
    const header = this.columns.headers[column] as AxisHeader;
    const about = (transcript: CorpusTranscript): About => both(this.aboutRows(transcript), header.about?.(transcript));
    const rows = this.rows.headers.map((_, row) => [row, column] as const);
    const query = (): Query =>
      this.questionOf(header.query, this.columnsFound[column], rows, ([row]) => this.rows.headers[row]);
    return foundOf(this.columnsFound[column]?.excerpts ?? [], about, query);
  }

  get total(): Found {
    const about = (transcript: CorpusTranscript): About =>
      both(this.aboutRows(transcript), this.aboutColumns(transcript));
    const used = (row: number): boolean => (this.rowsFound[row]?.excerpts.length ?? 0) > 0;
    return foundOf(this.found, about, () => {
      if (this.found.length === this.counted.length) return EVERYTHING;
      return anyOf([...this.rows.headers.keys()].filter(used).map(row => this.questionOfRow(row)));
    });
  }

  private excerptsAt(row: number, column: number): readonly CorpusExcerpt[] {
    return this.cells.get(row * this.columns.headers.length + column)?.excerpts ?? [];
  }

  private isExact(row: number, column: number): boolean {
    const cell = this.cells.get(row * this.columns.headers.length + column);
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
    const used = cells.filter(([row, column]) => this.excerptsAt(row, column).length > 0);
    if (!used.every(([row, column]) => this.isExact(row, column)))
      return anyOf(used.map(([row, column]) => this.questionAt(row, column)));
    return allOf(query, anyOf(used.flatMap(cell => headerOf(cell)?.query ?? [])));
  }
}

function foundOf(
  excerpts: readonly CorpusExcerpt[],
  about: (transcript: CorpusTranscript) => About,
  query: () => Query,
): Found {
  return { excerpts, participants: speakersIn(excerpts, about), about, query };
}

function addOnce(to: Crossed | undefined, excerpt: CorpusExcerpt): void {
  if (to !== undefined && to.excerpts.at(-1) !== excerpt) to.excerpts.push(excerpt);
}

/** Whether what is about people in the row and in the column is about one and the same. */
function speaksForBoth({ transcript, participants }: CorpusExcerpt, row?: AxisHeader, column?: AxisHeader): boolean {
  if (row?.about === undefined || column?.about === undefined) return true;
  const [ofRow, ofColumn] = [row.about(transcript), column.about(transcript)];
  if (ofRow === undefined || ofColumn === undefined) return true;
  return participants.some(person => ofRow.has(person) && ofColumn.has(person));
}
