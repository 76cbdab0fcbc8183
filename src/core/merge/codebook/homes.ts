import type { Outline, Section } from './outline.js';
import type { Half } from './settle.js';
import { anySection, type Subject, type Subjects, type Versions } from './subjects.js';

/** Where entries stand in the versions, and what became of those that are gone from a side. */
export class Homes {
  private readonly mergedInto: Readonly<Record<Half, Map<Subject, Subject | undefined>>> = {
    one: new Map(),
    two: new Map(),
  };

  constructor(
    readonly versions: Versions,
    readonly subjects: Subjects,
  ) {}

  /** What holds an entry in the version that a section is of; undefined at the top. */
  parentOf(section: Section): Subject | undefined {
    return section.parent && this.subjects.of(section.parent);
  }

  /** The entry that one which a side does not have was merged into there. */
  intoOn(half: Half, subject: Subject): Subject | undefined {
    const known = this.mergedInto[half];
    if (!known.has(subject)) known.set(subject, this.findInto(this.versions[half], subject));
    return known.get(subject);
  }

  /** Whether a base says of an entry that it had been merged into another one. */
  isFormerInBase(subject: Subject): boolean {
    return this.versions.bases.some(
      (base, i) => subject.bases[i] === undefined && this.findInto(base, subject) !== undefined,
    );
  }

  /**
   * Where something that stood in an entry belongs on a side where that may be gone: in it, in what it was merged into, or where it
   * stood. Undefined: at the top.
   */
  homeOn(half: Half, base: number, subject: Subject | undefined): Subject | undefined {
    const met = new Set<Subject>();
    for (let at = subject; at !== undefined && !met.has(at); ) {
      met.add(at);
      if (at[half] !== undefined) return at;
      const into = this.intoOn(half, at);
      if (into !== undefined) return into;
      const section: Section | undefined = at.bases[base];
      at = section && this.parentOf(section);
    }
    return undefined;
  }

  /** Whether a side put an entry into another one than a base has it in; what follows from something else is no move. */
  isMoved(half: Half, subject: Subject): boolean {
    const section = subject[half];
    if (section === undefined) return false;
    return !subject.bases.some(
      (old, i) => old !== undefined && this.parentOf(section) === this.homeOn(half, i, this.parentOf(old)),
    );
  }

  /** What is directly in an entry on a side. */
  childrenOn(half: Half, subject: Subject): Subject[] {
    const { outline, entry } = subject[half] ?? {};
    return (entry?.children ?? []).map(child => this.subjects.of((outline as Outline).of.get(child) as Section));
  }

  private findInto({ book, of }: Outline, subject: Subject): Subject | undefined {
    for (const section of [anySection(subject), subject.one, subject.two, ...subject.bases]) {
      const found = section && book.find(section.entry.id);
      if (found?.formerly.includes((section as Section).entry.id)) return this.subjects.of(of.get(found) as Section);
    }
    return undefined;
  }
}
