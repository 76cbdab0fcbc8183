import { compareTexts } from '../../text/compare.js';
import { conflictKey } from '../conflictKey.js';
import type { Homes } from './homes.js';
import type { Section } from './outline.js';
import type { Presence } from './presence.js';
import type { Questions } from './questions.js';
import { ringsIn } from './rings.js';
import { HALVES, type Half, otherHalf, settle } from './settle.js';
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
      if (half !== undefined) places.set(subject, this.placeAs(subject[half] as Section));
      else places.set(subject, second === undefined ? this.placeAs(first as Section) : this.stayed(subject));
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
    const verdict = this.verdict(subject);
    return verdict === 'open' || verdict === 'stayed' ? [one, two] : [subject[verdict] as Section];
  }

  /** Whether only a person can say where it stands. */
  private isOpen(subject: Subject): boolean {
    const { one, two } = subject;
    if (one === undefined || two === undefined || this.holder(one, true) === this.holder(two, true)) return false;
    return this.verdict(subject) === 'open';
  }

  /**
   * Which side put it elsewhere, by what each base says. Stayed: neither did; what it stood in before has gone somewhere. Where one did, and it is
   * elsewhere on the other one as well, nobody knows whether it only followed there.
   */
  private verdict(subject: Subject): Half | 'stayed' | 'open' {
    const verdicts = this.homes.versions.bases.map((_, base) => {
      const [isMoved, isOtherMoved] = HALVES.map(half => this.homes.isMoved(half, base, subject));
      if (isMoved === isOtherMoved) return isMoved ? 'open' : 'stayed';
      const half = isMoved ? 'one' : 'two';
      return this.homes.isElsewhere(otherHalf(half), base, subject) ? 'open' : half;
    });
    const [first, ...others] = new Set(verdicts);
    if (first === undefined || others.length > 0) return 'open';
    const isOneHome = new Set(basesOf(subject).map(base => this.holder(base, true))).size === 1;
    return first === 'stayed' && !isOneHome ? 'open' : first;
  }

  /** Of all moves that make a circle those of one side hold. */
  private decideRing(ring: readonly Subject[]): void {
    const both = ring.filter(({ one, two }) => one !== undefined && two !== undefined);
    const isElsewhere = ({ one, two }: Subject): boolean =>
      this.homes.parentOf(one as Section) !== this.homes.parentOf(two as Section);
    const wasMoved = (subject: Subject): boolean => this.verdict(subject) !== 'stayed';
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

  private placeAs(section: Section): Place {
    return { parent: this.holder(section, false), as: section };
  }

  /** Neither side moved it: it stands elsewhere because what held it is gone. */
  private stayed({ bases, one, two }: Subject): Place {
    const base = bases.find(section => section !== undefined) as Section;
    const parent = this.holder(base, false);
    const as = [one, two].find(section => this.holder(section as Section, false) === parent) ?? one;
    return { parent, as: as as Section };
  }
}
