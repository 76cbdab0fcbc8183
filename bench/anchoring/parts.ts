import type { Span } from '../../src/core/text/span.js';
import { below } from '../random.js';
import { type Characters, isLetter, isUnspaced } from './characters.js';
import { sentenceStarts } from './edits/turns.js';

/** Words, and sentences without the white space behind them: places in the first version. */
export interface Parts {
  readonly words: readonly Span[];
  readonly sentences: readonly Span[];
}

/**
 * The parts of a paragraph of the first version.
 * @param random decides how long words of scripts without spaces are taken to be
 */
export function partsOf(paragraph: Characters, random: () => number): Parts {
  const from = paragraph[0]?.from ?? 0;
  const words: Span[] = [];
  let start = -1;
  let most = 0;
  for (let i = 0; i <= paragraph.length; i++) {
    const char = paragraph[i]?.char ?? ' ';
    const isInWord = isLetter(char) || (start !== -1 && /['’]/.test(char) && isLetter(paragraph[i + 1]?.char ?? ''));
    const isMark = /\p{M}/u.test(char);
    if (start !== -1 && (!isInWord || (i - start >= most && !isMark))) {
      words.push({ start: from + start, end: from + i });
      start = -1;
    }
    if (start !== -1 || !isInWord) continue;
    start = i;
    // Where there are no spaces, a word is taken to have some characters.
    most = isUnspaced(char) ? 2 + below(random, 3) : Number.POSITIVE_INFINITY;
  }
  const starts = [0, ...sentenceStarts(paragraph)];
  const sentences = starts.map((at, i) => {
    let end = starts[i + 1] ?? paragraph.length;
    while (/\s/.test(paragraph[end - 1]?.char ?? '')) end--;
    return { start: from + at, end: from + end };
  });
  return { words, sentences };
}
