import type { Span } from '../../src/core/text/span.js';
import { type Characters, INSERTED, isLetter, textOf } from './characters.js';

/** What a method answers: a span where it is certain, and places to choose among where it is not. Code points of the new text. */
export interface Answer {
  readonly span?: Span;
  readonly candidates: readonly Span[];
}

/** How an answer fares. */
export type Verdict = 'right' | 'silently wrong' | 'review' | 're-attached';

/** Where an excerpt is in the new text, by the identity of its characters. */
export interface Truth {
  /** From the first to the last letter that is left; undefined where the excerpt counts as deleted. */
  readonly stretch?: Span;
  /** The largest piece that nothing said elsewhere interrupts, where that is most of what is left and not all of it. */
  readonly piece?: Span;
  /** Torn apart: review is as right as the largest piece. */
  readonly isTorn: boolean;
  /** The characters of the excerpt, as places in the first version. */
  readonly excerpt: Span;
}

/** An excerpt of whose letters less is left counts as deleted. */
const LEFT = 0.25;
/** An excerpt is torn where between its letters stands more from elsewhere than the excerpt itself and this. */
const MOST_BETWEEN = 40;
/** A piece is as good as the whole from this share on. */
const MOST_OF_IT = 0.8;
/** So many new letters (a pseudonym, a label) may be taken in at each end. */
const MOST_NEW = 40;

/** Knows where each character of the first version is in a new text, and judges answers by it. */
export class Judge {
  private readonly first: Int32Array;
  /** Differs from `first` where one character became several. */
  private readonly last: Int32Array;
  /** Letters of the first version that were said. */
  private readonly said: Uint8Array;
  private readonly letters: Uint8Array;

  constructor(
    private readonly base: Characters,
    private readonly now: Characters,
  ) {
    this.first = new Int32Array(base.length).fill(-1);
    this.last = new Int32Array(base.length).fill(-1);
    this.said = Uint8Array.from(base, ({ char, from }) => Number(from !== INSERTED && isLetter(char)));
    this.letters = Uint8Array.from(now, ({ char }) => Number(isLetter(char)));
    for (const [at, { from }] of now.entries()) {
      if (from === INSERTED) continue;
      if (this.first[from] === -1) this.first[from] = at;
      this.last[from] = at;
    }
  }

  /** Where an excerpt, given as a span of the first version, is now. */
  truth(excerpt: Span): Truth {
    const left: number[] = [];
    let letters = 0;
    for (let id = excerpt.start; id < excerpt.end; id++) {
      if (this.said[id] === 0) continue;
      letters++;
      const at = this.first[id] as number;
      if (at !== -1 && this.letters[at] === 1) left.push(id);
    }
    if (left.length < letters * LEFT || left.length === 0) return { isTorn: false, excerpt };
    const pieces = this.pieces(left, excerpt);
    const stretch = {
      start: Math.min(...pieces.map(({ start }) => start)),
      end: Math.max(...pieces.map(({ end }) => end)),
    };
    if (pieces.length === 1) return { stretch, isTorn: false, excerpt };
    const largest = pieces.reduce((a, b) => (b.letters > a.letters ? b : a));
    const between = this.saidElsewhere(stretch, excerpt);
    return {
      stretch,
      ...(largest.letters >= left.length * MOST_OF_IT && { piece: largest }),
      isTorn: between > left.length + MOST_BETWEEN,
      excerpt,
    };
  }

  /** Stretches of the new text without a letter between them that was said outside the excerpt. */
  private pieces(left: readonly number[], excerpt: Span): (Span & { letters: number })[] {
    const places = left.map(id => ({ start: this.first[id] as number, end: (this.last[id] as number) + 1 }));
    places.sort((a, b) => a.start - b.start);
    const pieces: (Span & { letters: number })[] = [];
    for (const { start, end } of places) {
      const piece = pieces.at(-1);
      if (piece !== undefined && this.saidElsewhere({ start: piece.end, end: start }, excerpt) === 0) {
        pieces[pieces.length - 1] = { start: piece.start, end, letters: piece.letters + 1 };
      } else pieces.push({ start, end, letters: 1 });
    }
    return pieces;
  }

  /** How many letters of a stretch of the new text were said outside the excerpt. */
  private saidElsewhere({ start, end }: Span, excerpt: Span): number {
    let count = 0;
    for (let at = start; at < end; at++) {
      const from = this.now[at]?.from ?? INSERTED;
      if (this.letters[at] === 1 && from !== INSERTED && (from < excerpt.start || from >= excerpt.end)) count++;
    }
    return count;
  }

  /** How an answer fares. */
  verdict(truth: Truth, { span }: Answer): Verdict {
    const { stretch, piece, isTorn } = truth;
    if (stretch === undefined) return span === undefined ? 'right' : 're-attached';
    if (span === undefined) return isTorn ? 'right' : 'review';
    const isRight =
      (!isTorn && this.fits(span, stretch, truth.excerpt)) ||
      (piece !== undefined && this.fits(span, piece, truth.excerpt)) ||
      this.isWholeCopy(span, stretch, truth.excerpt);
    return isRight ? 'right' : 'silently wrong';
  }

  /** Whether an answer holds a stretch and beyond its ends no letter that was said elsewhere, and few new ones. */
  private fits(answer: Span, stretch: Span, excerpt: Span): boolean {
    return (
      answer.start <= stretch.start &&
      answer.end >= stretch.end &&
      [
        { start: answer.start, end: stretch.start },
        { start: stretch.end, end: answer.end },
      ].every(end => this.saidElsewhere(end, excerpt) === 0 && this.countLetters(end) <= MOST_NEW)
    );
  }

  /**
   * Whether an answer reads as the excerpt did and lies between its first and its last letter: where a copy was put in within the
   * excerpt, the copy stands for the other half.
   */
  private isWholeCopy({ start, end }: Span, stretch: Span, excerpt: Span): boolean {
    const isInside =
      start >= stretch.start && (end <= stretch.end || this.countLetters({ start: stretch.end, end }) === 0);
    return isInside && textOf(this.now.slice(start, end)) === textOf(this.base.slice(excerpt.start, excerpt.end));
  }

  private countLetters({ start, end }: Span): number {
    return this.letters.subarray(start, end).reduce((sum, one) => sum + one, 0);
  }

  /** Whether a candidate is the true place: half of either is in the other. */
  isThere(candidate: Span, { stretch, piece }: Truth): boolean {
    return [stretch, piece].some(place => {
      if (place === undefined) return false;
      const common = Math.min(candidate.end, place.end) - Math.max(candidate.start, place.start);
      return common >= (place.end - place.start) / 2 && common >= (candidate.end - candidate.start) / 2;
    });
  }
}
