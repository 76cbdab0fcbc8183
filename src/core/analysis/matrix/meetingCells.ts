import type { CorpusExcerpt, CorpusTranscript } from '../corpus/corpus.js';
import { EVERYTHING, type Query } from '../query/query.js';
import type { AxisHeader, ReadAxis } from './axes/axis.js';
import type { Found, MatrixBody } from './matrixBody.js';
import type { About } from './population.js';
import { allOf, anyOf } from './questions.js';

interface Met {
  /** Indices of the excerpts. */
  readonly excerpts: Set<number>;
  readonly participants: Set<string>;
  /** Whether an excerpt is in row and column by itself. */
  isOne: boolean;
}

/**
 * Cells of codes or themes both ways: the excerpts of both where they stand on the same words, and who speaks in both. Sweeps each
 * transcript once: what it costs grows with the excerpts and the overlaps there are.
 */
export class MeetingCells implements MatrixBody {
  private readonly cells = new Map<number, Met>();
  private readonly inRows: readonly CorpusExcerpt[][];
  private readonly inColumns: readonly CorpusExcerpt[][];
  private readonly inAny: readonly CorpusExcerpt[];

  /** @param completed adds to what an axis asks what all counted excerpts answer */
  constructor(
    private readonly rows: ReadAxis,
    private readonly columns: ReadAxis,
    private readonly counted: readonly CorpusExcerpt[],
    private readonly completed: (query: Query) => Query,
  ) {
    this.inRows = listsOf(rows, counted);
    this.inColumns = rows === columns ? this.inRows : listsOf(columns, counted);
    this.inAny = counted.filter(excerpt => rows.of(excerpt).length + columns.of(excerpt).length > 0);
    let active: number[] = [];
    let transcript: CorpusTranscript | undefined;
    for (const [i, excerpt] of counted.entries()) {
      if (excerpt.transcript !== transcript) active = [];
      transcript = excerpt.transcript;
      const start = excerpt.span?.start ?? 0;
      active = active.filter(other => (counted[other]?.span?.end ?? 0) > start);
      for (const row of rows.of(excerpt)) for (const column of columns.of(excerpt)) this.takeOne(row, column, i);
      for (const other of active) this.takePair(other, i);
      active.push(i);
    }
  }

  private takeOne(row: number, column: number, at: number): void {
    const cell = this.cellAt(row, column);
    cell.isOne = true;
    cell.excerpts.add(at);
    for (const person of this.counted[at]?.participants ?? []) cell.participants.add(person);
  }

  private takePair(a: number, b: number): void {
    const [one, other] = [this.counted[a], this.counted[b]] as [CorpusExcerpt, CorpusExcerpt];
    const common = one.participants.filter(person => other.participants.includes(person));
    for (const [first, second] of [
      [one, other],
      [other, one],
    ] as const) {
      for (const row of this.rows.of(first)) {
        for (const column of this.columns.of(second)) {
          const cell = this.cellAt(row, column);
          cell.excerpts.add(a).add(b);
          for (const person of common) cell.participants.add(person);
        }
      }
    }
  }

  private cellAt(row: number, column: number): Met {
    const key = row * this.columns.headers.length + column;
    const cell = this.cells.get(key) ?? { excerpts: new Set(), participants: new Set(), isOne: false };
    this.cells.set(key, cell);
    return cell;
  }

  cell(row: number, column: number): Found {
    const [one, other] = [this.rows.headers[row], this.columns.headers[column]] as [AxisHeader, AxisHeader];
    const met = this.cells.get(row * this.columns.headers.length + column);
    const meet = (query: Query, beside: Query): Query =>
      allOf(query, { is: 'relation', how: 'overlaps', other: this.completed(beside) });
    const isSame = this.rows === this.columns && row === column;
    const parts = (): Query[] => [
      ...(met?.isOne ? [allOf(one.query, other.query)] : []),
      meet(one.query, other.query),
      meet(other.query, one.query),
    ];
    return {
      excerpts: [...(met?.excerpts ?? [])].sort((a, b) => a - b).map(i => this.counted[i] as CorpusExcerpt),
      participants: met?.participants ?? new Set<string>(),
      about: everybody,
      query: () => (isSame ? one.query : anyOf(parts())),
    };
  }

  row(row: number): Found {
    return wholeOf(this.inRows[row] ?? [], () => this.rows.headers[row]?.query ?? EVERYTHING);
  }

  column(column: number): Found {
    return wholeOf(this.inColumns[column] ?? [], () => this.columns.headers[column]?.query ?? EVERYTHING);
  }

  get total(): Found {
    const axes = this.rows === this.columns ? [this.rows] : [this.rows, this.columns];
    return wholeOf(this.inAny, () => {
      if (this.inAny.length === this.counted.length) return EVERYTHING;
      return anyOf(axes.flatMap(({ headers }) => headers.map(({ query }) => query)));
    });
  }
}

function listsOf(axis: ReadAxis, counted: readonly CorpusExcerpt[]): CorpusExcerpt[][] {
  const lists: CorpusExcerpt[][] = axis.headers.map(() => []);
  for (const excerpt of counted) for (const at of axis.of(excerpt)) lists[at]?.push(excerpt);
  return lists;
}

function wholeOf(excerpts: readonly CorpusExcerpt[], query: () => Query): Found {
  const people = new Set<string>();
  for (const { participants } of excerpts) for (const person of participants) people.add(person);
  return { excerpts, participants: people, about: everybody, query };
}

const everybody = (): About => undefined;
