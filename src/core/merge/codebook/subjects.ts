import type { CodebookEntry } from '../../codebook/codebook.js';
import { matchEntries } from '../../review/codebook/match.js';
import { compareTexts } from '../../text/compare.js';
import type { Outline, Section } from './outline.js';
import { HALVES, type Half } from './settle.js';

/** The versions that are merged, each cut at its headings. */
export interface Versions {
  readonly bases: readonly Outline[];
  readonly one: Outline;
  readonly two: Outline;
}

/** A theme or code, whatever it is called in which version. */
export interface Subject {
  /** Its place among all, near that in the file. */
  readonly rank: number;
  /** Names it in keys, by an id it has on one of the sides; no other one has this name. */
  readonly name: string;
  /** As each base has it, in their order. */
  readonly bases: readonly (Section | undefined)[];
  readonly one: Section | undefined;
  readonly two: Section | undefined;
  /** All ids it has in any version, those on the sides first. */
  readonly ids: readonly string[];
}

/** All themes and codes of the versions. */
export interface Subjects {
  readonly all: readonly Subject[];
  /** Former ids that are the id of an entry in no version: codes that were merged long ago, of which no version has a heading any more. */
  readonly formers: readonly Subject[];
  of(section: Section): Subject;
}

/** Finds out which entries of the versions are the same ones: those of each base with those of both sides, and what is new on both. */
export function findSubjects({ bases, one, two }: Versions): Subjects {
  const groups = new Groups([...bases, one, two]);
  for (const base of bases) for (const side of [one, two]) groups.pair(base, side);
  for (const [i, base] of bases.entries()) for (const other of bases.slice(i + 1)) groups.pair(base, other);
  groups.pair(one, two);
  const names = new Set<string>();
  const of = new Map<Section, Subject>();
  const all = groups.inOrder().map((group, rank) => {
    const at = (outline: Outline): Section | undefined => group.get(outline);
    const both = [at(one), at(two)].filter(section => section !== undefined);
    const known = both.length > 0 ? both : bases.map(at).filter(section => section !== undefined);
    const id = known.map(({ entry }) => entry.id).sort(compareTexts)[0] as string;
    let name = id;
    for (let n = 2; names.has(name); n++) name = `${id} (${n})`;
    names.add(name);
    const old = bases.map(at);
    const ids = [...both, ...old].flatMap(section => section?.entry.id ?? []);
    const subject: Subject = { rank, name, bases: old, one: at(one), two: at(two), ids: [...new Set(ids)] };
    for (const section of group.values()) of.set(section, subject);
    return subject;
  });
  return {
    all,
    formers: formersIn([...bases, one, two], all, bases.length),
    of: section => of.get(section) as Subject,
  };
}

function formersIn(outlines: readonly Outline[], all: readonly Subject[], bases: number): Subject[] {
  const entries = new Set(all.flatMap(({ ids }) => ids));
  const formers = new Set(outlines.flatMap(({ book }) => book.entries.flatMap(({ formerly }) => formerly)));
  const nowhere = { bases: Array.from({ length: bases }, () => undefined), one: undefined, two: undefined };
  return [...formers]
    .filter(id => !entries.has(id))
    .sort(compareTexts)
    .map((id, i) => ({ ...nowhere, rank: all.length + i, name: id, ids: [id] }));
}

/** An entry as one of the sides has it, or a base where none has; undefined of one that no version has. */
export function anySection(subject: Subject): Section | undefined {
  return subject.one ?? subject.two ?? subject.bases.find(section => section !== undefined);
}

/** As the bases that have it do. */
export function basesOf({ bases }: Subject): Section[] {
  return bases.filter(section => section !== undefined);
}

/** The side that alone has an entry; undefined where both or none have. */
export function onlyHalf(subject: Subject): Half | undefined {
  const having = HALVES.filter(half => subject[half] !== undefined);
  return having.length === 1 ? having[0] : undefined;
}

/** Whether a version says of an entry that another one was merged into it. */
function isMergedInto({ entry }: Section, into: Section): boolean {
  return entry.id !== into.entry.id && into.blocks.some(({ type, id }) => type === 'record' && id === entry.id);
}

/** Whether an id means nothing in a version but an entry, if anything; of entries with the same id it means each. */
function standsFor({ book }: Outline, id: string, entry: CodebookEntry): boolean {
  const found = entry.id === id ? entry : book.find(id);
  return found === undefined || found === entry;
}

type Group = Map<Outline, Section>;

/** Entries of several versions that are the same, while that is found out. No group has two of one version. */
class Groups {
  private readonly of = new Map<Section, Group>();

  constructor(private readonly outlines: readonly Outline[]) {
    for (const outline of new Set(outlines)) {
      for (const section of outline.sections) this.of.set(section, new Map([[outline, section]]));
    }
  }

  /** Joins what is the same in two versions, as far as nothing that was found before speaks against it. */
  pair(before: Outline, after: Outline): void {
    const { after: pairs } = matchEntries(before.book, after.book);
    const section = (outline: Outline, entry: CodebookEntry): Section => outline.of.get(entry) as Section;
    for (const [old, now] of pairs) {
      const [one, other] = [section(before, old), section(after, now)];
      // A code that was merged into a new one, or any other one, is not that one under another id.
      const isElsewhere =
        !standsFor(after, old.id, now) || !standsFor(before, now.id, old) || this.isTakenOut(now, old);
      if (!isElsewhere && !isMergedInto(one, other) && !isMergedInto(other, one)) this.join(one, other);
    }
  }

  /** Whether an entry has a former id of another one because it was taken out of it, rather than because that one's id is the old one again. */
  private isTakenOut(entry: CodebookEntry, of: CodebookEntry): boolean {
    if (!of.formerly.includes(entry.id)) return false;
    return this.outlines.some(({ sections }) => {
      const ids = new Set(sections.map(section => section.entry.id));
      return ids.has(entry.id) && ids.has(of.id);
    });
  }

  /** The groups in an order near that of the document: behind what stands before them in the first version that has them. */
  inOrder(): Group[] {
    const order: Group[] = [];
    for (const outline of this.outlines) {
      let at = 0;
      for (const section of outline.sections) {
        const group = this.of.get(section) as Group;
        const known = order.indexOf(group);
        if (known === -1) order.splice(at, 0, group);
        at = (known === -1 ? at : known) + 1;
      }
    }
    return order;
  }

  private join(a: Section, b: Section): void {
    const [into, from] = [this.of.get(a) as Group, this.of.get(b) as Group];
    if (into === from || [...from.keys()].some(outline => into.has(outline))) return;
    for (const [outline, section] of from) {
      into.set(outline, section);
      this.of.set(section, into);
    }
  }
}
