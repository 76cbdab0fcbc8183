import { type Pieces, pieceOf } from '../../pieces.js';
import type { Corpus, CorpusExcerpt } from '../corpus/corpus.js';
import { fieldCalled } from './fields/fields.js';
import { ANY } from './form.js';
import type { Query } from './query.js';
import { relationTest } from './relations.js';

/** So many looks at an excerpt are a piece: at most a few milliseconds, words that are folded for the first time included. */
const PIECE = 500;

/**
 * The excerpts that answer a question: by path of the transcript, then position, end, coder and id. What it costs is linear in the
 * excerpts, and near-linear for relations. Names that do not exist match nothing; `checkQuery` tells them.
 */
export function* runQuery(query: Query, corpus: Corpus): Pieces<readonly CorpusExcerpt[]> {
  const ready = prepare(query, corpus);
  const found: CorpusExcerpt[] = [];
  for (const { excerpts } of corpus.transcripts) {
    const marks = yield* answering(ready, excerpts, allOf(excerpts));
    for (const [i, excerpt] of excerpts.entries()) if (marks[i] === 1) found.push(excerpt);
    yield;
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

/** For each excerpt of a transcript whether it is one of some: 1 or 0. */
type Marks = Uint8Array;

const allOf = (excerpts: readonly CorpusExcerpt[]): Marks => new Uint8Array(excerpts.length).fill(1);

/**
 * Which excerpts of a transcript answer.
 * @param asked which of them are asked: the others do not matter, but as what excerpts may stand to
 */
function* answering(ready: Ready, excerpts: readonly CorpusExcerpt[], asked: Marks): Pieces<Marks> {
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
): Pieces<Marks> {
  const found: Marks = new Uint8Array(excerpts.length);
  const isPiece = pieceOf(PIECE);
  for (let i = 0; i < found.length; i++) {
    if (asked[i] === 0) continue;
    if (isPiece()) yield;
    if (test(excerpts[i] as CorpusExcerpt)) found[i] = 1;
  }
  return found;
}
