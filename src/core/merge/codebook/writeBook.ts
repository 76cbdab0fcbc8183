import { type AttributeChange, changeAttributes } from '../../codebook/attributeChange.js';
import { findAttributes } from '../../codebook/attributes.js';
import { DEEPEST, headingRange, relevelled, writeHeading } from '../../codebook/changes/heading.js';
import { headingFacts } from './headingFacts.js';
import { attributeChange, type MergedEntry } from './mergeEntry.js';
import type { Place } from './mergePlaces.js';
import type { Layout } from './physical.js';
import type { Subject } from './subjects.js';
import { Unmergeable } from './unmergeable.js';

/** A codebook that is to be written. */
export interface MergedBook {
  readonly ahead: readonly string[];
  readonly entries: ReadonlyMap<Subject, MergedEntry>;
  readonly places: ReadonlyMap<Subject, Place>;
  readonly layout: Layout;
  readonly tail: readonly string[];
  /** Entries whose id is to be written out. */
  readonly written: ReadonlySet<Subject>;
}

/** The lines of a codebook, and which entry each heading is. */
export interface WrittenBook {
  readonly lines: readonly string[];
  readonly headings: readonly { readonly line: number; readonly subject: Subject }[];
  /** Entries that `parent=` names by an id. */
  readonly named: ReadonlySet<Subject>;
}

/**
 * Writes a merged codebook: sections as they are, each at the level of its place.
 * @throws Unmergeable where that would need another heading of the level of the title
 */
export function writeBook(book: MergedBook): WrittenBook {
  const writer = new Writer(book);
  writer.write(undefined, 1);
  return writer.written();
}

class Writer {
  private readonly lines: string[];
  private readonly headings: { line: number; subject: Subject }[] = [];
  private readonly named = new Set<Subject>();

  constructor(private readonly book: MergedBook) {
    this.lines = [...book.ahead];
  }

  written(): WrittenBook {
    return { lines: [...this.lines, ...this.book.tail], headings: this.headings, named: this.named };
  }

  /** Writes what stands below a heading of a level; 1 for what stands below none. */
  write(holder: Subject | undefined, level: number): void {
    let most = DEEPEST;
    for (const subject of this.book.layout.below(holder)) {
      const wanted = Math.min(level + this.depth(subject, holder), most);
      if (wanted === 1 && this.place(subject).as.entry.level !== 1) throw new Unmergeable();
      const own = Math.max(wanted, Math.min(holder === undefined ? wanted : level + 1, DEEPEST));
      most = own;
      this.entry(subject, own, holder !== undefined && level >= DEEPEST);
      this.write(subject, own);
    }
  }

  private place(subject: Subject): Place {
    return this.book.places.get(subject) as Place;
  }

  /** How much deeper than the heading it stands below. */
  private depth(subject: Subject, holder: Subject | undefined): number {
    const { as } = this.place(subject);
    const above = as.within;
    const isThere = above === undefined ? holder === undefined : holder !== undefined && isOf(above, holder);
    return isThere ? as.entry.level - (above?.entry.level ?? 1) : 1;
  }

  private entry(subject: Subject, level: number, isTooDeep: boolean): void {
    const entry = this.book.entries.get(subject) as MergedEntry;
    const parent = this.parentAttribute(subject, isTooDeep);
    const heading = this.heading(entry, level, parent);
    this.lines.push(...this.gap(entry));
    this.headings.push({ line: this.lines.length, subject });
    this.lines.push(...heading, ...entry.body);
  }

  /** The blank lines before a heading. What comes to stand behind something else than before is kept apart from it. */
  private gap({ gapOf }: MergedEntry): readonly string[] {
    const { outline, gap } = gapOf;
    const at = outline.sections.indexOf(gapOf);
    const isFirst = at === 0 && outline.ahead.length === 0;
    // Blank lines at the start of a file stay there; a gap between headings does not get there.
    if (this.lines.length === 0) return isFirst ? gap : [];
    if (gap.length > 0) return gap;
    const [old, before] = [outline.sections[at - 1], this.headings.at(-1)?.subject];
    const isSame = old === undefined || before === undefined ? old === before : isOf(old, before);
    return isSame && !isFirst ? gap : [''];
  }

  private parentAttribute(subject: Subject, isTooDeep: boolean): string | undefined {
    const { parent, as } = this.place(subject);
    if (parent === undefined || (this.book.layout.isNested(subject) && !isTooDeep && as.follows === undefined)) {
      return undefined;
    }
    this.named.add(parent);
    const { id } = (this.book.entries.get(parent) as MergedEntry).heading;
    const formerly = this.book.entries.get(parent)?.formerly ?? [];
    return as.follows !== undefined && (as.follows === id || formerly.includes(as.follows)) ? as.follows : id;
  }

  private heading(entry: MergedEntry, level: number, parent: string | undefined): string[] {
    const { from, markdown, id, isWritten } = entry.heading;
    const change = attributeChange(entry);
    const mustWrite = !isWritten && this.book.written.has(entry.subject);
    const own = {
      ...change,
      ...(mustWrite && { id }),
      set: { ...change.set, ...(from.follows !== parent && { parent }) },
    };
    const { lines } = from.outline;
    const range = headingRange(lines, from.entry);
    const isAsItWas = headingFacts(from).markdown === markdown && level === from.entry.level && changesNothing(own);
    // Braces that are not closed would be closed even where nothing changes.
    if (isAsItWas) return lines.slice(range.from, range.to + 1);
    if (headingFacts(from).markdown === markdown) return relevelled(lines, from.entry, level, own);
    const block = findAttributes(from.content);
    const attributes = block === undefined ? '' : ` ${from.content.slice(block.start)}`;
    return [writeHeading(level, changeAttributes((markdown + attributes).trimStart(), own))];
  }
}

function changesNothing({ id, addClasses = [], removeClasses = [], set = {} }: AttributeChange): boolean {
  return id === undefined && addClasses.length + removeClasses.length + Object.keys(set).length === 0;
}

function isOf(section: Place['as'], subject: Subject): boolean {
  return subject.one === section || subject.two === section || subject.bases.includes(section);
}
