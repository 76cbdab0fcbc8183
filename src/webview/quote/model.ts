import type { ComposedQuotation } from '../../core/manuscript/compose/result.js';
import { composedQuotation } from '../../core/manuscript/compose/result.js';
import type { Draft, QuoteState } from './protocol.js';

/** How many steps can be taken back. */
const MOST_STEPS = 200;

/** What is done on the page, step by step, so that it can be taken back and done again. */
export class Steps {
  private readonly before: Draft[] = [];
  private after: Draft[] = [];

  constructor(private draft: Draft) {}

  get now(): Draft {
    return this.draft;
  }

  get canUndo(): boolean {
    return this.before.length > 0;
  }

  get canRedo(): boolean {
    return this.after.length > 0;
  }

  /** @returns whether anything is another than before */
  go(next: Draft): boolean {
    if (JSON.stringify(next) === JSON.stringify(this.draft)) return false;
    this.before.push(this.draft);
    if (this.before.length > MOST_STEPS) this.before.shift();
    this.draft = next;
    this.after = [];
    return true;
  }

  undo(): boolean {
    const before = this.before.pop();
    if (before === undefined) return false;
    this.after.push(this.draft);
    this.draft = before;
    return true;
  }

  redo(): boolean {
    const after = this.after.pop();
    if (after === undefined) return false;
    this.before.push(this.draft);
    this.draft = after;
    return true;
  }
}

/** The attribution that stands behind the words, as it was chosen; undefined: none. */
export function attributionText(state: Pick<QuoteState, 'attribution'>, { choice }: Pick<Draft, 'choice'>): string | undefined {
  const { first, later, isFirst } = state.attribution;
  if (choice === 'none') return undefined;
  return choice === 'first' || (choice === 'auto' && isFirst) ? first : later;
}

/** The quotation as it will stand in the manuscript; undefined where no word of it was said. */
export function resultOf(
  state: Pick<QuoteState, 'attribution' | 'passage'>,
  draft: Draft,
): ComposedQuotation | undefined {
  const { session, names } = state.attribution;
  const text = attributionText(state, draft);
  return composedQuotation(state.passage, draft.composition, draft.style, {
    names,
    ...(text === undefined ? {} : { text }),
    ...(session === undefined || draft.choice === 'none' ? {} : { session }),
  });
}
