import { type Anchored, CONTEXT_LENGTH } from '../coding/coding.js';
import { align } from './align.js';
import { carry, type OldPassage } from './carry.js';
import type { LikeWords } from './likeWords.js';
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
  /** What of the old neighbours is still right before and behind it, 0 to 1. */
  readonly before: number;
  readonly behind: number;
}

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
  private readonly places = new Map<number, number[]>();
  private weights: Float32Array = new Float32Array();

  constructor(
    private readonly now: Words,
    private readonly vocabulary: Vocabulary,
    private readonly like: LikeWords,
  ) {
    now.keys.forEach((key, i) => {
      const list = this.places.get(key);
      if (list === undefined) this.places.set(key, [i]);
      else list.push(i);
    });
  }

  /** The places that a passage may be at, the likeliest first. */
  find({ quote, context }: Pick<Anchored, 'quote' | 'context'>): Find[] {
    const [before, behind] = context ?? ['', ''];
    const old = wordsOf(before + quote + behind, this.vocabulary);
    const passage = passageIn(old, before.length, before.length + quote.length);
    if (passage === undefined) return [];
    // A quote may have words that the text has not.
    if (this.weights.length < this.vocabulary.size) this.weights = weightsOf(this.vocabulary, [this.now]);
    const { weights } = this;
    // The outermost words of the context may have been cut.
    const known = [...before].length < CONTEXT_LENGTH ? 0 : 1;
    const until = old.keys.length - ([...behind].length < CONTEXT_LENGTH ? 0 : 1);
    const offsets = [...this.wholeQuotes(old, passage), ...this.likely(old, weights)];
    const finds = offsets
      .slice(0, 3 * MOST_FINDS)
      .map(offset => this.look(old, passage, offset, weights, known, until));
    return distinct(finds.filter(find => find !== undefined)).sort((a, b) => scoreOf(b) - scoreOf(a));
  }

  /** Where every word of the quote stands, as offsets between old words and new; those in the best surroundings first. */
  private wholeQuotes(old: Words, { first, last }: OldPassage): number[] {
    let rarest = first;
    for (let i = first; i <= last; i++) if (this.count(old, i) < this.count(old, rarest)) rarest = i;
    const found: { offset: number; neighbours: number }[] = [];
    for (const place of (this.places.get(old.keys[rarest] as number) ?? []).slice(0, MOST_TRIES)) {
      const offset = place - rarest;
      const isWhole = this.isSame(old, first, offset) && this.isSame(old, last, offset);
      if (!isWhole) continue;
      let i = first;
      while (i <= last && this.isSame(old, i, offset)) i++;
      if (i <= last) continue;
      let [left, right] = [first - 1, last + 1];
      while (left >= 0 && this.isSame(old, left, offset)) left--;
      while (right < old.keys.length && this.isSame(old, right, offset)) right++;
      found.push({ offset, neighbours: right - left });
    }
    return found
      .sort((a, b) => b.neighbours - a.neighbours)
      .slice(0, MOST_FINDS)
      .map(({ offset }) => offset);
  }

  /** Offsets for which the rare words of quote and context speak. */
  private likely(old: Words, weights: Float32Array): number[] {
    const votes = new Map<number, number>();
    old.keys.forEach((key, i) => {
      const places = this.places.get(key);
      if (places === undefined || places.length > TOO_COMMON) return;
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

  private look(
    old: Words,
    passage: OldPassage,
    offset: number,
    weights: Float32Array,
    known: number,
    until: number,
  ): Find | undefined {
    const spare = 12 + Math.round((passage.last - passage.first) / 3);
    const from = Math.max(0, offset - spare);
    const to = Math.min(this.now.keys.length, offset + old.keys.length + spare);
    if (from >= to) return undefined;
    const window: Words = {
      text: this.now.text,
      keys: this.now.keys.subarray(from, to),
      starts: this.now.starts.subarray(from, to),
      ends: this.now.ends.subarray(from, to),
    };
    const alignment = align({ a: old.keys, b: window.keys, weights }, this.like);
    const [piece] = carry({ old, now: window, alignment, weights }, passage);
    if (piece === undefined) return undefined;
    const share = (a0: number, a1: number, near: number): number => {
      let [all, there] = [0, 0];
      for (let i = a0; i < a1; i++) {
        const weight = weights[old.keys[i] as number] as number;
        all += weight;
        const at = alignment.first[i] as number;
        if (at !== -1 && Math.abs(at - near) <= a1 - a0 + 4) there += weight;
      }
      return all === 0 ? 0 : there / all;
    };
    const before = share(Math.min(known, Math.max(0, passage.first - 1)), passage.first, piece.first);
    const behind = share(passage.last + 1, Math.max(until, Math.min(old.keys.length, passage.last + 2)), piece.last);
    const { start, end } = piece;
    return { start, end, first: piece.first + from, last: piece.last + from, quote: piece.share, before, behind };
  }

  private count(old: Words, i: number): number {
    return this.places.get(old.keys[i] as number)?.length ?? 0;
  }

  private isSame(old: Words, i: number, offset: number): boolean {
    return this.now.keys[i + offset] === old.keys[i];
  }
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
  const best = new Map<string, Find>();
  for (const find of finds) best.set(`${find.start} ${find.end}`, find);
  const sorted = [...best.values()].sort((a, b) => scoreOf(b) - scoreOf(a));
  // Of finds that overlap the better one stays.
  const kept: Find[] = [];
  for (const find of sorted) {
    if (kept.length === MOST_FINDS) break;
    if (!kept.some(other => find.start < other.end && other.start < find.end)) kept.push(find);
  }
  return kept;
}
