import type { Vocabulary } from './words.js';

/** How alike two words must be to count as one that was misspelt or corrected. */
const ALIKE = 0.55;
/** Shorter words are other words as soon as a letter differs; so are two of which neither is longer than this. */
const SHORTEST = 2;

/** Tells how alike words are that are not the same. */
export class LikeWords {
  private readonly known = new Map<number, number>();

  constructor(private readonly vocabulary: Vocabulary) {}

  /** From 0 to 1; 0 as well for words that are not alike enough to be the same word with a slip in it. */
  likeness(a: number, b: number): number {
    const key = a * 0x4000000 + b;
    let known = this.known.get(key);
    if (known === undefined) {
      known = likeness(this.vocabulary.word(a), this.vocabulary.word(b));
      this.known.set(key, known);
    }
    return known;
  }

  /** Whether a word is two others written together. */
  isJoined(whole: number, first: number, second: number): boolean {
    return this.vocabulary.word(whole) === this.vocabulary.word(first) + this.vocabulary.word(second);
  }
}

function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < SHORTEST || longest === SHORTEST) return 0;
  const most = Math.floor(longest * (1 - ALIKE));
  if (Math.abs(a.length - b.length) > most) return 0;
  const slips = distance(a, b);
  return slips > most ? 0 : 1 - slips / longest;
}

/**
 * How many letters must be put in, taken out, replaced or swapped with their neighbour: the restricted edit distance of
 * Damerau (1964).
 */
function distance(a: string, b: string): number {
  let [last, row] = [new Uint8Array(b.length + 1), Uint8Array.from({ length: b.length + 1 }, (_, j) => j)];
  let next = new Uint8Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    next[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const [x, y] = [a.charCodeAt(i - 1), b.charCodeAt(j - 1)];
      let best = Math.min(
        (row[j - 1] as number) + Number(x !== y),
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
      );
      const isSwap = i > 1 && j > 1 && x === b.charCodeAt(j - 2) && y === a.charCodeAt(i - 2);
      if (isSwap) best = Math.min(best, (last[j - 2] as number) + 1);
      next[j] = best;
    }
    [last, row, next] = [row, next, last];
  }
  return row[b.length] as number;
}
