import type { Case } from './cases.js';

/** How many cases there are of each kind; those that count as deleted are counted once more, as are those offered in review. */
export class Tally {
  cases = 0;
  right = 0;
  wrong = 0;
  /** A certain answer would have been right, but the researcher is asked. */
  review = 0;
  /** Of these, so many have the true place among the first three candidates. */
  offered = 0;
  deleted = 0;
  reattached = 0;

  add({ verdict, truth, isOffered }: Pick<Case, 'verdict' | 'truth' | 'isOffered'>): void {
    this.cases++;
    if (truth.stretch === undefined) this.deleted++;
    if (isOffered) this.offered++;
    switch (verdict) {
      case 'right':
        this.right++;
        break;
      case 'silently wrong':
        this.wrong++;
        break;
      case 'review':
        this.review++;
        break;
      case 're-attached':
        this.reattached++;
    }
  }
}

/** Tallies by name, in the order in which the names were first met. */
export class Tallies {
  private readonly byName = new Map<string, Tally>();

  /** The tally of a name; empty where nothing was added. */
  of(name: string): Tally {
    const tally = this.byName.get(name) ?? new Tally();
    this.byName.set(name, tally);
    return tally;
  }

  has(name: string): boolean {
    return this.byName.has(name);
  }

  get all(): readonly [name: string, tally: Tally][] {
    return [...this.byName];
  }
}
