import { below } from '../../random.js';
import { type Block, type Document, render } from '../document.js';
import type { Edit } from './edit.js';

/** A block of less text than this is not worth a move. */
const SMALLEST = 200;
const TRIES = 20;

/** One to three blocks of some turns cut out and put in elsewhere. */
export const blocksMoved: Edit = {
  name: 'blocks moved',
  apply: (document, random) => {
    let blocks = document.blocks;
    for (let moves = 1 + below(random, 3); moves > 0; moves--) blocks = moved(blocks, document.gap, random);
    return { ...document, blocks };
  },
};

function moved(blocks: readonly Block[], gap: string, random: () => number): readonly Block[] {
  for (let tries = 0; tries < TRIES; tries++) {
    const start = 1 + below(random, blocks.length - 2);
    const end = Math.min(blocks.length, start + 2 + below(random, 8));
    const piece = blocks.slice(start, end);
    const rest = [...blocks.slice(0, start), ...blocks.slice(end)];
    const to = 1 + below(random, rest.length - 1);
    if (to === start || render(piece, gap).length < SMALLEST || piece.some(({ kind }) => kind !== 'turn')) continue;
    return rest.toSpliced(to, 0, ...piece);
  }
  return blocks;
}

/** The sections below headings in another order; where there are no headings, stretches of a quarter of the turns. */
export const sectionsReordered: Edit = {
  name: 'sections re-ordered',
  apply: (document, random) => {
    const sections = sectionsOf(document);
    const [front = [], ...rest] = sections;
    const mixed = rest.map(section => ({ section, key: random() })).sort((a, b) => a.key - b.key);
    return { ...document, blocks: [...front, ...mixed.flatMap(({ section }) => section)] };
  },
};

function sectionsOf({ blocks }: Document): Block[][] {
  const hasHeadings = blocks.filter(({ kind }) => kind === 'heading').length > 1;
  const quarter = Math.ceil(blocks.length / 4);
  const sections: Block[][] = [];
  for (const [i, block] of blocks.entries()) {
    const begins = hasHeadings ? block.kind === 'heading' : i % quarter === 1;
    if (begins || sections.length === 0) sections.push([]);
    sections.at(-1)?.push(block);
  }
  return sections;
}
