import { firstWhere } from '../../text/firstWhere.js';
import type { Span } from '../../text/span.js';
import type { CorpusTranscript } from './corpus.js';

/** How many words begin in a stretch of a transcript. */
export function wordsWithin({ wordStarts }: Pick<CorpusTranscript, 'wordStarts'>, { start, end }: Span): number {
  const before = (place: number): number => firstWhere(wordStarts, at => at >= place);
  return before(end) - before(start);
}
