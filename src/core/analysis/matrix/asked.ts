import type { Corpus, CorpusExcerpt } from '../corpus/corpus.js';
import { EVERYTHING, type Query } from '../query/query.js';
import { runQuery } from '../query/run.js';
import type { MatrixOptions } from './matrix.js';
import { allOf, term } from './questions.js';

/** What a matrix counts. */
export interface Asked {
  /** Those with a certain place, in the order of the texts. */
  readonly excerpts: readonly CorpusExcerpt[];
  /** How many more have none. */
  readonly inDoubt: number;
  /** What was asked, as far as axes do not say it: question and scope. */
  readonly query: Query;
}

/** Finds what is to be counted. */
export function askedOf(corpus: Corpus, options: Omit<MatrixOptions, 'rows' | 'columns'>): Asked {
  const { query = EVERYTHING, inScope = false, withScopeCodes = false } = options;
  const found = isEverything(query) ? [...corpus.excerpts()] : runQuery(query, corpus);
  const counted = withScopeCodes ? found : found.filter(excerpt => !corpus.isScopeMark(excerpt));
  const certain = counted.filter(({ span }) => span !== undefined);
  const isWanted = ({ transcript, span }: CorpusExcerpt): boolean =>
    !inScope || (span !== undefined && corpus.isInScope(transcript, span));
  return {
    excerpts: certain.filter(isWanted),
    inDoubt: counted.length - certain.length,
    query: allOf(query, ...(inScope ? [term('is', 'in-scope')] : [])),
  };
}

function isEverything(query: Query): boolean {
  return query.is === 'and' && query.of.length === 0;
}
