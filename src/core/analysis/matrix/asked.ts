import { each, type Pieces } from '../../pieces.js';
import type { Corpus, CorpusExcerpt, CorpusTranscript } from '../corpus/corpus.js';
import { EVERYTHING, type Query } from '../query/query.js';
import { runQuery } from '../query/run.js';
import type { MatrixOptions } from './matrix.js';
import { allOf, asksForMarks, term } from './questions.js';

/** What a matrix counts. */
export interface Asked {
  /** Those with a certain place, in the order of the texts. */
  readonly excerpts: readonly CorpusExcerpt[];
  /** Who of the participants speaks in them, by transcript. */
  readonly speakers: ReadonlyMap<CorpusTranscript, ReadonlySet<string>>;
  /** Whose codings they are. */
  readonly coders: ReadonlySet<string>;
  /** How many more have none. */
  readonly inDoubt: number;
  /** Whether codings that mark what is in scope are among them. */
  readonly withScopeCodes: boolean;
  /** What was asked, as far as axes do not say it: question and scope. */
  readonly query: Query;
}

/** How many excerpts are looked at in one go. */
const PIECE = 1000;

/** Finds what is to be counted. */
export function* askedOf(corpus: Corpus, options: Omit<MatrixOptions, 'rows' | 'columns'>): Pieces<Asked> {
  const { query = EVERYTHING, inScope = false, withScopeCodes = asksForMarks(corpus, query) } = options;
  const leavesMarksOut = corpus.hasScope && !withScopeCodes;
  const excerpts: CorpusExcerpt[] = [];
  const speakers = new Map<CorpusTranscript, Set<string>>();
  const coders = new Set<string>();
  let inDoubt = 0;
  let last: { transcript: CorpusTranscript; people: Set<string> } | undefined;
  const take = (excerpt: CorpusExcerpt): void => {
    const { span, transcript } = excerpt;
    if (leavesMarksOut && corpus.isScopeMark(excerpt)) return;
    if (span === undefined) inDoubt++;
    if (span === undefined || (inScope && !corpus.isInScope(transcript, span))) return;
    excerpts.push(excerpt);
    coders.add(excerpt.coder);
    if (last?.transcript !== transcript) {
      last = { transcript, people: new Set() };
      speakers.set(transcript, last.people);
    }
    for (const person of excerpt.participants) last.people.add(person);
  };
  yield* each(isEverything(query) ? corpus.excerpts() : yield* runQuery(query, corpus), PIECE, take);
  const asked = allOf(query, ...(inScope ? [term('is', 'in-scope')] : []));
  return { excerpts, speakers, coders, inDoubt, withScopeCodes, query: asked };
}

function isEverything(query: Query): boolean {
  return query.is === 'and' && query.of.length === 0;
}
