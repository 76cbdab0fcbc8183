import type { Corpus, CorpusExcerpt } from '../analysis/corpus/corpus.js';
import type { CodebookEntry } from '../codebook/codebook.js';
import { overlaps } from '../text/span.js';
import type { CheckedQuotation } from './checked.js';

/** The codings that a quotation shares words with, where its source is known; those that mark what is in scope left out. */
export function codingsOf({ source, verdict }: CheckedQuotation, corpus: Corpus): CorpusExcerpt[] {
  if (source === undefined || (verdict !== 'verbatim' && verdict !== 'ambiguous')) return [];
  const transcript = corpus.transcripts.find(({ path }) => path === source.transcript);
  const spans = source.spans.filter(({ start, end }) => start < end);
  return (transcript?.excerpts ?? []).filter(
    excerpt =>
      !corpus.isScopeMark(excerpt) && spans.some(span => excerpt.span !== undefined && overlaps(excerpt.span, span)),
  );
}

/** The codes of a quotation as the codebook has them today, in its order. */
export function codesOf(checked: CheckedQuotation, corpus: Corpus): CodebookEntry[] {
  const codes = new Set(codingsOf(checked, corpus).map(excerpt => corpus.codeOf(excerpt)));
  return corpus.study.codebook.entries.filter(entry => codes.has(entry));
}
