import { compareTexts } from '../../text/compare.js';
import type { Homes } from './homes.js';
import type { Section } from './outline.js';
import type { Questions } from './questions.js';
import { HALVES, type Half, otherHalf } from './settle.js';
import { basesOf, onlyHalf, type Subject } from './subjects.js';
import { entrySubject, goneInto, wholeEntry } from './telling.js';
import { sameFormer, saysTheSame, saysWhatItSaid } from './untouched.js';

/** Which entries there are after a merge. */
export interface Presence {
  isThere(subject: Subject): boolean;
  /** What an entry that is gone was merged into, followed to one that is there. */
  into(subject: Subject): Subject | undefined;
  /** Ids that an entry does not get although a side put them into it: what it merged is there after all, or went elsewhere. */
  refused(subject: Subject): ReadonlySet<string>;
}

/** Decides which entries there are, and what those that are gone were merged into. */
export function mergePresence(homes: Homes, questions: Questions): Presence {
  return new PresenceMerge(homes, questions).merged();
}

class PresenceMerge {
  private readonly there = new Map<Subject, boolean>();
  private readonly gone = new Map<Subject, Subject | undefined>();
  private readonly denied = new Map<Subject, Set<string>>();
  private readonly contested = new Map<Subject, boolean>();

  constructor(
    private readonly homes: Homes,
    private readonly questions: Questions,
  ) {}

  merged(): Presence {
    for (const subject of this.homes.subjects.all) this.decide(subject);
    this.breakRings();
    return {
      isThere: subject => this.there.get(subject) === true,
      into: subject => this.followed(subject),
      refused: subject => this.denied.get(subject) ?? new Set(),
    };
  }

  private decide(subject: Subject): void {
    const half = onlyHalf(subject);
    if (half !== undefined) this.decideHalf(subject, half);
    else if (subject.one !== undefined) this.there.set(subject, true);
    else this.decideGone(subject);
  }

  /** An entry that both sides took away, or merged into others. */
  private decideGone(subject: Subject): void {
    const [one, two] = HALVES.map(half => this.homes.intoOn(half, subject));
    this.there.set(subject, false);
    if (one === undefined || two === undefined || one === two) {
      this.gone.set(subject, one ?? two);
      return;
    }
    // Into different ones: unless one of these went into the other, only one of them can have what was coded with it.
    const isOn = (half: Half, end: Subject, into: Subject): boolean =>
      into[half] === undefined && this.homes.intoOn(half, into) === end;
    if (isOn('one', one, two)) this.gone.set(subject, one);
    else if (isOn('two', two, one)) this.gone.set(subject, two);
    else {
      const answer = this.ask(subject, goneInto(one.one), goneInto(two.two));
      this.gone.set(subject, answer === 'two' ? two : one);
      this.deny(answer === 'two' ? one : two, subject, basesOf(subject));
    }
  }

  private decideHalf(subject: Subject, half: Half): void {
    const other = otherHalf(half);
    const into = this.homes.intoOn(other, subject);
    const isKept = this.isContested(subject, half)
      ? this.askFor(subject, half, into)
      : this.isGoneUnchanged(subject, into);
    this.there.set(subject, isKept);
    if (!isKept) this.gone.set(subject, into);
    else if (into !== undefined) this.deny(into, subject, [subject[half] as Section]);
  }

  /** Whether the side that does not have it says what a base says. */
  private isGoneUnchanged(subject: Subject, into: Subject | undefined): boolean {
    const isNew = subject.bases.some(section => section === undefined);
    return isNew && (into === undefined || this.homes.isFormerInBase(subject));
  }

  /** Whether it was taken away on one side and changed on the other, which has it. */
  private isContested(subject: Subject, half: Half): boolean {
    const known = this.contested.get(subject);
    if (known !== undefined) return known;
    this.contested.set(subject, false);
    const is = this.findContested(subject, half);
    this.contested.set(subject, is);
    return is;
  }

  private findContested(subject: Subject, half: Half): boolean {
    const into = this.homes.intoOn(otherHalf(half), subject);
    if (subject.bases.length === 0) return true;
    return this.isGoneUnchanged(subject, into) === this.isUnchanged(subject, half, into);
  }

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
      if (basesOf(child).length === 0) return child[otherHalf(half)] === undefined;
      if (this.homes.isMoved(half, child)) return true;
      return child[otherHalf(half)] === undefined && this.isContested(child, half);
    });
  }

  private askFor(subject: Subject, half: Half, into: Subject | undefined): boolean {
    const there = wholeEntry(subject[half] as Section);
    const gone = goneInto(into?.[otherHalf(half)]);
    const [one, two] = half === 'one' ? [there, gone] : [gone, there];
    return this.ask(subject, one, two) === half;
  }

  private ask(subject: Subject, one: ReturnType<typeof goneInto>, two: ReturnType<typeof goneInto>): Half {
    const [base, ...more] = subject.bases;
    const half = this.questions.ask({
      key: `entry ${subject.name} presence`,
      subject: entrySubject(subject),
      aspect: 'presence',
      rank: subject.rank,
      base: base !== undefined && more.length === 0 ? wholeEntry(base) : undefined,
      one,
      two,
    });
    return half === 'two' ? 'two' : 'one';
  }

  private deny(holder: Subject, subject: Subject, sections: readonly Section[]): void {
    const ids = this.denied.get(holder) ?? new Set();
    for (const { entry } of sections) for (const id of [entry.id, ...entry.formerly]) ids.add(id);
    for (const { entry } of basesOf(subject)) ids.add(entry.id);
    this.denied.set(holder, ids);
  }

  /** Codes that the sides merged into each other: one of the sides holds. */
  private breakRings(): void {
    for (;;) {
      const ring = this.findRing();
      if (ring === undefined) return;
      const first = [...ring].sort((a, b) => compareTexts(a.name, b.name))[0] as Subject;
      const told = (half: Half): ReturnType<typeof goneInto> =>
        first[half] === undefined ? goneInto(this.homes.intoOn(half, first)?.[half]) : wholeEntry(first[half]);
      const half = this.ask(first, told('one'), told('two'));
      for (const subject of ring) {
        const section = subject[half];
        const into = section === undefined ? this.homes.intoOn(half, subject) : undefined;
        this.there.set(subject, section !== undefined);
        if (into !== undefined) this.gone.set(subject, into);
        else this.gone.delete(subject);
        const elsewhere = this.homes.intoOn(otherHalf(half), subject);
        if (section !== undefined && elsewhere !== undefined) this.deny(elsewhere, subject, [section]);
      }
    }
  }

  private findRing(): Subject[] | undefined {
    for (const start of this.gone.keys()) {
      const path: Subject[] = [];
      for (
        let at: Subject | undefined = start;
        at !== undefined && this.there.get(at) !== true;
        at = this.gone.get(at)
      ) {
        if (path.includes(at)) return path.slice(path.indexOf(at));
        path.push(at);
      }
    }
    return undefined;
  }

  private followed(subject: Subject): Subject | undefined {
    let at = this.gone.get(subject);
    const met = new Set<Subject>();
    while (at !== undefined && this.there.get(at) !== true && !met.has(at)) {
      met.add(at);
      at = this.gone.get(at);
    }
    return at !== undefined && this.there.get(at) === true ? at : undefined;
  }
}
