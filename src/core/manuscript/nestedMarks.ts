import { QUOTE_MARKS, type QuoteStyle } from './style.js';

const DOUBLE = /["“”„‟«»]/u;
const SINGLE = /['‘’‚‹›]/u;

/**
 * Words that are to stand between quotation marks, with marks of the other kind around what is quoted in them, so that they do not end the
 * quotation: `“I said, ‘I notice.’”`. Apostrophes stay what they are, in the shape of the style.
 */
export function nestedMarks(text: string, marks: QuoteStyle['marks']): string {
  const [, , open, close] = QUOTE_MARKS[marks];
  const characters = [...text];
  let depth = 0;
  return characters
    .map((character, i) => {
      const isDouble = DOUBLE.test(character);
      if (!isDouble && !SINGLE.test(character)) return character;
      if (opens(characters, i)) {
        depth++;
        return open;
      }
      const isApostrophe = !isDouble && (depth === 0 || isLetter(characters[i + 1]));
      if (isApostrophe) return marks === 'straight' ? "'" : '’';
      depth = Math.max(0, depth - 1);
      return close;
    })
    .join('');
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Whether a mark is at the start of what it encloses: something visible follows, white space or a bracket is before. */
function opens(characters: readonly string[], i: number): boolean {
  const [before, after] = [characters[i - 1], characters[i + 1]];
  return (before === undefined || /[\s\p{Ps}\p{Pd}]/u.test(before)) && after !== undefined && !/\s/u.test(after);
}
