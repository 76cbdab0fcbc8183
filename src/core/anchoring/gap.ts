import type { LikeWords } from './likeWords.js';

/** Receives pairs: word `a` of the first sequence is the words `b0` to `b1` (both included) of the second. */
export type OnPair = (a: number, b0: number, b1: number, isSame: boolean) => void;

/** What words that follow each other in both texts get on top, in bits: what stayed together is more likely what stayed. */
const TOGETHER = 1.5;
/** The same for words that follow what was paired before the gap, or precede what was paired behind it. */
const AT_EDGE = 0.7;
/** What a word with a slip counts for, compared with one that is the same. */
const SLIP = 0.8;

/** Buffers that gap after gap is worked out in. */
export class GapBuffers {
  private best = new Float64Array(1024);
  private matched = new Float64Array(1024);

  take(size: number): { best: Float64Array; matched: Float64Array } {
    if (this.best.length < size) {
      this.best = new Float64Array(size);
      this.matched = new Float64Array(size);
    }
    return { best: this.best, matched: this.matched };
  }
}

/** Two sequences of words, and what each word tells in bits. */
export interface Sequences {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weights: Float32Array;
}

/** A stretch of each of two sequences, and whether the words right before and right behind them are pairs. */
export interface Gap {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
  readonly isTiedBefore: boolean;
  readonly isTiedBehind: boolean;
}

/**
 * Pairs the words of a gap so that together they tell the most: the longest common subsequence, weighted, in which words with
 * a slip and words that were joined or parted count as well. Of solutions that are equally good it takes the one whose
 * pairs come first. Costs the product of the lengths.
 */
export function pairGap(
  { a, b, weights }: Sequences,
  { a0, a1, b0, b1, isTiedBefore, isTiedBehind }: Gap,
  like: LikeWords | undefined,
  buffers: GapBuffers,
  onPair: OnPair,
): void {
  const [rows, columns] = [a1 - a0, b1 - b0];
  const width = columns + 1;
  const { best, matched } = buffers.take((rows + 1) * width);
  best.fill(0, 0, (rows + 1) * width);
  matched.fill(-Infinity, 0, (rows + 1) * width);
  if (isTiedBefore) matched[0] = AT_EDGE - TOGETHER;
  const pairs = (i: number, j: number): number => {
    const [x, y] = [a[a0 + i - 1] as number, b[b0 + j - 1] as number];
    if (x === y) return weights[x] as number;
    const likeness = like?.likeness(x, y) ?? 0;
    return likeness === 0 ? -1 : SLIP * likeness * (weights[x] as number);
  };
  const partsOfB = (i: number, j: number): boolean =>
    like !== undefined &&
    j > 1 &&
    like.isJoined(a[a0 + i - 1] as number, b[b0 + j - 2] as number, b[b0 + j - 1] as number);
  const partsOfA = (i: number, j: number): boolean =>
    like !== undefined &&
    i > 1 &&
    like.isJoined(b[b0 + j - 1] as number, a[a0 + i - 2] as number, a[a0 + i - 1] as number);
  const step = (i: number, j: number): number =>
    Math.max(best[(i - 1) * width + j - 1] as number, (matched[(i - 1) * width + j - 1] as number) + TOGETHER);
  for (let i = 1; i <= rows; i++) {
    for (let j = 1; j <= columns; j++) {
      const at = i * width + j;
      const value = pairs(i, j);
      let here = value < 0 ? -Infinity : value + step(i, j);
      if (value < 0 && partsOfB(i, j))
        here = (weights[a[a0 + i - 1] as number] as number) + (best[at - width - 2] as number);
      else if (value < 0 && partsOfA(i, j))
        here = (weights[b[b0 + j - 1] as number] as number) + (best[at - 2 * width - 1] as number);
      matched[at] = here;
      best[at] = Math.max(best[at - width] as number, best[at - 1] as number, here);
    }
  }
  let [i, j] = [rows, columns];
  const last = rows * width + columns;
  let isPair = isTiedBehind && (matched[last] as number) + AT_EDGE >= (best[last] as number);
  while (i > 0 && j > 0) {
    const at = i * width + j;
    if (!isPair) {
      if (best[at] === best[at - 1]) j--;
      else if (best[at] === best[at - width]) i--;
      else isPair = true;
      continue;
    }
    const value = pairs(i, j);
    if (value >= 0) {
      const isTied = matched[at] === value + ((matched[at - width - 1] as number) + TOGETHER);
      onPair(a0 + i - 1, b0 + j - 1, b0 + j - 1, a[a0 + i - 1] === b[b0 + j - 1]);
      isPair = isTied;
      i--;
      j--;
    } else if (partsOfB(i, j)) {
      onPair(a0 + i - 1, b0 + j - 2, b0 + j - 1, false);
      isPair = false;
      i--;
      j -= 2;
    } else {
      onPair(a0 + i - 1, b0 + j - 1, b0 + j - 1, false);
      onPair(a0 + i - 2, b0 + j - 1, b0 + j - 1, false);
      isPair = false;
      i -= 2;
      j--;
    }
  }
}
