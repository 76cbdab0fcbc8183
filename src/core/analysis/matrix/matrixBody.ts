import type { Pieces } from '../../pieces.js';
import type { CorpusExcerpt, CorpusTranscript } from '../corpus/corpus.js';
import type { Query } from '../query/query.js';
import type { About } from './population.js';

/** What is found in a cell or a total. */
export interface Found {
  /** In the order of the texts. */
  readonly excerpts: readonly CorpusExcerpt[];
  /** In any order. */
  readonly participants: ReadonlySet<string>;
  /** Whose words count. */
  about(transcript: CorpusTranscript): About;
  /** What exactly these excerpts answer among those that are counted. */
  query(): Query;
}

/** The cells of a matrix and their totals, before anything is said of them. */
export interface MatrixBody {
  /** Goes through what is counted; before that there is nothing. */
  count(): Pieces<void>;
  cell(row: number, column: number): Found;
  row(row: number): Found;
  column(column: number): Found;
  readonly total: Found;
}
