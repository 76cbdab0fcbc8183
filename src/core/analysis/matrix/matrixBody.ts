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
  cell(row: number, column: number): Found;
  row(row: number): Found;
  column(column: number): Found;
  readonly total: Found;
}

export const everybody = (): About => undefined;

/** Who of some people speaks in some excerpts. */
export function speakersIn(
  excerpts: readonly CorpusExcerpt[],
  about: (transcript: CorpusTranscript) => About,
): ReadonlySet<string> {
  const people = new Set<string>();
  for (const { transcript, participants } of excerpts) {
    const of = about(transcript);
    for (const person of participants) if (of === undefined || of.has(person)) people.add(person);
  }
  return people;
}
