import { compareTexts } from '../../text/compare.js';
import { conflictKey } from '../conflictKey.js';
import type { ConflictSide } from '../merge.js';
import { Fates } from './fates.js';
import type { Homes } from './homes.js';
import type { Questions } from './questions.js';
import { ringsIn } from './rings.js';
import type { Half } from './settle.js';
import type { Standing } from './standing.js';
import type { Subject } from './subjects.js';
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
  /** All that was merged into an entry on the way to what is there: directly, or into what was merged into it. */
  mergedInto(subject: Subject): readonly Subject[];
  /** The side that was taken where only a person can say what becomes of an entry. */
  taken(subject: Subject): Half | undefined;
}

/** Decides which entries there are, and what those that are gone were merged into. */
export function mergePresence(homes: Homes, questions: Questions): Presence {
  return new PresenceMerge(homes, questions).merged();
}

class PresenceMerge {
  private readonly fates: Fates;
  private readonly all: readonly Subject[];
  private readonly there = new Set<Subject>();
  private readonly possible = new Set<Subject>();
  private readonly chosen = new Map<Subject, Half>();
  private readonly gone = new Map<Subject, Subject | undefined>();

  constructor(
    private readonly homes: Homes,
    private readonly questions: Questions,
  ) {
    this.fates = new Fates(homes);
    this.all = [...homes.subjects.all, ...homes.subjects.formers];
  }

  merged(): Presence {
    // Codes that the sides merged into each other: one of the sides holds. So it is one question, whatever else is asked about them.
    const rings = ringsIn(this.all, subject => this.fates.mayGoInto(subject));
    for (const ring of rings) this.decideRing(ring);
    const inRing = new Set(rings.flat());
    for (const subject of this.all) if (!inRing.has(subject)) this.decide(subject);
    return {
      isThere: subject => this.there.has(subject),
      mayBeThere: subject => this.possible.has(subject),
      into: (subject, mayBe = false) => this.chain(subject, mayBe ? this.possible : this.there)?.at(-1),
      taken: subject => this.chosen.get(subject),
      mergedInto: subject => this.all.filter(other => this.chain(other, this.there)?.includes(subject)),
    };
  }

  private decide(subject: Subject): void {
    const fate = this.fates.of(subject);
    if (fate.is !== 'open') this.put(subject, fate);
    else this.take(subject, this.ask(subject));
  }

  private decideRing(ring: readonly Subject[]): void {
    const first = [...ring].sort((a, b) => compareTexts(a.name, b.name))[0] as Subject;
    const half = this.ask(first);
    for (const subject of ring) this.take(subject, half);
  }

  /** Makes of an entry what a side made of it. */
  private take(subject: Subject, half: Half): void {
    if (subject.one !== undefined || subject.two !== undefined) this.possible.add(subject);
    this.chosen.set(subject, half);
    this.put(subject, this.homes.standing(half, subject));
  }

  private put(subject: Subject, standing: Standing): void {
    if (standing.is === 'gone') this.gone.set(subject, standing.into);
    else {
      this.there.add(subject);
      this.possible.add(subject);
    }
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
    return goneInto(this.homes.into(half, subject)?.[half]);
  }

  /** What an entry that is gone was merged into, one after the other, to one that is there; undefined where there is no such. */
  private chain(subject: Subject, there: ReadonlySet<Subject>): Subject[] | undefined {
    if (there.has(subject)) return undefined;
    const chain: Subject[] = [];
    for (let at = this.gone.get(subject); at !== undefined && !chain.includes(at); at = this.gone.get(at)) {
      chain.push(at);
      if (there.has(at)) return chain;
    }
    return undefined;
  }
}
