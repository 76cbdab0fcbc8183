import { below } from '../../random.js';
import { copied } from '../characters.js';
import type { Block, Document } from '../document.js';
import type { Edit } from './edit.js';

const SMALLEST = 60;
const TRIES = 20;

/** Turns copied to another place. */
export const copiedElsewhere: Edit = {
  name: 'paragraphs duplicated elsewhere',
  apply: (document, random) =>
    withCopies(document, random, (at, count) => {
      const to = 1 + below(random, count - 1);
      return Math.abs(to - at) > 2 ? to : undefined;
    }),
};

/** Turns copied right behind themselves: the first of the two is the one that was there. */
export const copiedBehind: Edit = {
  name: 'paragraphs duplicated in place',
  apply: (document, random) => withCopies(document, random, at => at + 1),
};

/** @param place where the copy of a block is to stand; undefined where that is no place for it */
function withCopies(
  document: Document,
  random: () => number,
  place: (at: number, count: number) => number | undefined,
): Document {
  let { blocks } = document;
  let copies = 2 + below(random, 5);
  for (let tries = 0; tries < TRIES && copies > 0; tries++) {
    const at = 1 + below(random, blocks.length - 1);
    const block = blocks[at] as Block;
    const to = place(at, blocks.length);
    const length = block.paragraphs.reduce((sum, one) => sum + one.length, 0);
    if (to === undefined || block.kind !== 'turn' || length < SMALLEST) continue;
    blocks = blocks.toSpliced(to, 0, { ...block, paragraphs: block.paragraphs.map(copied) });
    copies--;
  }
  return { ...document, blocks };
}
