import { type Pieces, pieceOf } from '../../pieces.js';
import type { CorpusExcerpt, CorpusTranscript } from '../corpus/corpus.js';
import { EVERYTHING, type Query } from '../query/query.js';
import type { AxisHeader, ReadAxis } from './axes/axis.js';
import type { Found, MatrixBody } from './matrixBody.js';
import type { About } from './population.js';
import { allOf, anyOf } from './questions.js';

/** How many excerpts and overlaps are looked at in one go. */
const PIECE = 1000;

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
  private readonly inRows: readonly Whole[];
  private readonly inColumns: readonly Whole[];
  private readonly inAny = newWhole();

  /** @param completed adds to what an axis asks what all counted excerpts answer */
  constructor(
    private readonly rows: ReadAxis,
    private readonly columns: ReadAxis,
    private readonly counted: readonly CorpusExcerpt[],
    private readonly completed: (query: Query) => Query,
  ) {
    this.inRows = rows.headers.map(newWhole);
    this.inColumns = rows === columns ? this.inRows : columns.headers.map(newWhole);
  }

  *count(): Pieces<void> {
    let active: number[] = [];
    let transcript: CorpusTranscript | undefined;
    const isPiece = pieceOf(PIECE);
    for (const [i, excerpt] of this.counted.entries()) {
      if (excerpt.transcript !== transcript) active = [];
      transcript = excerpt.transcript;
      const start = excerpt.span?.start ?? 0;
      active = active.filter(other => (this.counted[other]?.span?.end ?? 0) > start);
      this.takeOne(excerpt, i);
      for (const other of active) {
        this.takePair(other, i);
        if (isPiece()) yield;
      }
      active.push(i);
      if (isPiece()) yield;
    }
  }

  private takeOne(excerpt: CorpusExcerpt, at: number): void {
    const [ofRows, ofColumns] = [this.rows.of(excerpt), this.columns.of(excerpt)];
    for (const row of ofRows) addTo(this.inRows[row], excerpt);
    if (this.rows !== this.columns) for (const column of ofColumns) addTo(this.inColumns[column], excerpt);
    if (ofRows.length + ofColumns.length > 0) addTo(this.inAny, excerpt);
    for (const row of ofRows) {
      for (const column of ofColumns) {
        const cell = this.cellAt(row, column);
        cell.isOne = true;
        cell.excerpts.add(at);
        for (const person of excerpt.participants) cell.participants.add(person);
      }
    }
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
    return foundIn(this.inRows[row], () => this.rows.headers[row]?.query ?? EVERYTHING);
  }

  column(column: number): Found {
    return foundIn(this.inColumns[column], () => this.columns.headers[column]?.query ?? EVERYTHING);
  }

  get total(): Found {
    const axes = this.rows === this.columns ? [this.rows] : [this.rows, this.columns];
    return foundIn(this.inAny, () => {
      if (this.inAny.excerpts.length === this.counted.length) return EVERYTHING;
      return anyOf(axes.flatMap(({ headers }) => headers.map(({ query }) => query)));
    });
  }
}

/** What is in a row or column, or in any. */
interface Whole {
  readonly excerpts: CorpusExcerpt[];
  readonly participants: Set<string>;
}

const newWhole = (): Whole => ({ excerpts: [], participants: new Set() });

function addTo(whole: Whole | undefined, excerpt: CorpusExcerpt): void {
  whole?.excerpts.push(excerpt);
  for (const person of excerpt.participants) whole?.participants.add(person);
}

function foundIn(whole: Whole = newWhole(), query: () => Query): Found {
  return { ...whole, about: everybody, query };
}

const everybody = (): About => undefined;
