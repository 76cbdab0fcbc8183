import type { Span } from '../../text/span.js';
import type { CorpusTranscript } from './corpus.js';

/** How many words begin in a stretch of a transcript. */
export function wordsWithin({ wordStarts }: Pick<CorpusTranscript, 'wordStarts'>, { start, end }: Span): number {
  return indexFrom(wordStarts, end) - indexFrom(wordStarts, start);
}

/** How many of some sorted numbers are smaller than one. */
function indexFrom(sorted: Uint32Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? value) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
