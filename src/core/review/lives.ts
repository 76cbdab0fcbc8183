import type { EntryName, StudyHistory, Told, Version } from './historyModel.js';

/** Something that happened in the life of a code or theme. */
export interface LifeMark {
  /** Index of the version. */
  readonly version: number;
  readonly told: Told;
  /** `own`: it happened to it; `other`: another one was merged into it, split or taken out of it; `inside`: to something in it; `use`: to a coding with it. */
  readonly role: 'own' | 'other' | 'inside' | 'use';
}

/** One code or theme through all of its ids, from its first version on. */
export interface EntryLife {
  /** All ids it ever went by. */
  readonly ids: ReadonlySet<string>;
  /** As it was last. */
  readonly last: EntryName;
  /** Whether it is there at the end: in the codebook, merged into another one, or gone. */
  readonly state: 'there' | 'merged' | 'gone';
  /** What it was merged into, as that was called then. */
  readonly into?: EntryName;
  readonly marks: readonly LifeMark[];
}

interface Growing {
  ids: Set<string>;
  last: EntryName;
  state: EntryLife['state'];
  into?: EntryName;
  marks: LifeMark[];
}

/**
 * The lives of all codes and themes of a history. A life follows its ids: another id is the same life; merging ends one, taking out again goes on
 * with it, and so does an id that comes back after it was gone. Only where an id is given to something new while its first bearer
 * lives on under another one, a second life begins.
 */
export class Lives {
  private readonly byId = new Map<string, Growing>();

  constructor(private readonly history: StudyHistory) {
    for (const [index, version] of history.versions.entries()) this.take(version, index);
  }

  /** The life that an id belongs to, be it one it no longer goes by; undefined for an id that never was in the codebook. */
  of(id: string): EntryLife | undefined {
    return this.byId.get(id);
  }

  private take(version: Version, index: number): void {
    for (const told of version.told) {
      if (told.coding === undefined) this.takeEntry(told, index);
    }
    // Afterwards: a coding of a version may have a code that came with it.
    for (const told of version.told) if (told.coding !== undefined) this.takeCoding(told, index);
  }

  private takeEntry(told: Told, version: number): void {
    const name = told.after ?? told.before;
    if (name === undefined) return;
    const life = this.lifeOf(told, name);
    const isHere = (one: Growing | undefined): boolean => one === life;
    life.marks.push({ version, told, role: 'own' });
    life.last = name;
    life.ids.add(name.id);
    this.byId.set(name.id, life);
    if (told.what === 'entry-added') Object.assign(life, { state: 'there', into: undefined });
    if (told.what === 'entry-removed') life.state = 'gone';
    if (told.what === 'entry-merged') Object.assign(life, { state: 'merged', into: told.other });
    const other = told.other && this.existing(told.other);
    if (other !== undefined && !isHere(other)) other.marks.push({ version, told, role: 'other' });
    if (!bearsOnHolder(told)) return;
    const holders = new Set([told.before?.parent, told.after?.parent].map(id => id && this.byId.get(id)));
    for (const holder of holders) {
      if (holder && !isHere(holder) && holder !== other) holder.marks.push({ version, told, role: 'inside' });
    }
  }

  private takeCoding(told: Told, version: number): void {
    const [before, after] = [this.byId.get(told.codeBefore ?? ''), this.byId.get(told.codeAfter ?? '')];
    const mark: LifeMark = { version, told, role: 'use' };
    before?.marks.push(mark);
    if (after !== before) after?.marks.push(mark);
  }

  /** The life a change of an entry belongs to; a new one where it begins. */
  private lifeOf(told: Told, name: EntryName): Growing {
    const known = this.byId.get(told.before?.id ?? name.id);
    const isTaken = known?.state === 'there' && known.last.id !== name.id;
    if (known !== undefined && !(told.what === 'entry-added' && isTaken)) return known;
    return { ids: new Set([name.id]), last: name, state: 'there', marks: [] };
  }

  /** The life of an entry that a change names besides; an entry of which nothing was told before has one from now on. */
  private existing(name: EntryName): Growing {
    const known = this.byId.get(name.id);
    if (known !== undefined) return known;
    const life: Growing = { ids: new Set([name.id]), last: name, state: 'there', marks: [] };
    this.byId.set(name.id, life);
    return life;
  }

  /** All that happened to a coding, by its id. */
  marksOfCoding(id: string): LifeMark[] {
    return this.history.versions.flatMap(({ told }, version) =>
      told.filter(({ coding }) => coding === id).map(one => ({ version, told: one, role: 'own' as const })),
    );
  }
}

/** Whether what happened to an entry is something that happened to what holds it as well. */
function bearsOnHolder({ what, aspect }: Told): boolean {
  return what === 'entry-added' || what === 'entry-removed' || what === 'entry-merged' || aspect === 'moved';
}
