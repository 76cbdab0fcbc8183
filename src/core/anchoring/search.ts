import { type Anchored, CONTEXT_LENGTH } from '../coding/coding.js';
import type { Pieces } from '../pieces.js';
import { codePointLength } from '../text/codePoints.js';
import { overlaps } from '../text/span.js';
import { align } from './align.js';
import { carry, type OldPassage, type Piece, pieceAt } from './carry.js';
import { GapBuffers, pairGap } from './gap.js';
import type { LikeWords } from './likeWords.js';
import { Pairs } from './pairs.js';
import { WordPlaces } from './wordPlaces.js';
import { type Vocabulary, type Words, weightsOf, wordFrom, wordsOf } from './words.js';

/** A place that a passage may be at, as far as its words and its surroundings tell. */
export interface Find {
  /** In UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  /** What of the quote is there, weighed by what its words tell, 0 to 1; 1: every word. */
  readonly quote: number;
  /** What the words of the quote tell, in bits. */
  readonly tells: number;
  /** What of the old neighbours is still right before and behind it, 0 to 1. */
  readonly before: number;
  readonly behind: number;
  /** Whether the first and the last word of the quote are there, and what is between comes from it for the most part. */
  readonly isSound: boolean;
  /** Whether the words stand in more places than were looked at. */
  readonly isOneOfMany: boolean;
}

/** What is searched for: the words of quote and context, which of them are the quote, and which are known to be whole. */
interface Wanted {
  readonly old: Words;
  readonly passage: OldPassage;
  readonly known: { readonly from: number; readonly to: number };
  /** What the words of the quote tell, in bits. */
  readonly tells: number;
}

/** A share of a quote that means every word of it. */
export const WHOLE = 0.999;
/** What a neighbour loses for every word that came between. */
const APART = 0.1;
/** A place where every word of a quote stands needs no alignment. */
const NOT_ALIGNED = new Pairs(0, 0);
/** How many places are looked at closely. */
const MOST_FINDS = 12;
/** A word that stands more often than this leads nowhere in particular. */
const TOO_COMMON = 40;
/** How many places of a word are tried for a whole quote; only text made to be hostile has more. */
const MOST_TRIES = 4000;
/** Places whose starts are so many words apart at most are one place. */
const SAME_PLACE = 8;

/** Searches a text for passages by their words and their surroundings, without knowing the version they were made on. */
export class Search {
  private readonly places: WordPlaces;
  private weights: Float32Array = new Float32Array();
  private readonly buffers = new GapBuffers();

  constructor(
    private readonly now: Words,
    private readonly vocabulary: Vocabulary,
    private readonly like: LikeWords,
  ) {
    this.places = new WordPlaces(now.keys);
  }

  /** The places that a passage may be at, the likeliest first. */
  *find({ quote, context }: Pick<Anchored, 'quote' | 'context'>): Pieces<Find[]> {
    const [before, behind] = context ?? ['', ''];
    const old = wordsOf(before + quote + behind, this.vocabulary);
    const passage = passageIn(old, before.length, before.length + quote.length);
    if (passage === undefined) return [];
    // A quote may have words that the text has not.
    if (this.weights.length < this.vocabulary.size) this.weights = weightsOf(this.vocabulary, [this.now]);
    // The outermost words of the context may have been cut.
    const isCut = (text: string): number => Number(codePointLength(text) >= CONTEXT_LENGTH);
    const known = { from: Math.min(isCut(before), Math.max(0, passage.first - 1)), to: old.keys.length };
    known.to = Math.max(known.to - isCut(behind), Math.min(old.keys.length, passage.last + 2));
    const wanted: Wanted = { old, passage, known, tells: this.tell(old, passage.first, passage.last + 1) };
    const pieces = this.wholeQuotes(old, passage).map(offset => this.pieceAt(wanted, passage.first + offset));
    for (const offset of this.likely(old)) pieces.push(...(yield* this.pieceNear(wanted, offset)));
    const rarest = this.places.rarest(old.keys, passage);
    const isOneOfMany = this.places.of(old.keys[rarest] as number).length > MOST_TRIES;
    return distinct(pieces.map(piece => ({ ...this.look(wanted, piece), isOneOfMany })));
  }

  /** Where every word of the quote stands, as offsets between old words and new; those in the best surroundings first. */
  private wholeQuotes(old: Words, passage: OldPassage): number[] {
    const found = this.places.runs(old.keys, passage, MOST_TRIES).map(start => {
      const offset = start - passage.first;
      let [left, right] = [passage.first - 1, passage.last + 1];
      while (left >= 0 && this.isSame(old, left, offset)) left--;
      while (right < old.keys.length && this.isSame(old, right, offset)) right++;
      return { offset, neighbours: right - left };
    });
    return found
      .sort((a, b) => b.neighbours - a.neighbours)
      .slice(0, MOST_FINDS)
      .map(({ offset }) => offset);
  }

  /** Offsets for which the rare words of quote and context speak. */
  private likely(old: Words): number[] {
    const { weights } = this;
    const votes = new Map<number, number>();
    old.keys.forEach((key, i) => {
      const places = this.places.of(key);
      if (places.length > TOO_COMMON) return;
      for (const place of places) {
        const bucket = Math.round((place - i) / SAME_PLACE);
        votes.set(bucket, (votes.get(bucket) ?? 0) + (weights[key] as number) / Math.sqrt(places.length));
      }
    });
    const sums = [...votes].map(([bucket, vote]) => ({
      offset: bucket * SAME_PLACE,
      vote: vote + Math.max(votes.get(bucket - 1) ?? 0, votes.get(bucket + 1) ?? 0),
    }));
    return sums
      .sort((a, b) => b.vote - a.vote)
      .slice(0, MOST_FINDS)
      .map(({ offset }) => offset);
  }

  private pieceAt({ old, passage }: Wanted, first: number): Piece {
    return pieceAt({ old, now: this.now, weights: this.weights, alignment: NOT_ALIGNED }, passage, first);
  }

  /** What there is of a passage around an offset between old words and new. */
  private *pieceNear({ old, passage }: Wanted, offset: number): Pieces<Piece[]> {
    const spare = 12 + Math.round((passage.last - passage.first) / 3);
    const [from, to] = [Math.max(0, offset - spare), Math.min(this.now.keys.length, offset + old.keys.length + spare)];
    if (from >= to) return [];
    const now = part(this.now, from, to);
    const alignment = yield* align({ a: old.keys, b: now.keys, weights: this.weights }, this.like);
    const [piece] = carry({ old, now, weights: this.weights, alignment }, passage);
    return piece === undefined ? [] : [{ ...piece, first: piece.first + from, last: piece.last + from }];
  }

  /** How much of the old neighbours is around a piece. */
  private look({ old, passage, known, tells }: Wanted, piece: Piece): Find {
    const { start, end, first, last, share, kept } = piece;
    const isWhole = piece.from === passage.first && piece.to === passage.last;
    const isSound = isWhole && !piece.isFrayed && 2 * kept > last - first;
    const length = this.now.keys.length;
    // Where nothing stood around the passage, nothing is to stand there.
    const before = passage.first === 0 ? Number(first === 0) : this.likeness(old, known.from, passage.first, first, -1);
    const behind =
      passage.last === old.keys.length - 1
        ? Number(last === length - 1)
        : this.likeness(old, passage.last + 1, known.to, last + 1, 1);
    return { start, end, first, last, quote: share, tells, before, behind, isSound, isOneOfMany: false };
  }

  /** How much of some old words stands right before or right behind a place, 0 to 1. */
  private likeness(old: Words, a0: number, a1: number, at: number, direction: 1 | -1): number {
    const room = a1 - a0 + 4;
    const [b0, b1] = direction === 1 ? [at, Math.min(this.now.keys.length, at + room)] : [Math.max(0, at - room), at];
    const sequences = { a: old.keys.subarray(a0, a1), b: this.now.keys.subarray(b0, b1), weights: this.weights };
    const isTied = { isTiedBefore: direction === 1, isTiedBehind: direction === -1 };
    const gap = { a0: 0, a1: a1 - a0, b0: 0, b1: b1 - b0, ...isTied };
    let there = 0;
    pairGap(sequences, gap, this.like, this.buffers, (i, j) => {
      // Words that were put in between count against it.
      const apart = direction === 1 ? Math.abs(j - i) : Math.abs(b1 - b0 - j - (a1 - a0 - i));
      there += (this.weights[old.keys[a0 + i] as number] as number) * Math.max(0, 1 - APART * apart);
    });
    return Math.min(1, there / this.tell(old, a0, a1));
  }

  private tell({ keys }: Words, from: number, to: number): number {
    let sum = 0;
    for (let i = from; i < to; i++) sum += this.weights[keys[i] as number] as number;
    return sum;
  }

  private isSame(old: Words, i: number, offset: number): boolean {
    return this.now.keys[i + offset] === old.keys[i];
  }
}

function part({ text, keys, starts, ends }: Words, from: number, to: number): Words {
  return {
    text,
    keys: keys.subarray(from, to),
    starts: starts.subarray(from, to),
    ends: ends.subarray(from, to),
  };
}

/** The words of a text that a stretch of it touches, in UTF-16 units; undefined where there are none. */
export function passageIn(words: Words, start: number, end: number): OldPassage | undefined {
  const first = wordFrom(words, start);
  let last = wordFrom(words, end);
  if (last >= words.starts.length || (words.starts[last] as number) >= end) last--;
  return first <= last ? { start, end, first, last } : undefined;
}

/** How likely a find is the place, 0 to 1: the words first, then what stands around them. */
export function scoreOf({ quote, before, behind }: Find): number {
  return 0.6 * quote + 0.25 * Math.max(before, behind) + 0.15 * Math.min(before, behind);
}

function distinct(finds: readonly Find[]): Find[] {
  const kept: Find[] = [];
  for (const find of [...finds].sort((a, b) => scoreOf(b) - scoreOf(a))) {
    if (kept.length === MOST_FINDS) break;
    if (!kept.some(other => isSamePlace(find, other))) kept.push(find);
  }
  return kept;
}

/** Of finds that overlap the better one counts; whole quotes are apart from each other all the same. */
function isSamePlace(a: Find, b: Find): boolean {
  const areWhole = a.quote > WHOLE && b.quote > WHOLE;
  return areWhole ? a.start === b.start : overlaps(a, b);
}
