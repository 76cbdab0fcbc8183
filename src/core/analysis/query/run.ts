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

/** For each excerpt of a transcript whether it is one of some: 1 or 0. */
type Marks = Uint8Array;

/** Answers in pieces; some are empty. */
function* pieces(query: Query, corpus: Corpus): Steps<void> {
  const ready = prepare(query, corpus);
  for (const { excerpts } of corpus.transcripts) {
    const marks = yield* answering(ready, excerpts, allOf(excerpts));
    yield excerpts.filter((_, i) => marks[i] === 1);
  }
}

const allOf = (excerpts: readonly CorpusExcerpt[]): Marks => new Uint8Array(excerpts.length).fill(1);

/**
 * Which excerpts of a transcript answer.
 * @param asked which of them are asked: the others do not matter, but as what excerpts may stand to
 */
function* answering(ready: Ready, excerpts: readonly CorpusExcerpt[], asked: Marks): Steps<Marks> {
  switch (ready.is) {
    case 'test':
      return yield* tested(excerpts, asked, ready.test);
    case 'not': {
      const not = yield* answering(ready.of, excerpts, asked);
      return asked.map((mark, i) => mark & ~(not[i] as number));
    }
    case 'and': {
      let left = asked;
      for (const part of ready.of) left = yield* answering(part, excerpts, left);
      return left;
    }
    case 'or': {
      const found: Marks = new Uint8Array(excerpts.length);
      for (const part of ready.of) {
        const more = yield* answering(part, excerpts, asked);
        for (let i = 0; i < found.length; i++) (found[i] as number) |= more[i] as number;
      }
      return found;
    }
    case 'relation': {
      const others = yield* answering(ready.other, excerpts, allOf(excerpts));
      const { how, turns } = ready.query;
      const test = relationTest(
        how,
        turns,
        excerpts.filter((_, i) => others[i] === 1),
      );
      return yield* tested(excerpts, asked, test);
    }
  }
}

function* tested(
  excerpts: readonly CorpusExcerpt[],
  asked: Marks,
  test: (excerpt: CorpusExcerpt) => boolean,
): Steps<Marks> {
  const found: Marks = new Uint8Array(excerpts.length);
  let left = PIECE;
  for (let i = 0; i < found.length; i++) {
    if (asked[i] === 0) continue;
    if (--left === 0) {
      yield [];
      left = PIECE;
    }
    if (test(excerpts[i] as CorpusExcerpt)) found[i] = 1;
  }
  return found;
}
