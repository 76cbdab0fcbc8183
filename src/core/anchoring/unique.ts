import type { Pieces } from '../pieces.js';

/** Lengths of runs, in words, of which it is known whether they stand once. */
const LENGTHS = [1, 2, 3, 4, 6, 8, 12, 16];
/** What no length is enough for. */
const NEVER = 255;

/**
 * For every word of a sequence, how many words from it on are enough to be found once in this sequence and once in another
 * at most; 255 where sixteen are not enough.
 */
export function* uniqueFrom(keys: Int32Array, other: Int32Array): Pieces<Uint8Array> {
  const result = new Uint8Array(keys.length).fill(NEVER);
  let slots = 1 << 12;
  while (slots < SLOTS * Math.max(keys.length, other.length)) slots *= 2;
  for (const length of LENGTHS) {
    yield;
    const own = countRuns(keys, length, slots);
    const others = countRuns(other, length, slots);
    const hashes = own.hashes;
    for (let i = 0; i < hashes.length; i++) {
      if (result[i] !== NEVER) continue;
      const slot = hashes[i] as number;
      if (own.counts[slot] === 1 && (others.counts[slot] as number) <= 1) result[i] = length;
    }
  }
  return result;
}

/** Slots for every word; that two different runs share one makes one seem more frequent, which is the careful side. */
const SLOTS = 16;

function countRuns(keys: Int32Array, length: number, slots: number): { hashes: Int32Array; counts: Uint8Array } {
  const counts = new Uint8Array(slots);
  const hashes = new Int32Array(Math.max(0, keys.length - length + 1));
  for (let i = 0; i < hashes.length; i++) {
    let hash = length;
    for (let k = 0; k < length; k++) hash = Math.imul(hash ^ (keys[i + k] as number), 0x9e3779b1) + 0x7f4a7c15;
    hash ^= hash >>> 15;
    const slot = (Math.imul(hash, 0x85ebca6b) >>> 7) & (slots - 1);
    hashes[i] = slot;
    counts[slot] = Math.min(2, (counts[slot] as number) + 1);
  }
  return { hashes, counts };
}

/** Whether a stretch of words (its end exclusive) holds a run that stands once. */
export function holdsUnique(unique: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (i + (unique[i] as number) <= to) return true;
  return false;
}
