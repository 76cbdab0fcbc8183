import type { Homes } from './homes.js';
import type { Section } from './outline.js';
import { HALVES, type Half, otherHalf } from './settle.js';
import { basesOf, onlyHalf, type Subject } from './subjects.js';
import { sameFormer, saysTheSame, saysWhatItSaid } from './untouched.js';

/** What becomes of an entry: it is there, it is gone (merged into another one, or not), or nobody knows. */
export type Fate =
  | { readonly is: 'there' }
  | { readonly is: 'gone'; readonly into: Subject | undefined }
  | { readonly is: 'open' };

/** Finds out what becomes of entries that not both sides have. */
export class Fates {
  private readonly known = new Map<Subject, Fate>();

  constructor(private readonly homes: Homes) {}

  /** What becomes of an entry. */
  of(subject: Subject): Fate {
    const known = this.known.get(subject);
    if (known !== undefined) return known;
    // What is asked about itself on the way is not changed by that.
    this.known.set(subject, { is: 'there' });
    const fate = this.find(subject);
    this.known.set(subject, fate);
    return fate;
  }

  /** What an entry may come to be merged into. */
  mayGoInto(subject: Subject): Subject[] {
    const fate = this.of(subject);
    if (fate.is === 'there') return [];
    if (fate.is === 'gone') return fate.into === undefined ? [] : [fate.into];
    const into = HALVES.map(half => (subject[half] === undefined ? this.homes.intoOn(half, subject) : undefined));
    return into.filter(other => other !== undefined);
  }

  private find(subject: Subject): Fate {
    const half = onlyHalf(subject);
    if (half === undefined) return subject.one === undefined ? this.goneOnBoth(subject) : { is: 'there' };
    const into = this.homes.intoOn(otherHalf(half), subject);
    const isGoneUnchanged = this.isGoneUnchanged(subject, into);
    if (subject.bases.length === 0 || isGoneUnchanged === this.isUnchanged(subject, half, into)) return { is: 'open' };
    return isGoneUnchanged ? { is: 'there' } : { is: 'gone', into };
  }

  /** Into different ones: unless one of these went into the other, only one of them can have what was coded with it. */
  private goneOnBoth(subject: Subject): Fate {
    const [one, two] = HALVES.map(half => this.homes.intoOn(half, subject));
    if (one === undefined || two === undefined || one === two) return { is: 'gone', into: one ?? two };
    const wentOn = (half: Half, from: Subject, to: Subject): boolean =>
      from[half] === undefined && this.homes.intoOn(half, from) === to;
    if (wentOn('one', two, one)) return { is: 'gone', into: one };
    return wentOn('two', one, two) ? { is: 'gone', into: two } : { is: 'open' };
  }

  /** Whether the side that does not have it says what a base says. */
  private isGoneUnchanged(subject: Subject, into: Subject | undefined): boolean {
    const isNew = subject.bases.some(section => section === undefined);
    return isNew && (into === undefined || this.homes.isFormerInBase(subject));
  }

  /** Whether the side that has it says what a base says. */
  private isUnchanged(subject: Subject, half: Half, into: Subject | undefined): boolean {
    const now = subject[half] as Section;
    const old = basesOf(subject);
    if (old.length === 0 || this.homes.isMoved(half, subject)) return false;
    if (into !== undefined) return old.some(section => saysWhatItSaid(section, now));
    return old.some(section => saysTheSame(section, now) && sameFormer(section, now)) && !this.isFilled(subject, half);
  }

  /** Whether something was put into it, or changed in it, on the side that has it. */
  private isFilled(subject: Subject, half: Half): boolean {
    return this.homes.childrenOn(half, subject).some(child => {
      const isElsewhere = child[otherHalf(half)] !== undefined;
      if (basesOf(child).length === 0) return !isElsewhere;
      return this.homes.isMoved(half, child) || (!isElsewhere && this.of(child).is === 'open');
    });
  }
}
