import type { Pieces } from '../pieces.js';
import { partByChance } from './chance.js';
import { GapBuffers, pairGap, type Sequences } from './gap.js';
import type { LikeWords } from './likeWords.js';
import { type Alignment, FAR, freeBefore, freeFrom, Pairs } from './pairs.js';
import { bringStraysHome } from './strays.js';
import { uniqueFrom } from './unique.js';
import { longestChain, type Stretch, uniqueRuns } from './uniqueRuns.js';

/** Lengths of the runs by which texts are tied to each other: long ones first, which nearly never stand twice. */
const RUNS = [8, 4, 2, 1];
/** Gaps of so many pairs of words are worked out with slips; up to the second number without. */
const WITH_SLIPS = 3600;
const WITHOUT_SLIPS = 90_000;
/** How many words around what moved are looked at for more of it. */
const AROUND = 40;
/** Bits by which a run that moved must tell more than chance would make of it. */
const BEYOND_CHANCE = 10;

/**
 * Aligns two sequences of words as an editor's changes would have made one of the other. Runs that are unique on both sides tie
 * the texts together (patience diff: Cohen 2003), in gap after gap with shorter runs; small gaps are solved exactly. What is
 * left is looked through for blocks that moved. Work is bounded by a small multiple of the lengths; what is too costly stays
 * unpaired. Of equally good solutions the one whose pairs come first is taken.
 * @param weights what each word tells, in bits, by its key
 */
export function* align(sequences: Sequences, like: LikeWords): Pieces<Alignment> {
  const unique = yield* uniqueFrom(sequences.a, sequences.b);
  const aligner = new Aligner(sequences, like, unique);
  yield* aligner.run();
  return aligner.pairs;
}

/** As `align`, but of equally good solutions the one whose pairs come last is taken. */
export function* alignFromEnd({ a, b, weights }: Sequences, like: LikeWords): Pieces<Alignment> {
  const turned = yield* align({ a: a.slice().reverse(), b: b.slice().reverse(), weights }, like);
  const mirror = (values: Int32Array, other: number): Int32Array =>
    values.map(value => (value === -1 ? -1 : other - 1 - value)).reverse();
  return {
    first: mirror(turned.last, b.length),
    last: mirror(turned.first, b.length),
    from: mirror(turned.from, a.length),
  };
}

class Aligner {
  readonly pairs: Pairs;
  private readonly buffers = new GapBuffers();
  /** Words that may still be looked at when runs are searched for, and pairs of words in gaps. */
  private words: number;
  private cells: number;

  constructor(
    private readonly sequences: Sequences,
    private readonly like: LikeWords,
    private readonly unique: Uint8Array,
  ) {
    const { a, b } = sequences;
    this.pairs = new Pairs(a.length, b.length);
    this.words = 30 * (a.length + b.length) + 10_000;
    this.cells = 300 * (a.length + b.length) + 1_000_000;
  }

  *run(): Pieces<void> {
    const { a, b } = this.sequences;
    yield* this.region([0, a.length], [0, b.length], 0);
    this.partByChance();
    yield;
    const moved = yield* this.findMoved();
    for (const block of moved) {
      this.widen(block);
      yield;
    }
    if (moved.length > 0) this.partByChance();
    yield* this.fill();
    this.partByChance();
    yield;
    bringStraysHome(this.pairs, this.sequences, this.like);
  }

  private partByChance(): void {
    partByChance(this.pairs, this.sequences, this.unique);
  }

  /** Looks once more into gaps whose words were paired with others before, and are free by now. */
  private *fill(): Pieces<void> {
    const { first, last, from } = this.pairs;
    for (let start = 0; start < first.length; start++) {
      if (first[start] !== -1) continue;
      yield;
      const end = start + freeFrom(first, start);
      const before = start === 0 ? 0 : (last[start - 1] as number) + 1;
      const behind = end === first.length ? from.length : (first[end] as number);
      const isClosed = before <= behind && behind - before <= FAR && freeFrom(from, before) >= behind - before;
      if (isClosed && (end - start) * (behind - before) <= WITH_SLIPS)
        this.gap([start, end], [before, behind], this.like);
      else {
        const ahead = Math.min(AROUND, end - start);
        this.gap([start, start + ahead], [before, before + Math.min(AROUND, freeFrom(from, before))], this.like);
        const rest = Math.min(AROUND, freeBefore(first, end));
        this.gap([end - rest, end], [behind - Math.min(AROUND, freeBefore(from, behind)), behind], this.like);
      }
      start = end - 1;
    }
  }

  private *region([a0, a1]: Stretch, [b0, b1]: Stretch, level: number): Pieces<void> {
    const { a, b } = this.sequences;
    if ((a1 - a0) * (b1 - b0) > WITH_SLIPS) {
      while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) this.pairs.pair(a0++, b0++);
      while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) this.pairs.pair(--a1, --b1);
    }
    const size = (a1 - a0) * (b1 - b0);
    if (size === 0) return;
    if (size <= WITH_SLIPS) {
      yield;
      this.gap([a0, a1], [b0, b1], this.like);
      return;
    }
    for (let at = level; at < RUNS.length && this.words > 0; at++) {
      yield;
      this.words -= a1 - a0 + b1 - b0;
      const length = RUNS[at] as number;
      const runs = yield* uniqueRuns(a, [a0, a1], b, [b0, b1], length);
      yield;
      const chain = longestChain(runs);
      if (chain.inA.length === 0) continue;
      let [doneA, doneB] = [a0, b0];
      for (let i = 0; i < chain.inA.length; i++) {
        const [inA, inB] = [chain.inA[i] as number, chain.inB[i] as number];
        // A run that overlaps the one before goes on where that ended, if it is on the same line with it.
        const skip = Math.max(doneA - inA, doneB - inB, 0);
        if (skip >= length || (skip > 0 && inA - inB !== doneA - doneB)) continue;
        if (skip === 0) yield* this.region([doneA, inA], [doneB, inB], at);
        for (let k = skip; k < length; k++) this.pairs.pair(inA + k, inB + k);
        [doneA, doneB] = [inA + length, inB + length];
      }
      yield* this.region([doneA, a1], [doneB, b1], at);
      return;
    }
    if (size <= WITHOUT_SLIPS) this.gap([a0, a1], [b0, b1], undefined);
  }

  private gap([a0, a1]: Stretch, [b0, b1]: Stretch, like: LikeWords | undefined): void {
    this.cells -= (a1 - a0) * (b1 - b0);
    if (this.cells < 0) return;
    const { a, b } = this.sequences;
    const isTiedBefore = (a0 === 0 && b0 === 0) || this.pairs.isPair(a0 - 1, b0 - 1);
    const isTiedBehind = (a1 === a.length && b1 === b.length) || this.pairs.isPair(a1, b1);
    pairGap(this.sequences, { a0, a1, b0, b1, isTiedBefore, isTiedBehind }, like, this.buffers, (inA, from, to) =>
      this.pairs.pair(inA, from, to),
    );
  }

  /** Pairs what stands in one piece elsewhere. */
  private *findMoved(): Pieces<Stretch[]> {
    const { a, b, weights } = this.sequences;
    const blocks: Stretch[] = [];
    for (const length of [6, 3]) {
      const [freeA, freeB] = [unpaired(a, this.pairs.first, 0), unpaired(b, this.pairs.from, 1)];
      if (freeA.places.length === 0 || freeB.places.length === 0 || this.words <= 0) break;
      this.words -= freeA.places.length + freeB.places.length;
      const chance = Math.log2(freeA.places.length) + Math.log2(freeB.places.length) + BEYOND_CHANCE;
      const runs = yield* uniqueRuns(freeA.keys, [0, freeA.keys.length], freeB.keys, [0, freeB.keys.length], length);
      runs.inA.forEach((at, i) => {
        let [a0, b0] = [freeA.places[at] as number, freeB.places[runs.inB[i] as number] as number];
        if (!this.pairs.isFree(a0, b0)) return;
        let [a1, b1] = [a0, b0];
        while (this.pairs.isFree(a0 - 1, b0 - 1) && a[a0 - 1] === b[b0 - 1]) [a0, b0] = [a0 - 1, b0 - 1];
        let tells = 0;
        for (; this.pairs.isFree(a1, b1) && a[a1] === b[b1]; a1++, b1++) tells += weights[a[a1] as number] as number;
        for (let k = a0; k < (freeA.places[at] as number); k++) tells += weights[a[k] as number] as number;
        if (tells < chance) return;
        for (let k = 0; k < a1 - a0; k++) this.pairs.pair(a0 + k, b0 + k);
        blocks.push([a0, a1]);
      });
    }
    return blocks;
  }

  /** Looks for more of a block that moved, beyond a word that was changed on the way. */
  private widen([a0, a1]: Stretch): void {
    const { first, last, from } = this.pairs;
    if (first[a0] === -1 || first[a1 - 1] === -1) return;
    const [b0, b1] = [first[a0] as number, (last[a1 - 1] as number) + 1];
    const before = (places: Int32Array, at: number): Stretch => [at - Math.min(AROUND, freeBefore(places, at)), at];
    const behind = (places: Int32Array, at: number): Stretch => [at, at + Math.min(AROUND, freeFrom(places, at))];
    this.gap(before(first, a0), before(from, b0), this.like);
    this.gap(behind(first, a1), behind(from, b1), this.like);
  }
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
