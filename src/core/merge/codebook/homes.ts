import type { Outline, Section } from './outline.js';
import type { Half } from './settle.js';
import { type Standing, THERE } from './standing.js';
import type { Subject, Subjects, Versions } from './subjects.js';

/** A version: one of the sides, or the base of an index. */
type Version = Half | number;

/** Where entries stand in the versions, and what became there of those that are gone. */
export class Homes {
  private readonly standings = new Map<Version, Map<Subject, Standing>>();

  constructor(
    readonly versions: Versions,
    readonly subjects: Subjects,
  ) {}

  /** What holds an entry in the version that a section is of; undefined at the top. */
  parentOf(section: Section): Subject | undefined {
    return section.parent && this.subjects.of(section.parent);
  }

  /** What a version makes of an entry: it is there, or what it was merged into has its ids, or nothing has. */
  standing(version: Version, subject: Subject): Standing {
    const known = this.standings.get(version) ?? new Map<Subject, Standing>();
    this.standings.set(version, known);
    const found = known.get(subject) ?? this.findStanding(version, subject);
    known.set(subject, found);
    return found;
  }

  /** The entry that one which a version does not have was merged into there. */
  into(version: Version, subject: Subject): Subject | undefined {
    const standing = this.standing(version, subject);
    return standing.is === 'there' ? undefined : standing.into;
  }

  /** What stands for an entry on a side: itself, or what it was merged into. */
  heir(half: Half, subject: Subject): Subject | undefined {
    return subject[half] === undefined ? this.into(half, subject) : subject;
  }

  /**
   * Where something that stood in an entry belongs on a side where that may be gone: in it, in what it was merged into, or where it
   * stood. Undefined: at the top.
   */
  homeOn(half: Half, base: number, subject: Subject | undefined): Subject | undefined {
    const met = new Set<Subject>();
    for (let at = subject; at !== undefined && !met.has(at); ) {
      met.add(at);
      const heir = this.heir(half, at);
      if (heir !== undefined) return heir;
      const section: Section | undefined = at.bases[base];
      at = section && this.parentOf(section);
    }
    return undefined;
  }

  /** Whether a side put an entry into another one than a base has it in; what follows from something else is no move. */
  isMoved(half: Half, base: number, subject: Subject): boolean {
    const [now, old] = [subject[half], subject.bases[base]];
    if (now === undefined) return false;
    return old === undefined || this.parentOf(now) !== this.homeOn(half, base, this.parentOf(old));
  }

  /** Whether an entry stands in another one on a side than in a base, for whatever reason. */
  isElsewhere(half: Half, base: number, subject: Subject): boolean {
    const [now, old] = [subject[half], subject.bases[base]];
    return now !== undefined && old !== undefined && this.parentOf(now) !== this.parentOf(old);
  }

  /** What is directly in an entry on a side. */
  childrenOn(half: Half, subject: Subject): Subject[] {
    const { outline, entry } = subject[half] ?? {};
    return (entry?.children ?? []).map(child => this.subjects.of((outline as Outline).of.get(child) as Section));
  }

  private findStanding(version: Version, subject: Subject): Standing {
    const isBase = typeof version === 'number';
    if ((isBase ? subject.bases[version] : subject[version]) !== undefined) return THERE;
    const { book, of } = (isBase ? this.versions.bases[version] : this.versions[version]) as Outline;
    for (const id of subject.ids) {
      const found = book.find(id);
      if (found?.formerly.includes(id)) return { is: 'gone', into: this.subjects.of(of.get(found) as Section) };
    }
    return { is: 'gone', into: undefined };
  }
}
