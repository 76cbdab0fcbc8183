import { compareTexts } from '../../text/compare.js';
import type { Homes } from './homes.js';
import type { Section } from './outline.js';
import type { Presence } from './presence.js';
import type { Questions } from './questions.js';
import { type Half, settle } from './settle.js';
import type { Subject } from './subjects.js';
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
  const places = new Map<Subject, Place>();
  const there = homes.subjects.all.filter(subject => presence.isThere(subject));
  const merge = new PlaceMerge(homes, presence, questions);
  for (const subject of there) places.set(subject, merge.placeOf(subject));
  merge.breakCircles(there, places);
  return places;
}

class PlaceMerge {
  constructor(
    private readonly homes: Homes,
    private readonly presence: Presence,
    private readonly questions: Questions,
  ) {}

  placeOf(subject: Subject): Place {
    const { one, two } = subject;
    if (one === undefined || two === undefined) return this.placeAs((one ?? two) as Section);
    const [inOne, inTwo] = [this.placeAs(one), this.placeAs(two)];
    const isMoved = { one: this.homes.isMoved('one', subject), two: this.homes.isMoved('two', subject) };
    if (inOne.parent === inTwo.parent) return this.written(subject, inOne, inTwo);
    if (isMoved.one !== isMoved.two) return isMoved.one ? inOne : inTwo;
    if (!isMoved.one) return this.stayed(subject, inOne, inTwo);
    return this.ask(subject) === 'two' ? inTwo : inOne;
  }

  /** Takes back what makes circles: of all moves that are in one, those of one side hold. */
  breakCircles(there: readonly Subject[], places: Map<Subject, Place>): void {
    const pinned = new Set<Subject>();
    for (let ring = ringIn(there, places); ring !== undefined; ring = ringIn(there, places)) {
      const open = ring.filter(subject => !pinned.has(subject));
      const moved = (open.length > 0 ? open : ring).filter(({ one, two }) => one !== undefined && two !== undefined);
      const first = [...moved].sort((a, b) => compareTexts(a.name, b.name))[0];
      if (first === undefined) {
        // Nobody said so: entries that are gone held these.
        const subject = ring[0] as Subject;
        places.set(subject, { ...(places.get(subject) as Place), parent: undefined });
        continue;
      }
      const half = this.ask(first);
      const before = moved.map(subject => places.get(subject)?.parent);
      for (const subject of moved) {
        places.set(subject, this.placeAs(subject[half] as Section));
        pinned.add(subject);
      }
      const isSame = moved.every((subject, i) => places.get(subject)?.parent === before[i]);
      if (isSame) places.set(first, { ...(places.get(first) as Place), parent: undefined });
    }
  }

  private ask(subject: Subject): Half {
    const { bases, one, two } = subject;
    const [base, ...more] = bases;
    const half = this.questions.ask({
      key: `entry ${subject.name} moved`,
      subject: entrySubject(subject),
      aspect: 'moved',
      rank: subject.rank,
      base: base !== undefined && more.length === 0 ? placeOf(base) : undefined,
      one: placeOf(one as Section),
      two: placeOf(two as Section),
    });
    return half === 'two' ? 'two' : 'one';
  }

  /** The place an entry has in a version, as far as what holds it is there. */
  private placeAs(as: Section): Place {
    return { parent: this.alive(this.homes.parentOf(as)), as };
  }

  private alive(subject: Subject | undefined): Subject | undefined {
    const met = new Set<Subject>();
    for (let at = subject; at !== undefined && !met.has(at); ) {
      met.add(at);
      if (this.presence.isThere(at)) return at;
      const into = this.presence.into(at);
      if (into !== undefined) return into;
      const section: Section | undefined = at.one ?? at.two ?? at.bases.find(one => one !== undefined);
      at = section && this.homes.parentOf(section);
    }
    return undefined;
  }

  /** In the same on both sides: how that is written. */
  private written(subject: Subject, one: Place, two: Place): Place {
    const say = (section: Section): string => {
      const within = section.within && this.homes.subjects.of(section.within).name;
      const depth = section.entry.level - (section.within?.entry.level ?? 1);
      return JSON.stringify([within, section.follows, depth]);
    };
    const old = subject.bases.filter(section => section !== undefined).map(say);
    const verdict = settle(old, say(one.as), say(two.as));
    if (verdict !== 'open') return verdict === 'two' ? two : one;
    return compareTexts(say(one.as), say(two.as)) <= 0 ? one : two;
  }

  /** Neither side moved it: it stands elsewhere on one because what held it is gone there. */
  private stayed(subject: Subject, one: Place, two: Place): Place {
    const home = (place: Place): boolean =>
      subject.bases.some(base => base !== undefined && place.parent === this.homes.parentOf(base));
    if (home(one) !== home(two)) return home(one) ? one : two;
    return compareTexts(one.parent?.name ?? '', two.parent?.name ?? '') <= 0 ? one : two;
  }
}

function ringIn(there: readonly Subject[], places: ReadonlyMap<Subject, Place>): Subject[] | undefined {
  const done = new Set<Subject>();
  for (const start of there) {
    const path = new Map<Subject, number>();
    let at: Subject | undefined = start;
    while (at !== undefined && !done.has(at)) {
      const since = path.get(at);
      if (since !== undefined) return [...path.keys()].slice(since);
      path.set(at, path.size);
      at = places.get(at)?.parent;
    }
    for (const subject of path.keys()) done.add(subject);
  }
  return undefined;
}
