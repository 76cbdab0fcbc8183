import type { Corpus, CorpusExcerpt } from '../corpus/corpus.js';
import { EVERYTHING, type Query } from '../query/query.js';
import { runQuery } from '../query/run.js';
import type { MatrixOptions } from './matrix.js';
import { allOf, asksForMarks, term } from './questions.js';

/** What a matrix counts. */
export interface Asked {
  /** Those with a certain place, in the order of the texts. */
  readonly excerpts: readonly CorpusExcerpt[];
  /** How many more have none. */
  readonly inDoubt: number;
  /** Whether codings that mark what is in scope are among them. */
  readonly withScopeCodes: boolean;
  /** What was asked, as far as axes do not say it: question and scope. */
  readonly query: Query;
}

/** Finds what is to be counted. */
export function askedOf(corpus: Corpus, options: Omit<MatrixOptions, 'rows' | 'columns'>): Asked {
  const { query = EVERYTHING, inScope = false, withScopeCodes = asksForMarks(corpus, query) } = options;
  const leavesMarksOut = corpus.hasScope && !withScopeCodes;
  const excerpts: CorpusExcerpt[] = [];
  let inDoubt = 0;
  const take = (excerpt: CorpusExcerpt): void => {
    const { span, transcript } = excerpt;
    if (leavesMarksOut && corpus.isScopeMark(excerpt)) return;
    if (span === undefined) inDoubt++;
    else if (!inScope || corpus.isInScope(transcript, span)) excerpts.push(excerpt);
  };
  if (isEverything(query)) for (const transcript of corpus.transcripts) transcript.excerpts.forEach(take);
  else runQuery(query, corpus).forEach(take);
  return { excerpts, inDoubt, withScopeCodes, query: allOf(query, ...(inScope ? [term('is', 'in-scope')] : [])) };
}

function isEverything(query: Query): boolean {
  return query.is === 'and' && query.of.length === 0;
}
