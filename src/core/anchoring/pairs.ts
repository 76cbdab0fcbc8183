/** Which words of an older text are which words of a newer one. */
export interface Alignment {
  /** For every older word the newer word it became, or the first of two; -1 where it is gone. */
  readonly first: Int32Array;
  /** The last newer word it became. */
  readonly last: Int32Array;
  /** For every newer word the older one it comes from; -1 where it is new. */
  readonly from: Int32Array;
}

/** Stretches without pairs are measured no further than this, in words, so that the work stays linear. */
export const FAR = 4096;

/** The words without a pair right before a place. */
export function freeBefore(places: Int32Array, at: number): number {
  let count = 0;
  while (count < at && count < FAR && places[at - count - 1] === -1) count++;
  return count;
}

/** The words without a pair from a place on. */
export function freeFrom(places: Int32Array, at: number): number {
  let count = 0;
  while (at + count < places.length && count < FAR && places[at + count] === -1) count++;
  return count;
}

/** Which words of two sequences are pairs, while that is being worked out. */
export class Pairs implements Alignment {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly from: Int32Array;

  /** @param lengthA words of the older text; `lengthB`, of the newer one */
  constructor(lengthA: number, lengthB: number) {
    this.first = new Int32Array(lengthA).fill(-1);
    this.last = new Int32Array(lengthA).fill(-1);
    this.from = new Int32Array(lengthB).fill(-1);
  }

  /** Makes an older word and one newer word, or several that stand together, a pair. */
  pair(inA: number, b0: number, b1 = b0): void {
    this.first[inA] = this.first[inA] === -1 ? b0 : Math.min(b0, this.first[inA] as number);
    this.last[inA] = Math.max(b1, this.last[inA] as number);
    for (let inB = b0; inB <= b1; inB++) this.from[inB] = inA;
  }

  /** Takes the pair of an older word apart. */
  part(inA: number): void {
    for (let inB = this.first[inA] as number; inB <= (this.last[inA] as number); inB++) this.from[inB] = -1;
    this.first[inA] = -1;
    this.last[inA] = -1;
  }

  /** Whether neither of two words has a pair; false for places outside the sequences. */
  isFree(inA: number, inB: number): boolean {
    return this.first[inA] === -1 && this.from[inB] === -1;
  }

  /** Whether two words, and no others, are a pair. */
  isPair(inA: number, inB: number): boolean {
    return inA >= 0 && inA < this.first.length && this.from[inB] === inA && this.first[inA] === inB;
  }

  /** Whether an older word and the one before it have pairs that follow each other just so. */
  isTied(inA: number): boolean {
    if (inA <= 0 || inA >= this.first.length || this.first[inA] === -1) return false;
    return this.first[inA] === (this.last[inA - 1] as number) + 1;
  }
}
