import type { Sequences } from './gap.js';
import type { LikeWords } from './likeWords.js';
import type { Pairs } from './pairs.js';

/**
 * Pairs words that continue what is paired, on both sides: words without a pair, and strays, which are paired with a word
 * elsewhere that does not stand among their neighbours.
 */
export function bringStraysHome(pairs: Pairs, { a, b }: Sequences, like: LikeWords): void {
  const takeOver = (inA: number, inB: number): void => {
    if (inB < 0 || pairs.from[inB] !== -1 || !isStray(pairs, inA)) return;
    const [x, y] = [a[inA] as number, b[inB] as number];
    if (x !== y && like.likeness(x, y) === 0) return;
    if (pairs.first[inA] !== -1) pairs.part(inA);
    pairs.pair(inA, inB);
  };
  // A word that is in its place together with the two on its other side leads the next one home.
  for (let i = 1; i < a.length; i++) {
    const next = (pairs.last[i - 1] as number) + 1;
    if (next > 0 && pairs.first[i] !== next && pairs.isTied(i - 1) && pairs.isTied(i - 2)) takeOver(i, next);
  }
  for (let i = a.length - 2; i >= 0; i--) {
    const before = (pairs.first[i + 1] as number) - 1;
    if (before >= 0 && pairs.last[i] !== before && pairs.isTied(i + 2) && pairs.isTied(i + 3)) takeOver(i, before);
  }
}

/** Whether an older word has no pair, or one that is alone or with a single neighbour where it is. */
function isStray(pairs: Pairs, inA: number): boolean {
  if (pairs.first[inA] === -1) return true;
  const [before, behind] = [pairs.isTied(inA), pairs.isTied(inA + 1)];
  if (before && behind) return false;
  return !(before || behind) || !(pairs.isTied(inA - 1) || pairs.isTied(inA + 2));
}
