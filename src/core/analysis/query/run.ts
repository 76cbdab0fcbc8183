import type { Cancellation } from '../../ports.js';
import type { Corpus, CorpusExcerpt } from '../corpus/corpus.js';
import { fieldCalled } from './fields/fields.js';
import { ANY } from './form.js';
import type { Query } from './query.js';
import { relationTest } from './relations.js';

/** After so many looks at an excerpt others get their turn: a few milliseconds, words that are folded for the first time included. */
const PIECE = 2000;

/** How a long answer is to be worked out. */
export interface QueryPace {
  readonly cancellation?: Cancellation;
  /** Awaited between pieces of work, so that others get their turn. */
  readonly pause?: () => Promise<void>;
}

/**
 * The excerpts that answer a question: by path of the transcript, then position, end, coder and id. What it costs is linear in the
 * excerpts, and near-linear for relations. Names that do not exist match nothing; `checkQuery` tells them.
 * @param cancellation where it is cancelled, what was found so far is answered
 */
export function runQuery(query: Query, corpus: Corpus, cancellation?: Cancellation): readonly CorpusExcerpt[] {
  const found: CorpusExcerpt[] = [];
  for (const piece of pieces(query, corpus)) {
    if (cancellation?.cancelled) break;
    for (const excerpt of piece) found.push(excerpt);
  }
  return found;
}

/** The same in pieces, so that a window does not stand still meanwhile. */
export async function runQueryInSlices(
  query: Query,
  corpus: Corpus,
  pace: QueryPace,
): Promise<readonly CorpusExcerpt[]> {
  const found: CorpusExcerpt[] = [];
  for (const piece of pieces(query, corpus)) {
    for (const excerpt of piece) found.push(excerpt);
    await pace.pause?.();
    if (pace.cancellation?.cancelled) break;
  }
  return found;
}

/** A question made ready for a corpus: names are looked up once. */
type Ready =
  | { readonly is: 'and' | 'or'; readonly of: readonly Ready[] }
  | { readonly is: 'not'; readonly of: Ready }
  | { readonly is: 'test'; readonly test: (excerpt: CorpusExcerpt) => boolean }
  | { readonly is: 'relation'; readonly query: Extract<Query, { is: 'relation' }>; readonly other: Ready };

function prepare(query: Query, corpus: Corpus): Ready {
  switch (query.is) {
    case 'term': {
      const field = fieldCalled(query.field);
      return { is: 'test', test: query.value === ANY ? field.any(corpus) : field.test(query.value, corpus) };
    }
    case 'not':
      return { is: 'not', of: prepare(query.of, corpus) };
    case 'relation':
      return { is: 'relation', query, other: prepare(query.other, corpus) };
    default:
      return { is: query.is, of: query.of.map(part => prepare(part, corpus)) };
  }
}

/** Goes through the excerpts of one transcript, now and then letting others have their turn. */
type Steps<T> = Generator<readonly CorpusExcerpt[], T>;

/** Answers in pieces; some are empty. */
function* pieces(query: Query, corpus: Corpus): Steps<void> {
  const ready = prepare(query, corpus);
  for (const { excerpts } of corpus.transcripts) yield yield* chosen(ready, excerpts);
}

/** Those of some excerpts of a transcript that answer; `excerpts` are all of it that relations look at. */
function* chosen(ready: Ready, excerpts: readonly CorpusExcerpt[], all = excerpts): Steps<readonly CorpusExcerpt[]> {
  switch (ready.is) {
    case 'test':
      return yield* filtered(excerpts, ready.test);
    case 'not': {
      const not = new Set(yield* chosen(ready.of, excerpts, all));
      return yield* filtered(excerpts, excerpt => !not.has(excerpt));
    }
    case 'and': {
      let left = excerpts;
      for (const part of ready.of) left = yield* chosen(part, left, all);
      return left;
    }
    case 'or': {
      const found = new Set<CorpusExcerpt>();
      for (const part of ready.of) for (const excerpt of yield* chosen(part, excerpts, all)) found.add(excerpt);
      return yield* filtered(excerpts, excerpt => found.has(excerpt));
    }
    case 'relation': {
      if (excerpts.length === 0) return excerpts;
      const { how, turns } = ready.query;
      return yield* filtered(excerpts, relationTest(how, turns, yield* chosen(ready.other, all)));
    }
  }
}

function* filtered(
  excerpts: readonly CorpusExcerpt[],
  test: (excerpt: CorpusExcerpt) => boolean,
): Steps<readonly CorpusExcerpt[]> {
  const found: CorpusExcerpt[] = [];
  let left = PIECE;
  for (const excerpt of excerpts) {
    if (--left === 0) {
      yield [];
      left = PIECE;
    }
    if (test(excerpt)) found.push(excerpt);
  }
  return found;
}
