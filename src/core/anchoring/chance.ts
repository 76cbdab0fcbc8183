import type { Sequences } from './gap.js';
import { freeBefore, freeFrom, type Pairs } from './pairs.js';
import { holdsUnique } from './unique.js';

/** Bits by which a run must tell more than chance would make of it. */
const BEYOND_CHANCE = 1;
/** In gaps of so many pairs of words, for every word of the run, chance is not thought of. */
const TINY = 40;
/** What every word that follows another in both texts tells on top, in bits. */
const TOGETHER = 0.5;

/**
 * Takes pairs apart that say no more than chance: in text that was replaced there are always a few words that stand in the
 * new text as well. Chance is measured by the size of the gap there would be without the run.
 * @param unique for every older word, how many words from it on are enough to stand once (`uniqueFrom`)
 */
export function partByChance(pairs: Pairs, { a, weights }: Sequences, unique: Uint8Array): void {
  const { first, last, from } = pairs;
  const goesOn = (inA: number): boolean => pairs.isTied(inA) || first[inA] === first[inA - 1];
  for (let start = 0; start < a.length; start++) {
    if (first[start] === -1) continue;
    let end = start + 1;
    let tells = weights[a[start] as number] as number;
    for (; end < a.length && first[end] !== -1 && goesOn(end); end++)
      tells += (weights[a[end] as number] as number) + TOGETHER;
    const [b0, b1] = [first[start] as number, (last[end - 1] as number) + 1];
    const gapA = end - start + freeBefore(first, start) + freeFrom(first, end);
    const gapB = b1 - b0 + freeBefore(from, b0) + freeFrom(from, b1);
    const isAlone = gapA * gapB > TINY * (end - start) && gapA > end - start && gapB > b1 - b0;
    // What stands several times tells only that it is one of these, however many words it has.
    if (isAlone && !holdsUnique(unique, start, end)) tells = Math.min(tells, Math.log2(a.length) - 1);
    if (isAlone && tells < Math.log2(gapA * gapB) + BEYOND_CHANCE) for (let i = start; i < end; i++) pairs.part(i);
    start = end - 1;
  }
}
