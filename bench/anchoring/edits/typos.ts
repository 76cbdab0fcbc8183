import { below } from '../../random.js';
import { type Characters, inserted, rewrite } from '../characters.js';
import { mapParagraphs } from '../document.js';
import type { Edit } from './edit.js';

const WORD = /[\p{L}\p{M}]{3,}/gu;
const LETTERS = 'etaoinshrdlu';

/** Letters put in, left out, swapped or replaced in one word of a hundred, give or take. */
export const typos: Edit = {
  name: 'typos',
  apply: (document, random) => {
    const share = 0.005 + random() * 0.015;
    return mapParagraphs(document, paragraph =>
      rewrite(paragraph, WORD, word => (random() < share ? misspelt(word, random) : word)),
    );
  },
};

function misspelt(word: Characters, random: () => number): Characters {
  const at = below(random, word.length - 1);
  const letter = inserted(LETTERS[below(random, LETTERS.length)] ?? 'e');
  const [here, next] = [word.slice(at, at + 1), word.slice(at + 1, at + 2)];
  const [head, tail] = [word.slice(0, at), word.slice(at + 2)];
  switch (below(random, 4)) {
    case 0:
      return [...head, ...here, ...letter, ...next, ...tail];
    case 1:
      return [...head, ...next, ...tail];
    case 2:
      return [...head, ...next, ...here, ...tail];
    default:
      return [...head, ...letter, ...next, ...tail];
  }
}
