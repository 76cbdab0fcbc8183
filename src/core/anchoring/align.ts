import { GapBuffers, pairGap, type Sequences } from './gap.js';
import type { LikeWords } from './likeWords.js';
import { holdsUnique, uniqueFrom } from './unique.js';
import { longestChain, type Stretch, uniqueRuns } from './uniqueRuns.js';

/** Which words of an older text are which words of a newer one. */
export interface Alignment {
  /** For every older word the newer word it became, or the first of two; -1 where it is gone. */
  readonly first: Int32Array;
  /** The last newer word it became. */
  readonly last: Int32Array;
  /** For every newer word the older one it comes from; -1 where it is new. */
  readonly from: Int32Array;
}

/** Lengths of the runs by which texts are tied to each other: long ones first, which nearly never stand twice. */
const RUNS = [8, 4, 2, 1];
/** Gaps of so many pairs of words are worked out with slips; up to the second number without. */
const WITH_SLIPS = 3600;
const WITHOUT_SLIPS = 90_000;
/** How many words around what moved are looked at for more of it. */
const AROUND = 40;
/** Bits by which a run must tell more than chance would make of it: beside what stays in its order, and elsewhere. */
const BEYOND_CHANCE = 1;
const BEYOND_CHANCE_MOVED = 10;
/** In gaps of so many pairs of words chance is not thought of. */
const TINY = 40;

/**
 * Aligns two sequences of words as an editor's changes would have made one of the other. Runs that are unique on both sides tie
 * the texts together (patience diff: Cohen 2003), in gap after gap with shorter runs; small gaps are solved exactly. What is
 * left is looked through for blocks that moved. Work is bounded by a small multiple of the lengths; what is too costly stays
 * unpaired. Of equally good solutions the one whose pairs come first is taken.
 * @param weights what each word tells, in bits, by its key
 */
export function align(sequences: Sequences, like: LikeWords): Alignment {
  const aligner = new Aligner(sequences, like);
  aligner.run();
  return aligner;
}

/** As `align`, but of equally good solutions the one whose pairs come last is taken. */
export function alignFromEnd({ a, b, weights }: Sequences, like: LikeWords): Alignment {
  const turned = align({ a: a.slice().reverse(), b: b.slice().reverse(), weights }, like);
  const mirror = (values: Int32Array, other: number): Int32Array =>
    values.map(value => (value === -1 ? -1 : other - 1 - value)).reverse();
  return {
    first: mirror(turned.last, b.length),
    last: mirror(turned.first, b.length),
    from: mirror(turned.from, a.length),
  };
}

class Aligner implements Alignment {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly from: Int32Array;
  private readonly buffers = new GapBuffers();
  private readonly unique: Uint8Array;
  /** Words that may still be looked at when runs are searched for, and pairs of words in gaps. */
  private words: number;
  private pairs: number;

  constructor(
    private readonly sequences: Sequences,
    private readonly like: LikeWords,
  ) {
    const { a, b } = sequences;
    this.first = new Int32Array(a.length).fill(-1);
    this.last = new Int32Array(a.length).fill(-1);
    this.from = new Int32Array(b.length).fill(-1);
    this.unique = uniqueFrom(a, b);
    this.words = 30 * (a.length + b.length) + 10_000;
    this.pairs = 300 * (a.length + b.length) + 1_000_000;
  }

  run(): void {
    const { a, b } = this.sequences;
    this.region([0, a.length], [0, b.length], 0);
    this.dropChance();
    const moved = this.findMoved();
    for (const block of moved) this.widen(block);
    if (moved.length > 0) this.dropChance();
    this.fill();
    this.dropChance();
    this.goOn();
  }

  /** Looks once more into gaps whose words were paired with others before, and are free by now. */
  private fill(): void {
    const { first, last, from } = this;
    for (let start = 0; start < first.length; start++) {
      if (first[start] !== -1) continue;
      const end = start + freeFrom(first, start);
      const before = start === 0 ? 0 : (last[start - 1] as number) + 1;
      const behind = end === first.length ? from.length : (first[end] as number);
      const isClosed = before <= behind && behind - before <= FAR && freeFrom(from, before) >= behind - before;
      if (isClosed && (end - start) * (behind - before) <= WITH_SLIPS)
        this.gap([start, end], [before, behind], this.like);
      else {
        const ahead = Math.min(AROUND, end - start);
        this.gap([start, start + ahead], [before, before + Math.min(AROUND, freeFrom(from, before))], this.like);
        const [rest, room] = [end - start - freeBefore(first, end), Math.min(AROUND, freeBefore(from, behind))];
        if (rest >= 0)
          this.gap([end - Math.min(AROUND, freeBefore(first, end)), end], [behind - room, behind], this.like);
      }
      start = end - 1;
    }
  }

  /** Pairs the words that continue what is paired, on both sides: others had taken them and have lost them since. */
  private goOn(): void {
    const { a } = this.sequences;
    for (let i = 1; i < a.length; i++) {
      const next = (this.last[i - 1] as number) + 1;
      if (next > 0 && this.first[i] !== next && this.isSolid(i - 1, -1)) this.takeOver(i, next);
    }
    for (let i = a.length - 2; i >= 0; i--) {
      const before = (this.first[i + 1] as number) - 1;
      if (before >= 0 && this.last[i] !== before && this.isSolid(i + 1, 1)) this.takeOver(i, before);
    }
  }

  /** Whether a word is in its place together with two more. */
  private isSolid(inA: number, direction: 1 | -1): boolean {
    for (let k = 0; k < 2; k++) {
      const [i, j] = [inA + k * direction, inA + (k + 1) * direction];
      const [a, b] = direction === 1 ? [i, j] : [j, i];
      if (a < 0 || b >= this.first.length || this.first[a] === -1) return false;
      if (this.first[b] !== (this.last[a] as number) + 1) return false;
    }
    return true;
  }

  /** Whether words of the older text may be taken from where they are now: they stand there without their neighbours. */
  private isStray(inA: number): boolean {
    const at = this.first[inA] as number;
    if (at === -1) return true;
    const isTied = (i: number): boolean =>
      i > 0 && i < this.first.length && this.first[i] !== -1 && this.first[i] === (this.last[i - 1] as number) + 1;
    return (
      !(isTied(inA) || isTied(inA + 1)) || (isTied(inA) !== isTied(inA + 1) && !isTied(inA - 1) && !isTied(inA + 2))
    );
  }

  private takeOver(inA: number, inB: number): void {
    if (inB < 0 || this.from[inB] !== -1 || !this.isLike(inA, inB) || !this.isStray(inA)) return;
    if (this.first[inA] !== -1) this.part(inA);
    this.pair(inA, inB);
  }

  private isLike(inA: number, inB: number): boolean {
    const [x, y] = [this.sequences.a[inA] as number, this.sequences.b[inB] as number];
    return x === y || this.like.likeness(x, y) > 0;
  }

  private pair(inA: number, b0: number, b1 = b0): void {
    this.first[inA] = this.first[inA] === -1 ? b0 : Math.min(b0, this.first[inA] as number);
    this.last[inA] = Math.max(b1, this.last[inA] as number);
    for (let inB = b0; inB <= b1; inB++) this.from[inB] = inA;
  }

  private region([a0, a1]: Stretch, [b0, b1]: Stretch, level: number): void {
    const { a, b } = this.sequences;
    if ((a1 - a0) * (b1 - b0) > WITH_SLIPS) {
      while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) this.pair(a0++, b0++);
      while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) this.pair(--a1, --b1);
    }
    const size = (a1 - a0) * (b1 - b0);
    if (size === 0) return;
    if (size <= WITH_SLIPS) {
      this.gap([a0, a1], [b0, b1], this.like);
      return;
    }
    for (let at = level; at < RUNS.length && this.words > 0; at++) {
      this.words -= a1 - a0 + b1 - b0;
      const length = RUNS[at] as number;
      const chain = longestChain(uniqueRuns(a, [a0, a1], b, [b0, b1], length));
      if (chain.inA.length === 0) continue;
      let [doneA, doneB] = [a0, b0];
      for (let i = 0; i < chain.inA.length; i++) {
        const [inA, inB] = [chain.inA[i] as number, chain.inB[i] as number];
        // A run that overlaps the one before goes on where that ended, if it is on the same line with it.
        const skip = Math.max(doneA - inA, doneB - inB, 0);
        if (skip >= length || (skip > 0 && inA - inB !== doneA - doneB)) continue;
        if (skip === 0) this.region([doneA, inA], [doneB, inB], at);
        for (let k = skip; k < length; k++) this.pair(inA + k, inB + k);
        [doneA, doneB] = [inA + length, inB + length];
      }
      this.region([doneA, a1], [doneB, b1], at);
      return;
    }
    if (size <= WITHOUT_SLIPS) this.gap([a0, a1], [b0, b1], undefined);
  }

  private gap([a0, a1]: Stretch, [b0, b1]: Stretch, like: LikeWords | undefined): void {
    this.pairs -= (a1 - a0) * (b1 - b0);
    if (this.pairs < 0) return;
    const isTied = (inA: number, inB: number): boolean =>
      inA >= 0 && inA < this.first.length && this.from[inB] === inA && this.first[inA] === inB;
    const isTiedBefore = (a0 === 0 && b0 === 0) || isTied(a0 - 1, b0 - 1);
    const isTiedBehind = (a1 === this.first.length && b1 === this.from.length) || isTied(a1, b1);
    pairGap(this.sequences, { a0, a1, b0, b1, isTiedBefore, isTiedBehind }, like, this.buffers, (inA, from, to) =>
      this.pair(inA, from, to),
    );
  }

  /**
   * Takes pairs apart that say no more than chance: in text that was replaced there are always a few words that stand in the
   * new text as well. Chance is measured by the size of the gap there would be without the run.
   */
  private dropChance(): void {
    const { a, weights } = this.sequences;
    for (let start = 0; start < a.length; start++) {
      if (this.first[start] === -1) continue;
      let end = start + 1;
      let tells = weights[a[start] as number] as number;
      while (end < a.length && this.first[end] !== -1 && this.goesOn(end)) {
        tells += (weights[a[end] as number] as number) + 0.5;
        end++;
      }
      const [b0, b1] = [this.first[start] as number, (this.last[end - 1] as number) + 1];
      const gapA = end - start + freeBefore(this.first, start) + freeFrom(this.first, end);
      const gapB = b1 - b0 + freeBefore(this.from, b0) + freeFrom(this.from, b1);
      const isAlone = gapA * gapB > TINY * (end - start) && gapA > end - start && gapB > b1 - b0;
      // What stands several times tells only that it is one of these, however many words it has.
      if (isAlone && !holdsUnique(this.unique, start, end)) tells = Math.min(tells, Math.log2(a.length) - 1);
      if (isAlone && tells < Math.log2(gapA * gapB) + BEYOND_CHANCE) {
        for (let i = start; i < end; i++) this.part(i);
      }
      start = end - 1;
    }
  }

  private goesOn(inA: number): boolean {
    return this.first[inA] === (this.last[inA - 1] as number) + 1 || this.first[inA] === this.first[inA - 1];
  }

  private part(inA: number): void {
    for (let inB = this.first[inA] as number; inB <= (this.last[inA] as number); inB++) this.from[inB] = -1;
    this.first[inA] = -1;
    this.last[inA] = -1;
  }

  /** Pairs what stands in one piece elsewhere. */
  private findMoved(): Stretch[] {
    const { a, b, weights } = this.sequences;
    const blocks: Stretch[] = [];
    for (const length of [6, 3]) {
      const [freeA, freeB] = [unpaired(a, this.first, 0), unpaired(b, this.from, 1)];
      if (freeA.places.length === 0 || freeB.places.length === 0 || this.words <= 0) break;
      this.words -= freeA.places.length + freeB.places.length;
      const chance = Math.log2(freeA.places.length) + Math.log2(freeB.places.length) + BEYOND_CHANCE_MOVED;
      const runs = uniqueRuns(freeA.keys, [0, freeA.keys.length], freeB.keys, [0, freeB.keys.length], length);
      runs.inA.forEach((at, i) => {
        let [a0, b0] = [freeA.places[at] as number, freeB.places[runs.inB[i] as number] as number];
        if (!this.isFree(a0, b0)) return;
        let [a1, b1] = [a0, b0];
        while (this.isFree(a0 - 1, b0 - 1) && a[a0 - 1] === b[b0 - 1]) [a0, b0] = [a0 - 1, b0 - 1];
        let tells = 0;
        for (; this.isFree(a1, b1) && a[a1] === b[b1]; a1++, b1++) tells += weights[a[a1] as number] as number;
        for (let k = a0; k < (freeA.places[at] as number); k++) tells += weights[a[k] as number] as number;
        if (tells < chance) return;
        for (let k = 0; k < a1 - a0; k++) this.pair(a0 + k, b0 + k);
        blocks.push([a0, a1]);
      });
    }
    return blocks;
  }

  private isFree(inA: number, inB: number): boolean {
    return this.first[inA] === -1 && this.from[inB] === -1;
  }

  /** Looks for more of a block that moved, beyond a word that was changed on the way. */
  private widen([a0, a1]: Stretch): void {
    if (this.first[a0] === -1 || this.first[a1 - 1] === -1) return;
    const [b0, b1] = [this.first[a0] as number, (this.last[a1 - 1] as number) + 1];
    const before = (places: Int32Array, at: number): Stretch => [at - Math.min(AROUND, freeBefore(places, at)), at];
    const behind = (places: Int32Array, at: number): Stretch => [at, at + Math.min(AROUND, freeFrom(places, at))];
    this.gap(before(this.first, a0), before(this.from, b0), this.like);
    this.gap(behind(this.first, a1), behind(this.from, b1), this.like);
  }
}

/** Gaps are measured no further than this: for chance it makes no difference, and the work stays linear. */
const FAR = 4096;

function freeBefore(places: Int32Array, at: number): number {
  let count = 0;
  while (count < at && count < FAR && places[at - count - 1] === -1) count++;
  return count;
}

function freeFrom(places: Int32Array, at: number): number {
  let count = 0;
  while (at + count < places.length && count < FAR && places[at + count] === -1) count++;
  return count;
}

/** The words without a pair, one after the other; between two that do not follow each other stands a word of its own. */
function unpaired(keys: Int32Array, places: Int32Array, side: 0 | 1): { keys: Int32Array; places: number[] } {
  const free: number[] = [];
  const at: number[] = [];
  for (let i = 0; i < keys.length; i++) {
    if (places[i] !== -1) continue;
    if (at.length > 0 && at.at(-1) !== i - 1) {
      free.push(-2 * i - 2 - side);
      at.push(-1);
    }
    free.push(keys[i] as number);
    at.push(i);
  }
  return { keys: Int32Array.from(free), places: at };
}
