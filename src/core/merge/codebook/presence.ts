import { compareTexts } from '../../text/compare.js';
import { conflictKey } from '../conflictKey.js';
import type { ConflictSide } from '../merge.js';
import { Fates } from './fates.js';
import type { Homes } from './homes.js';
import type { Section } from './outline.js';
import type { Questions } from './questions.js';
import { ringsIn } from './rings.js';
import { type Half, otherHalf } from './settle.js';
import { basesOf, onlyHalf, type Subject } from './subjects.js';
import { entrySubject, goneInto, wholeEntry } from './telling.js';

/** Which entries there are after a merge. */
export interface Presence {
  isThere(subject: Subject): boolean;
  /** Whether it is there, or a person may say so. */
  mayBeThere(subject: Subject): boolean;
  /**
   * What an entry that is gone was merged into, followed to one that is there.
   * @param mayBe also to one that may be there
   */
  into(subject: Subject, mayBe?: boolean): Subject | undefined;
  /** Ids that an entry does not get although a side put them into it: what it merged is there after all, or went elsewhere. */
  refused(subject: Subject): ReadonlySet<string>;
}

/** Decides which entries there are, and what those that are gone were merged into. */
export function mergePresence(homes: Homes, questions: Questions): Presence {
  return new PresenceMerge(homes, questions).merged();
}

class PresenceMerge {
  private readonly fates: Fates;
  private readonly there = new Set<Subject>();
  private readonly possible = new Set<Subject>();
  private readonly gone = new Map<Subject, Subject | undefined>();
  private readonly denied = new Map<Subject, Set<string>>();

  constructor(
    private readonly homes: Homes,
    private readonly questions: Questions,
  ) {
    this.fates = new Fates(homes);
  }

  merged(): Presence {
    const all = this.homes.subjects.all;
    // Codes that the sides merged into each other: one of the sides holds. So it is one question, whatever else is asked about them.
    const rings = ringsIn(all, subject => this.fates.mayGoInto(subject));
    for (const ring of rings) this.decideRing(ring);
    const inRing = new Set(rings.flat());
    for (const subject of all) if (!inRing.has(subject)) this.decide(subject);
    return {
      isThere: subject => this.there.has(subject),
      mayBeThere: subject => this.possible.has(subject),
      into: (subject, mayBe = false) => this.followed(subject, mayBe ? this.possible : this.there),
      refused: subject => this.refused(subject),
    };
  }

  private decide(subject: Subject): void {
    const fate = this.fates.of(subject);
    const half = onlyHalf(subject);
    // What stands for itself again is no former id of another one.
    if (fate.is === 'there' && half !== undefined) this.take(subject, half);
    else if (fate.is === 'there') this.keep(subject);
    else if (fate.is === 'gone') this.gone.set(subject, fate.into);
    else {
      if (subject.one !== undefined || subject.two !== undefined) this.possible.add(subject);
      this.take(subject, this.ask(subject));
    }
  }

  private decideRing(ring: readonly Subject[]): void {
    const first = [...ring].sort((a, b) => compareTexts(a.name, b.name))[0] as Subject;
    const half = this.ask(first);
    for (const subject of ring) {
      this.possible.add(subject);
      this.take(subject, half);
    }
  }

  /** Makes of an entry what a side made of it. */
  private take(subject: Subject, half: Half): void {
    const elsewhere = this.homes.intoOn(otherHalf(half), subject);
    if (subject[half] !== undefined) this.keep(subject);
    else this.gone.set(subject, this.homes.intoOn(half, subject));
    if (elsewhere === undefined || elsewhere === this.gone.get(subject)) return;
    const ids = this.denied.get(elsewhere) ?? new Set();
    const known = subject[half] === undefined ? basesOf(subject) : [subject[half] as Section, ...basesOf(subject)];
    const sections = [elsewhere.one, elsewhere.two, ...elsewhere.bases];
    const isOwn = (id: string): boolean => sections.some(section => section?.entry.id === id);
    for (const { entry } of known) for (const id of [entry.id, ...entry.formerly]) if (!isOwn(id)) ids.add(id);
    this.denied.set(elsewhere, ids);
  }

  private keep(subject: Subject): void {
    this.there.add(subject);
    this.possible.add(subject);
  }

  private ask(subject: Subject): Half {
    const [base, ...more] = subject.bases;
    const half = this.questions.ask({
      key: conflictKey('entry', subject.name, 'presence'),
      subject: entrySubject(subject),
      aspect: 'presence',
      rank: subject.rank,
      base: base !== undefined && more.length === 0 ? wholeEntry(base) : undefined,
      one: this.told(subject, 'one'),
      two: this.told(subject, 'two'),
    });
    return half === 'two' ? 'two' : 'one';
  }

  private told(subject: Subject, half: Half): ConflictSide {
    const section = subject[half];
    if (section !== undefined) return wholeEntry(section);
    return goneInto(this.homes.intoOn(half, subject)?.[half]);
  }

  /** What an entry does not get, and what does not come along with those that were merged into it. */
  private refused(subject: Subject): ReadonlySet<string> {
    const isIn = (other: Subject): boolean => other === subject || this.followed(other, this.there) === subject;
    return new Set([...this.denied].filter(([other]) => isIn(other)).flatMap(([, ids]) => [...ids]));
  }

  private followed(subject: Subject, there: ReadonlySet<Subject>): Subject | undefined {
    let at = this.gone.get(subject);
    const met = new Set<Subject>();
    while (at !== undefined && !there.has(at) && !met.has(at)) {
      met.add(at);
      at = this.gone.get(at);
    }
    return at !== undefined && there.has(at) ? at : undefined;
  }
}
