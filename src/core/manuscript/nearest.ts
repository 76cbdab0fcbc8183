import { mapped, type Pieces } from '../pieces.js';
import type { QuotationSource } from './checked.js';
import { type Near, nearestIn } from './near.js';
import type { Pattern } from './pattern.js';
import { nearSource } from './places.js';
import type { QuotePiece } from './quotation.js';
import { SAID_IN_A_PIECE, type Said } from './said.js';

/** Of the words of a quotation so many have to stand in a passage for it to come near. */
const SHARED = 0.5;
/** Where anybody may have said it, only what has most words in common is laid out. */
const MOST_LAID_OUT = 3;

/** The passage that comes nearest of what some people said; undefined where none comes near. */
export function* nearOf(pattern: Pattern, said: readonly Said[]): Pieces<Near | undefined> {
  let best: Near | undefined;
  for (const one of said) {
    const near = nearestIn(pattern, one);
    if (near !== undefined && (best === undefined || near.distance < best.distance)) best = near;
    yield;
  }
  return best !== undefined && sharedWords(best) >= SHARED ? best : undefined;
}

/** The same among everything that was said. */
export function* nearestOf(
  pattern: Pattern,
  said: readonly Said[],
  pieces: readonly QuotePiece[],
): Pieces<QuotationSource | undefined> {
  const tokens = pattern.segments.flat().filter(({ kind }) => kind === 'word');
  // A word that is said often says little.
  const score = (one: Said): number =>
    tokens.reduce((sum, { text }) => {
      const count = one.placesOf(text).length;
      return count === 0 ? sum : sum + 1 / (1 + count);
    }, 0);
  const scored = yield* mapped(said, SAID_IN_A_PIECE, one => ({ one, score: score(one) }));
  const likely = scored
    .filter(one => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_LAID_OUT);
  const near = yield* nearOf(
    pattern,
    likely.map(({ one }) => one),
  );
  return near && nearSource(near, pieces);
}

/** The share of the words of a quotation that stand in a passage, in order. */
function sharedWords({ steps }: Near): number {
  const words = steps.filter(({ token }) => token?.kind === 'word');
  return words.length === 0 ? 0 : words.filter(({ isSame }) => isSame).length / words.length;
}
