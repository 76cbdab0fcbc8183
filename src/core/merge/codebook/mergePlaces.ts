import { compareTexts } from '../../text/compare.js';
import { conflictKey } from '../conflictKey.js';
import type { Homes } from './homes.js';
import type { Section } from './outline.js';
import type { Presence } from './presence.js';
import type { Questions } from './questions.js';
import { ringsIn } from './rings.js';
import { HALVES, type Half, settle } from './settle.js';
import { basesOf, type Subject } from './subjects.js';
import { entrySubject, placeOf } from './telling.js';

/** Where an entry stands after a merge. */
export interface Place {
  /** What holds it; undefined: it stands at the top. */
  readonly parent: Subject | undefined;
  /** The entry as the side has it whose place holds. */
  readonly as: Section;
}

/** Decides what holds each entry that is there. A circle comes out as a question, never as a circle. */
export function mergePlaces(homes: Homes, presence: Presence, questions: Questions): Map<Subject, Place> {
  return new PlaceMerge(homes, presence, questions).merged();
}

class PlaceMerge {
  private readonly there: readonly Subject[];
  private readonly answers = new Map<Subject, Half>();

  constructor(
    private readonly homes: Homes,
    private readonly presence: Presence,
    private readonly questions: Questions,
  ) {
    this.there = homes.subjects.all.filter(subject => presence.mayBeThere(subject));
  }

  merged(): Map<Subject, Place> {
    const sides = new Map(this.there.map(subject => [subject, this.possibleSides(subject)]));
    const next = (subject: Subject): Subject[] =>
      (sides.get(subject) ?? []).flatMap(section => this.holder(section, true) ?? []);
    for (const ring of ringsIn(this.there, next)) this.decideRing(ring);
    for (const subject of sides.keys()) {
      if (this.isOpen(subject) && !this.answers.has(subject)) this.answers.set(subject, this.ask(subject));
    }
    const places = new Map<Subject, Place>();
    for (const [subject, possible] of sides) {
      if (!this.presence.isThere(subject)) continue;
      const [first, second] = possible;
      const half = this.answers.get(subject);
      const stayed = second === undefined ? first : this.stayed(subject, first as Section, second);
      const as = (half === undefined ? undefined : subject[half]) ?? (stayed as Section);
      places.set(subject, { parent: this.holder(as, false), as });
    }
    const holding = (subject: Subject): Subject[] => [places.get(subject)?.parent].filter(one => one !== undefined);
    for (const ring of ringsIn(places.keys(), holding)) {
      // Held by nothing but each other, because what held them is gone.
      const subject = ring[0] as Subject;
      places.set(subject, { ...(places.get(subject) as Place), parent: undefined });
    }
    return places;
  }

  /** The entry as the side has it whose place holds; as both have it where a person can say, or that depends on what is there. */
  private possibleSides(subject: Subject): Section[] {
    const { one, two } = subject;
    if (one === undefined || two === undefined) return [(one ?? two) as Section];
    if (this.holder(one, true) === this.holder(two, true)) return [this.written(subject, one, two)];
    const [isMoved, isOtherMoved] = HALVES.map(half => this.homes.isMoved(half, subject));
    if (isMoved === isOtherMoved) return [one, two];
    return [isMoved ? one : two];
  }

  /** Whether both sides moved it, into different entries; or each has it where another version before had it, as histories crossed. */
  private isOpen(subject: Subject): boolean {
    const { one, two } = subject;
    if (one === undefined || two === undefined) return false;
    const [holder, other] = [one, two].map(section => this.holder(section, true));
    if (holder === other) return false;
    const moved = HALVES.filter(half => this.homes.isMoved(half, subject));
    if (moved.length > 0) return moved.length === HALVES.length;
    const before = basesOf(subject).map(base => this.homes.parentOf(base));
    return before.includes(holder) && before.includes(other);
  }

  /** Of all moves that make a circle those of one side hold. */
  private decideRing(ring: readonly Subject[]): void {
    const both = ring.filter(({ one, two }) => one !== undefined && two !== undefined);
    const isElsewhere = ({ one, two }: Subject): boolean =>
      this.homes.parentOf(one as Section) !== this.homes.parentOf(two as Section);
    const wasMoved = (subject: Subject): boolean => HALVES.some(half => this.homes.isMoved(half, subject));
    const elsewhere = both.filter(isElsewhere).sort((a, b) => compareTexts(a.name, b.name));
    const first = elsewhere.find(wasMoved) ?? elsewhere[0];
    if (first === undefined) return;
    const half = this.ask(first);
    for (const subject of both) this.answers.set(subject, half);
  }

  private ask(subject: Subject): Half {
    const { bases, one, two } = subject;
    const [base, ...more] = bases;
    const half = this.questions.ask({
      key: conflictKey('entry', subject.name, 'moved'),
      subject: entrySubject(subject),
      aspect: 'moved',
      rank: subject.rank,
      base: base !== undefined && more.length === 0 ? placeOf(base) : undefined,
      one: placeOf(one as Section),
      two: placeOf(two as Section),
    });
    return half === 'two' ? 'two' : 'one';
  }

  /**
   * What holds an entry as a version has it: the same, what that was merged into, or what held that.
   * @param mayBe also what is there only if a person says so: what is asked must not depend on the answers
   */
  private holder(section: Section, mayBe: boolean): Subject | undefined {
    const met = new Set<Subject>();
    for (let at = this.homes.parentOf(section); at !== undefined && !met.has(at); ) {
      met.add(at);
      if (mayBe ? this.presence.mayBeThere(at) : this.presence.isThere(at)) return at;
      const into = this.presence.into(at, mayBe);
      if (into !== undefined) return into;
      const above: Section | undefined = this.lastPlace(at);
      at = above && this.homes.parentOf(above);
    }
    return undefined;
  }

  /** Where an entry stood that is gone. That a side put it elsewhere no longer counts: it went all the same. */
  private lastPlace(subject: Subject): Section | undefined {
    return basesOf(subject)[0] ?? subject.one ?? subject.two;
  }

  /** In the same on both sides: how that is written. */
  private written(subject: Subject, one: Section, two: Section): Section {
    const say = (section: Section): string => {
      const within = section.within && this.homes.subjects.of(section.within).name;
      const depth = section.entry.level - (section.within?.entry.level ?? 1);
      return JSON.stringify([within, section.follows, depth]);
    };
    const old = subject.bases.filter(section => section !== undefined).map(say);
    const verdict = settle(old, say(one), say(two));
    if (verdict !== 'open') return verdict === 'two' ? two : one;
    return compareTexts(say(one), say(two)) <= 0 ? one : two;
  }

  /** Neither side moved it: it stands elsewhere on one because what held it is gone there. */
  private stayed(subject: Subject, one: Section, two: Section): Section {
    const isHome = (section: Section): boolean => {
      const holder = this.holder(section, false);
      return subject.bases.some(base => base !== undefined && holder === this.homes.parentOf(base));
    };
    if (isHome(one) !== isHome(two)) return isHome(one) ? one : two;
    return one;
  }
}
