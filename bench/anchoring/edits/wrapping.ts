import { below } from '../../random.js';
import { type Character, type Characters, inserted, instead, isUnspaced, rewrite } from '../characters.js';
import { mapParagraphs } from '../document.js';
import type { Edit } from './edit.js';

/** Paragraphs hard-wrapped at 60 to 80 columns, or each on one line where they were wrapped. */
export const rewrapped: Edit = {
  name: 're-wrapped',
  isMechanical: true,
  apply: (document, random) => {
    const isWrapped = document.blocks.some(
      ({ kind, paragraphs }) => kind === 'turn' && paragraphs.some(one => one.some(isLineEnd)),
    );
    const width = 60 + below(random, 21);
    const isUnwrapping = isWrapped && random() < 0.5;
    return mapParagraphs(document, (paragraph, { before }) =>
      isUnwrapping ? unwrapped(paragraph) : hardWrapped(paragraph, width, before.length),
    );
  },
};

/**
 * A paragraph with line ends where lines would grow too long. A space becomes the line end; between characters of a script without
 * spaces one is put in.
 * @param column where its first line begins
 */
export function hardWrapped(paragraph: Characters, width: number, column = 0): Characters {
  const line = unwrapped(paragraph);
  const result: Character[] = [];
  let start = -column;
  let space = -1;
  for (const [i, character] of line.entries()) {
    if (character.char === ' ') space = result.length;
    result.push(character);
    if (result.length - start <= width) continue;
    if (space > start && space > 0) {
      result[space] = instead([result[space] as Character], '\n')[0] as Character;
      start = space + 1;
    } else if (isUnspaced(character.char) && isUnspaced(line[i + 1]?.char ?? '')) {
      result.push(...inserted('\n'));
      start = result.length;
    }
  }
  return result;
}

function unwrapped(paragraph: Characters): Characters {
  const spaced = rewrite(
    paragraph,
    /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，？])\n/gu,
    () => [],
  );
  return rewrite(spaced, /\n/gu, found => instead(found, ' '));
}

const isLineEnd = ({ char }: Character): boolean => char === '\n';
