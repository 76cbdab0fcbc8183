import type { Sequences } from './gap.js';
import type { LikeWords } from './likeWords.js';
import type { Pairs } from './pairs.js';

/** Words that go together in both texts, so many at most, may have strayed. */
const FEW = 5;
/** Runs of words are measured no further. */
const LONG = 12;

/**
 * Pairs words that continue what is paired, on both sides: words without a pair, and strays, which are paired with words
 * elsewhere that do not stand among their neighbours. Two strays may have changed places.
 */
export function bringStraysHome(pairs: Pairs, { a, b }: Sequences, like: LikeWords): void {
  const takeOver = (leader: number, inA: number, inB: number): void => {
    const other = pairs.from[inB] ?? inA;
    if (other === inA) return;
    const [x, y] = [a[inA] as number, b[inB] as number];
    if (x !== y && like.likeness(x, y) === 0) return;
    const length = runLength(pairs, leader);
    const mayMove = (word: number): boolean => {
      if (word === -1 || pairs.first[word] === -1) return true;
      const own = runLength(pairs, word);
      return own <= FEW && own < length;
    };
    if (length < 3 || !mayMove(inA) || !mayMove(other)) return;
    if (other !== -1) pairs.part(other);
    if (pairs.first[inA] !== -1) pairs.part(inA);
    pairs.pair(inA, inB);
  };
  for (let i = 1; i < a.length; i++) {
    const next = (pairs.last[i - 1] as number) + 1;
    if (next > 0 && pairs.first[i] !== next) takeOver(i - 1, i, next);
  }
  for (let i = a.length - 2; i >= 0; i--) {
    const before = (pairs.first[i + 1] as number) - 1;
    if (before >= 0 && pairs.last[i] !== before) takeOver(i + 1, i, before);
  }
}

/** How many words around an older word, itself included, have pairs that follow each other just so. */
function runLength(pairs: Pairs, inA: number): number {
  let count = 1;
  for (let i = inA; count < LONG && pairs.isTied(i); i--) count++;
  for (let i = inA + 1; count < LONG && pairs.isTied(i); i++) count++;
  return count;
}
