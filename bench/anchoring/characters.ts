/** A character (one code point) and which character of the first version it is: its position there, or `INSERTED`. */
export interface Character {
  readonly char: string;
  readonly from: number;
}

/** A text whose characters keep their identity through every edit. */
export type Characters = readonly Character[];

/** Of a character that the first version did not have, and of labels and time stamps, which nobody said. */
export const INSERTED = -1;

const LETTER = /[\p{L}\p{N}\p{M}]/u;
/** Scripts without spaces: each character counts as a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a character is one that counts: a letter, a digit or a mark on one. White space and punctuation do not. */
export const isLetter = (char: string): boolean => LETTER.test(char);

/** Whether a character is of a script that puts no spaces between words. */
export const isUnspaced = (char: string): boolean => UNSPACED.test(char);

/** New characters. */
export const inserted = (text: string): Characters => Array.from(text, char => ({ char, from: INSERTED }));

/** Other characters that stand for the same: each keeps the identity of the one it takes the place of. */
export function instead(old: Characters, text: string): Characters {
  return Array.from(text, (char, i) => ({ char, from: old[Math.min(i, old.length - 1)]?.from ?? INSERTED }));
}

/** Characters without identity, as a copy has them. */
export const copied = (characters: Characters): Characters => characters.map(({ char }) => ({ char, from: INSERTED }));

/** The text of characters. */
export const textOf = (characters: Characters): string => characters.map(({ char }) => char).join('');

/**
 * Replaces every match of a pattern.
 * @param pattern with the flags `g` and `u`
 * @param replace gets the characters that matched and the match; what it answers takes their place
 */
export function rewrite(
  characters: Characters,
  pattern: RegExp,
  replace: (found: Characters, match: RegExpMatchArray, start: number) => Characters,
): Characters {
  const text = textOf(characters);
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return characters;
  const position = positions(text, characters);
  const result: Character[] = [];
  let done = 0;
  for (const match of matches) {
    const start = position(match.index);
    const end = position(match.index + match[0].length);
    result.push(...characters.slice(done, start), ...replace(characters.slice(start, end), match, start));
    done = end;
  }
  result.push(...characters.slice(done));
  return result;
}

/** Turns UTF-16 offsets into positions in code points; for offsets that ascend. */
function positions(text: string, characters: Characters): (offset: number) => number {
  if (text.length === characters.length) return offset => offset;
  let at = 0;
  let units = 0;
  return offset => {
    for (; units < offset; at++) units += characters[at]?.char.length ?? 1;
    return at;
  };
}
