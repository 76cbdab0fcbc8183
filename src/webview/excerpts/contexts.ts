import { MOST_CONTEXT } from '../../core/analysis/excerptContext.js';
import type { ContextAnswer } from './protocol.js';

/** What has been answered about what stands around excerpts, and what is to be asked. */
export class Contexts {
  private readonly all = new Map<string, ContextAnswer>();

  constructor(private readonly ask: (id: string, step: number) => void) {}

  /** By id; where a wider one has been asked for, the narrower one until that comes. */
  get answers(): ReadonlyMap<string, ContextAnswer> {
    return this.all;
  }

  /** Takes an answer, unless something else has been asked for meanwhile. */
  take(answer: ContextAnswer, steps: Readonly<Record<string, number>>): void {
    if (steps[answer.id] === answer.step) this.all.set(answer.id, answer);
  }

  /** Asks again for all that is shown: a transcript may have changed. */
  askAll(steps: Readonly<Record<string, number>>): void {
    for (const [id, step] of Object.entries(steps)) this.ask(id, step);
  }

  /**
   * How much is shown after one step more or less, asking for what is missing.
   * @returns the same steps where there is nothing more to show
   */
  step(steps: Readonly<Record<string, number>>, id: string, by: 1 | -1): Readonly<Record<string, number>> {
    const before = steps[id] ?? 0;
    const answer = this.all.get(id);
    if (by === 1 && before > 0 && answer !== undefined && !(answer.context?.more ?? false)) return steps;
    const step = Math.max(0, Math.min(before + by, MOST_CONTEXT));
    if (step === before) return steps;
    const { [id]: _, ...others } = steps;
    if (step === 0) {
      this.all.delete(id);
      return others;
    }
    this.ask(id, step);
    return { ...others, [id]: step };
  }
}
