import type { Replacements } from './replacements.js';
import type { Span } from './span.js';
import type { MovingSpan } from './trackSpan.js';

/** One step that spans made, and what takes it back. */
export interface Step {
  /** Fingerprint of the text before it. */
  readonly before: string;
  /** The replacements that take it back, to be made in this order. */
  readonly back: readonly Replacements[];
  /** Where spans were before it that these do not take there; undefined: nowhere. By number. */
  readonly exceptions: ReadonlyMap<number, Span | undefined>;
}

/** How many steps are remembered, and how much they may hold together. */
const MOST_STEPS = 4000;
const MOST_WEIGHT = 400_000;

/**
 * The steps that spans made, so that it can be told where they were in a text that was there before. Undo needs no
 * more than that: it brings a text back, whatever it takes back at once, and so does redo.
 */
export class SpanLog {
  private steps: Step[] = [];
  /** Number of the first step that is still there; they are numbered from the beginning. */
  private first = 0;
  /** The last step that was made from a text. */
  private readonly byText = new Map<string, number>();
  private weight = 0;

  /** Remembers a step. */
  push(step: Step): void {
    this.byText.set(step.before, this.first + this.steps.length);
    this.steps.push(step);
    this.weight += weightOf(step);
    if (this.steps.length > MOST_STEPS || this.weight > MOST_WEIGHT) this.forgetOldest();
  }

  /** The step before which a text was there last; undefined where it was not, or too long ago. */
  find(text: string): number | undefined {
    return this.byText.get(text);
  }

  /**
   * Where a span was before a step.
   * @param id its number
   * @param now where it is; undefined: nowhere
   */
  before(step: number, id: number, now: Span | undefined): Span | undefined {
    let at = moving(now);
    for (let i = this.steps.length - 1; i >= step - this.first; i--) {
      const { back, exceptions } = this.steps[i] as Step;
      if (exceptions.size > 0 && exceptions.has(id)) at = moving(exceptions.get(id));
      else if (at !== undefined && !moveAll(back, at)) at = undefined;
    }
    return at;
  }

  /** Half of what is remembered goes at once: done rarely, it costs nothing. */
  private forgetOldest(): void {
    const gone = this.steps.splice(0, Math.ceil(this.steps.length / 2));
    gone.forEach((step, i) => {
      this.weight -= weightOf(step);
      if (this.byText.get(step.before) === this.first + i) this.byText.delete(step.before);
    });
    this.first += gone.length;
  }
}

/** Moves a span through stretches of replacements, in place; false once nothing is left of it. */
export function moveAll(stretches: readonly Replacements[], span: MovingSpan): boolean {
  for (const stretch of stretches) if (stretch.move(span) === 'gone') return false;
  return true;
}

function moving(span: Span | undefined): MovingSpan | undefined {
  return span && { start: span.start, end: span.end };
}

function weightOf({ back, exceptions }: Step): number {
  return back.reduce((sum, stretch) => sum + stretch.size, 1 + exceptions.size);
}
