import type { Pieces } from '../../pieces.js';
import type { Corpus, CorpusExcerpt } from '../corpus/corpus.js';
import { checkQuery } from './check.js';
import { parseQuery } from './parse.js';
import type { Query, QueryProblem } from './query.js';
import { runQuery } from './run.js';

/** What becomes of a question: its answer, or why it has none. */
export type Answer =
  | { readonly query: Query; readonly excerpts: readonly CorpusExcerpt[]; readonly problems: readonly [] }
  | { readonly query?: undefined; readonly problems: readonly QueryProblem[] };

/**
 * Answers a question that was written: the one way from a text to excerpts, in the window, on the command line and for saved ones.
 * What is not understood, or asks for what the study does not have, is refused.
 */
export function* ask(text: string, corpus: Corpus): Pieces<Answer> {
  const { query, problems } = understand(text, corpus);
  return query === undefined ? { problems } : { query, excerpts: yield* runQuery(query, corpus), problems: [] };
}

/** Reads a question and checks it against a study. */
export function understand(
  text: string,
  corpus: Corpus,
): { readonly query?: Query; readonly problems: readonly QueryProblem[] } {
  const { query, problems } = parseQuery(text);
  if (query === undefined) return { problems };
  const unknown = checkQuery(query, corpus);
  return unknown.length === 0 ? { query, problems: unknown } : { problems: unknown };
}
