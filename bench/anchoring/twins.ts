import type { Span } from '../../src/core/text/span.js';
import { type Characters, INSERTED, isLetter } from './characters.js';

/** How near, in letters of the new text, a twin is too near. */
const NEAR = 60;

/**
 * Where many edits follow one another, some take one of two equal passages that stand close together, and others what was between them:
 * then nobody can tell which of the two is left. Finds the excerpts of which that is so.
 */
export class Twins {
  private readonly base: Letters;
  private readonly now: Letters;
  /** For each letter of the first version, which letter of the new text it is; -1 where it is gone. */
  private readonly places: Int32Array;

  constructor(base: Characters, now: Characters) {
    this.base = lettersOf(base);
    this.now = lettersOf(now);
    const at = new Map(this.now.from.map((from, i) => [from, i]));
    this.places = Int32Array.from(this.base.from, from => at.get(from) ?? -1);
  }

  /** Whether an excerpt, or words equal to it, lost letters close to where the other is. */
  areNear(excerpt: Span): boolean {
    const start = this.base.from.findIndex(from => from >= excerpt.start);
    const words = this.base.text.slice(
      start,
      start + this.base.from.filter(from => from >= excerpt.start && from < excerpt.end).length,
    );
    if (!this.isWhole(start, words.length)) return this.standsNear(words, start);
    const place = this.places[start] as number;
    for (let at = this.base.text.indexOf(words); at !== -1; at = this.base.text.indexOf(words, at + 1)) {
      const isLost = at !== start && !this.isWhole(at, words.length);
      if (isLost && this.seams(at, words.length).some(seam => Math.abs(seam - place) < NEAR + words.length))
        return true;
    }
    return false;
  }

  /** Whether the letters from a place on follow one another in the new text as they did. */
  private isWhole(start: number, length: number): boolean {
    const first = this.places[start] as number;
    for (let i = 0; i < length; i++) if (first === -1 || this.places[start + i] !== first + i) return false;
    return true;
  }

  /** Whether the same words stand near where some were, but are others. */
  private standsNear(words: string, start: number): boolean {
    return this.seams(start, words.length).some(seam => {
      const from = Math.max(0, seam - NEAR - words.length);
      const near = this.now.text.slice(from, seam + NEAR + words.length);
      for (let at = near.indexOf(words); at !== -1; at = near.indexOf(words, at + 1)) {
        if (this.now.from[from + at] !== this.base.from[start]) return true;
      }
      return false;
    });
  }

  /** Where in the new text what stood before and behind some letters is. */
  private seams(start: number, length: number): number[] {
    let before = start - 1;
    while (before >= 0 && this.places[before] === -1) before--;
    let behind = start + length;
    while (behind < this.places.length && this.places[behind] === -1) behind++;
    return [this.places[before], this.places[behind]].filter(place => place !== undefined);
  }
}

/** The letters of a text that were said or put in, small and without accents, one UTF-16 unit each. */
interface Letters {
  readonly text: string;
  readonly from: readonly number[];
}

function lettersOf(characters: Characters): Letters {
  const letters = characters.filter(({ char, from }) => from !== INSERTED && isLetter(char));
  return {
    text: letters.map(({ char }) => char.normalize('NFD').toLowerCase().charAt(0)).join(''),
    from: letters.map(({ from }) => from),
  };
}
