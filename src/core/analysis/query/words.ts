import { searchedWords } from '../../codebook/search.js';
import { UNSPACED } from '../../transcript/words.js';

/**
 * What finds words in a text as `foldedWords` gives it: all of them, one after the other. `hop*` is any word that begins so. Where a
 * script puts no blanks between words, they are found inside.
 * @returns undefined where nothing is left to look for
 */
export function wordsPattern(asked: string): RegExp | undefined {
  const parts: string[] = [];
  for (const part of asked.split(/\s+/)) {
    const words = searchedWords(part)
      .trim()
      .split(' ')
      .filter(word => word !== '');
    const isBeginning = part.endsWith('*');
    for (const [i, word] of words.entries()) {
      const inside = UNSPACED.test(word) ? '[^ ]*' : '';
      const after = inside === '' && isBeginning && i === words.length - 1 ? '[^ ]*' : inside;
      parts.push(`${inside}${word.replace(/[$^|+]/g, '\\$&')}${after}`);
    }
  }
  return parts.length === 0 ? undefined : new RegExp(` ${parts.join(' ')} `, 'u');
}

/** The words of a text as they are compared, a space before and behind each. */
export function foldedWords(text: string): string {
  return `${searchedWords(text)} `;
}
