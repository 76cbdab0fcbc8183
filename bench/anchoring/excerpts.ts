import type { Span } from '../../src/core/text/span.js';
import { below } from '../random.js';
import type { Document } from './document.js';
import { type Parts, partsOf } from './parts.js';
import type { Version } from './version.js';

/** How long an excerpt is, and how many of a hundred are. */
export const LENGTHS = {
  word: 16,
  phrase: 26,
  sentence: 20,
  'several sentences': 16,
  turn: 12,
  'several turns': 10,
} as const;
export type Length = keyof typeof LENGTHS;

/** A passage of the first version that somebody coded. */
export interface Excerpt {
  readonly length: Length;
  /** Code points. */
  readonly span: Span;
  /** Whether the same words stand in the first version more than once. */
  readonly isRepeated: boolean;
}

interface Turn extends Span {
  readonly paragraphs: readonly Parts[];
}

/** So many are taken among quotes that occur more than once, where there are some; others do so by chance. */
const REPEATED = 0.25;
const TRIES = 60;
const SHORTEST_WORD = 3;

/** Draws excerpts of one transcript. */
export class Excerpts {
  private readonly turns: readonly Turn[];
  private readonly text: string;
  private readonly drawn = new Set<string>();

  constructor(
    document: Document,
    private readonly version: Version,
    private readonly random: () => number,
  ) {
    this.text = version.points.text;
    this.turns = document.blocks
      .filter(({ kind }) => kind === 'turn')
      .map(({ paragraphs }) => {
        const parts = paragraphs.map(paragraph => partsOf(paragraph, random));
        return {
          paragraphs: parts,
          start: parts[0]?.sentences[0]?.start ?? 0,
          end: parts.at(-1)?.sentences.at(-1)?.end ?? 0,
        };
      });
  }

  /** The next one that may be judged; some repeat what is said elsewhere. */
  draw(mayBeJudged: (span: Span) => boolean): Excerpt {
    let length = this.length();
    const wantsRepeated = length !== 'several turns' && this.random() < REPEATED;
    for (let tries = 1; ; tries++) {
      // A short transcript runs out of turns.
      if (tries % TRIES === 0) length = this.length();
      const span = this.span(length);
      const key = `${span.start}–${span.end}`;
      if (!mayBeJudged(span) || this.drawn.has(key)) continue;
      const isRepeated = this.occursTwice(this.version.points.slice(span.start, span.end));
      if (!isRepeated && wantsRepeated && tries < TRIES) continue;
      this.drawn.add(key);
      return { length, span, isRepeated };
    }
  }

  private length(): Length {
    let roll = this.random() * 100;
    for (const [length, share] of Object.entries(LENGTHS)) {
      roll -= share;
      if (roll < 0) return length as Length;
    }
    return 'phrase';
  }

  private span(length: Length): Span {
    switch (length) {
      case 'word': {
        const { words } = this.paragraph();
        return this.pick(words.filter(({ start, end }) => end - start >= SHORTEST_WORD)) ?? this.pick(words);
      }
      case 'phrase':
        return this.run(this.paragraph(({ words }) => words.length > 1).words, 2 + below(this.random, 7));
      case 'sentence':
        return this.pick(this.paragraph().sentences);
      case 'several sentences':
        return this.run(this.paragraph(({ sentences }) => sentences.length > 1).sentences, 2 + below(this.random, 3));
      case 'turn': {
        const turn = this.pick(this.turns);
        return { start: turn.start, end: turn.end };
      }
      case 'several turns':
        return this.severalTurns();
    }
  }

  /** Two to five turns; every other time from a word in the first to one in the last. */
  private severalTurns(): Span {
    const at = below(this.random, this.turns.length - 1);
    const first = this.turns[at] as Turn;
    const last = this.turns[Math.min(at + 1 + below(this.random, 4), this.turns.length - 1)] as Turn;
    if (this.random() < 0.5) return { start: first.start, end: last.end };
    return {
      start: this.pick(this.pick(first.paragraphs).words).start,
      end: this.pick(this.pick(last.paragraphs).words).end,
    };
  }

  /** A paragraph of any turn that has what is asked for. */
  private paragraph(has: (parts: Parts) => boolean = () => true): Parts {
    for (;;) {
      const parts = this.pick(this.pick(this.turns).paragraphs);
      if (has(parts)) return parts;
    }
  }

  /** Some that follow each other. */
  private run(of: readonly Span[], count: number): Span {
    const first = below(this.random, of.length - 1);
    const last = Math.min(first + count, of.length) - 1;
    return { start: of[first]?.start ?? 0, end: of[last]?.end ?? 0 };
  }

  private pick<T>(of: readonly T[]): T {
    return of[below(this.random, of.length)] as T;
  }

  private occursTwice(quote: string): boolean {
    const first = this.text.indexOf(quote);
    return this.text.indexOf(quote, first + 1) !== -1;
  }
}
