import type { Draft } from '../../core/manuscript/compose/draft.js';

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
