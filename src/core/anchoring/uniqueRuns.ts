import type { Pieces } from '../pieces.js';

/** A stretch of a sequence: from, and up to (exclusive). */
export type Stretch = readonly [from: number, to: number];

/** Pairs of places, ascending in the first sequence: at `inA[n]` and at `inB[n]` the same run of words starts. */
export interface Pairs {
  readonly inA: readonly number[];
  readonly inB: readonly number[];
}

const NONE = -1;
const SEVERAL = -2;

/**
 * Finds the runs of so many words that stand once in a stretch of one sequence and once in a stretch of another. The work is
 * linear whatever the sequences.
 */
export function* uniqueRuns(
  a: Int32Array,
  [a0, a1]: Stretch,
  b: Int32Array,
  [b0, b1]: Stretch,
  length: number,
): Pieces<Pairs> {
  const countA = a1 - a0 - length + 1;
  const countB = b1 - b0 - length + 1;
  if (countA <= 0 || countB <= 0) return { inA: [], inB: [] };
  let size = 16;
  while (size < 2 * (countA + countB)) size *= 2;
  const placeA = new Int32Array(size).fill(NONE);
  const placeB = new Int32Array(size).fill(NONE);
  // Where a run of this slot was first seen, to tell runs apart that only share the hash; those of b count from ~.
  const seen = new Int32Array(size).fill(0);
  const isUsed = new Uint8Array(size);
  const same = (place: number, keys: Int32Array, at: number): boolean => {
    const known = place >= 0 ? a : b;
    const from = place >= 0 ? place : ~place;
    for (let k = 0; k < length; k++) if (known[from + k] !== keys[at + k]) return false;
    return true;
  };
  const slotOf = (keys: Int32Array, at: number): number => {
    let hash = 0;
    for (let k = 0; k < length; k++) hash = Math.imul(hash ^ (keys[at + k] as number), 0x9e3779b1) + 0x7f4a7c15;
    hash ^= hash >>> 15;
    let slot = Math.imul(hash, 0x85ebca6b) & (size - 1);
    while (isUsed[slot] === 1 && !same(seen[slot] as number, keys, at)) slot = (slot + 1) & (size - 1);
    return slot;
  };
  const enter = (keys: Int32Array, from: number, count: number, places: Int32Array, isB: boolean): void => {
    for (let at = from; at < from + count; at++) {
      const slot = slotOf(keys, at);
      if (isUsed[slot] === 0) {
        isUsed[slot] = 1;
        seen[slot] = isB ? ~at : at;
      }
      places[slot] = places[slot] === NONE ? at : SEVERAL;
    }
  };
  enter(a, a0, countA, placeA, false);
  yield;
  enter(b, b0, countB, placeB, true);
  yield;
  const pairs: [number, number][] = [];
  for (let slot = 0; slot < size; slot++) {
    const [inA, inB] = [placeA[slot] as number, placeB[slot] as number];
    if (inA >= 0 && inB >= 0) pairs.push([inA, inB]);
  }
  pairs.sort(([one], [other]) => one - other);
  return { inA: pairs.map(([inA]) => inA), inB: pairs.map(([, inB]) => inB) };
}

/** The most pairs that are in order in both sequences. */
export function longestChain({ inA, inB }: Pairs): Pairs {
  const tails: number[] = [];
  const previous = new Int32Array(inB.length);
  for (let i = 0; i < inB.length; i++) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((inB[tails[mid] as number] as number) < (inB[i] as number)) low = mid + 1;
      else high = mid;
    }
    previous[i] = low === 0 ? -1 : (tails[low - 1] as number);
    tails[low] = i;
  }
  const chain: number[] = [];
  for (let i = tails.at(-1) ?? -1; i !== -1; i = previous[i] as number) chain.push(i);
  chain.reverse();
  return { inA: chain.map(i => inA[i] as number), inB: chain.map(i => inB[i] as number) };
}
