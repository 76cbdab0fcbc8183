import type { Homes } from './homes.js';
import type { Section } from './outline.js';
import { HALVES, type Half, otherHalf } from './settle.js';
import { type Standing, sameStanding, THERE } from './standing.js';
import type { Subject } from './subjects.js';
import { sameFormer, saysTheSame, saysWhatItSaid } from './untouched.js';

/** What becomes of an entry; `open`: nobody knows. */
export type Fate = Standing | { readonly is: 'open' };

const OPEN: Fate = { is: 'open' };

/**
 * Finds out what becomes of entries: whether they are there, and what has their ids where they are not. That is one respect of an entry, and
 * merged as any other one: what follows from each base.
 */
export class Fates {
  private readonly known = new Map<Subject, Fate>();

  constructor(private readonly homes: Homes) {}

  /** What becomes of an entry. */
  of(subject: Subject): Fate {
    const known = this.known.get(subject);
    if (known !== undefined) return known;
    // What is asked about itself on the way is not changed by that.
    this.known.set(subject, THERE);
    const fate = this.find(subject);
    this.known.set(subject, fate);
    return fate;
  }

  /** What an entry may come to be merged into. */
  mayGoInto(subject: Subject): Subject[] {
    const fate = this.of(subject);
    if (fate.is === 'there') return [];
    if (fate.is === 'gone') return fate.into === undefined ? [] : [fate.into];
    return HALVES.flatMap(half => this.homes.into(half, subject) ?? []);
  }

  private find(subject: Subject): Fate {
    const [one, two] = this.sides(subject);
    if (sameStanding(one, two)) return one;
    const fates = this.homes.versions.bases.map((_, base) => this.since(base, subject));
    const [first, ...others] = fates;
    return first !== undefined && others.every(other => this.isSame(first, other)) ? first : OPEN;
  }

  /** Whether two fates come to the same: of codes that the sides merged into each other one is kept, and has all that went into either. */
  private isSame(a: Fate, b: Fate): boolean {
    if (sameFate(a, b)) return true;
    const [one, two] = [a, b].map(fate => (fate.is === 'gone' ? fate.into : undefined));
    if (one === undefined || two === undefined) return false;
    const isRing = HALVES.some(
      half => this.homes.into(half, one) === two && this.homes.into(otherHalf(half), two) === one,
    );
    return isRing && [one, two].every(into => this.of(into).is !== 'there');
  }

  private sides(subject: Subject): [Standing, Standing] {
    return [this.homes.standing('one', subject), this.homes.standing('two', subject)];
  }

  /** What becomes of an entry if it was before what a base says. */
  private since(base: number, subject: Subject): Fate {
    const [one, two] = this.sides(subject);
    const [isChanged, isOtherChanged] = HALVES.map(half => this.isChanged(half, base, subject));
    if (!isChanged && !isOtherChanged) return this.homes.standing(base, subject);
    if (!isChanged || !isOtherChanged) return isChanged ? one : two;
    const [isCarried, isOtherCarried] = HALVES.map(half => this.isCarried(half, base, subject));
    if (isCarried !== isOtherCarried) return isCarried ? two : one;
    return one.is === 'gone' && two.is === 'gone' ? this.goneOnBoth(one.into, two.into) : OPEN;
  }

  /** Whether a side made something else of an entry; what follows from what became of another one is no change. */
  private isChanged(half: Half, base: number, subject: Subject): boolean {
    const [old, now] = [this.homes.standing(base, subject), this.homes.standing(half, subject)];
    if (old.is === 'there') return now.is === 'gone' || this.isTouched(half, base, subject);
    if (now.is === 'there') return true;
    return now.into !== (old.into && this.homes.heir(half, old.into));
  }

  /** Whether it went along with something that was taken out of what both had been merged into: nobody did that to it. */
  private isCarried(half: Half, base: number, subject: Subject): boolean {
    const [old, now] = [this.homes.into(base, subject), this.homes.into(half, subject)];
    return old !== undefined && now !== undefined && this.homes.into(base, now) === old;
  }

  /** Merged here and deleted there: what was coded with it keeps a code. Into two: only one of them can have it. */
  private goneOnBoth(one: Subject | undefined, two: Subject | undefined): Fate {
    if (one === undefined || two === undefined) return { is: 'gone', into: one ?? two };
    // What one side merged it into may have been merged further on the other one: then it goes along.
    if (two.one === undefined && this.homes.into('one', two) === one) return { is: 'gone', into: two };
    if (one.two === undefined && this.homes.into('two', one) === two) return { is: 'gone', into: one };
    return OPEN;
  }

  /** Whether the side that has an entry says something else than a base, where the other side does not have it any more. */
  private isTouched(half: Half, base: number, subject: Subject): boolean {
    const [old, now] = [subject.bases[base] as Section, subject[half] as Section];
    if (this.homes.isMoved(half, base, subject)) return true;
    // What was merged into it, or put into it, goes along where it is merged into another one.
    if (this.homes.into(otherHalf(half), subject) !== undefined) return !saysWhatItSaid(old, now);
    return !saysTheSame(old, now) || !sameFormer(old, now) || this.isFilled(half, base, subject);
  }

  /** Whether something was put into it, or changed in it, on the side that has it. */
  private isFilled(half: Half, base: number, subject: Subject): boolean {
    return this.homes.childrenOn(half, subject).some(child => {
      const isElsewhere = child[otherHalf(half)] !== undefined;
      if (child.bases[base] === undefined) return !isElsewhere;
      return this.homes.isMoved(half, base, child) || (!isElsewhere && this.of(child).is === 'open');
    });
  }
}

function sameFate(a: Fate, b: Fate): boolean {
  return a.is === 'open' || b.is === 'open' ? a.is === b.is : sameStanding(a, b);
}
