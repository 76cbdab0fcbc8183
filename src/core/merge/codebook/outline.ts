import { attributeValue } from '../../codebook/attributes.js';
import { DEEPEST, headingContent, headingRange } from '../../codebook/changes/heading.js';
import { isBlank } from '../../codebook/changes/layout.js';
import type { Codebook, CodebookEntry } from '../../codebook/codebook.js';
import { headingAt } from '../../codebook/heading.js';
import { parseCodebook } from '../../codebook/parse.js';
import type { FramedText } from '../frame.js';
import { blocksAhead, blocksBelow, type TextBlock } from './textBlocks.js';

/** An entry with the lines that say it. */
export interface Section {
  readonly outline: Outline;
  readonly entry: CodebookEntry;
  /** Blank lines before the heading. */
  readonly gap: readonly string[];
  /** Text of the heading with its attributes, on one line. */
  readonly content: string;
  /** Lines below the heading, without blank ones at the end. */
  readonly body: readonly string[];
  readonly blocks: readonly TextBlock[];
  /**
   * The entry whose heading is above this one in level. Where levels do not suffice it is the one that `parent=` names, if this one
   * stands right behind it and what is in it.
   */
  readonly within: Section | undefined;
  /** The entry that holds this one, by nesting or by `parent=`. */
  readonly parent: Section | undefined;
  /** What `parent=` says, where it is followed. */
  readonly follows: string | undefined;
}

/** A version of the codebook, cut at its headings. What is before, the sections and the tail are the text again. */
export interface Outline {
  readonly book: Codebook;
  readonly lines: readonly string[];
  /** What stands before the first entry, without blank lines at the end. */
  readonly ahead: readonly string[];
  readonly blocksAhead: readonly TextBlock[];
  /** In document order. */
  readonly sections: readonly Section[];
  readonly of: ReadonlyMap<CodebookEntry, Section>;
  /** What stands within a section, or (undefined) within none, in document order. */
  readonly below: ReadonlyMap<Section | undefined, readonly Section[]>;
  /** Blank lines at the end. */
  readonly tail: readonly string[];
}

/** Reads a codebook of lines; what looks like a byte order mark in the first of them is none. */
export function parseLines(lines: readonly string[]): Codebook {
  return parseCodebook(`\uFEFF${lines.join('\n')}`);
}

/**
 * Cuts a version of the codebook at its headings.
 * @throws Unmergeable for a title behind entries
 */
export function readOutline({ lines }: FramedText): Outline {
  const book = parseLines(lines);
  const lastOf = (end: number): number => {
    let last = end - 1;
    while (last >= 0 && isBlank(lines[last])) last--;
    return last;
  };
  const starts = book.entries.map(entry => entry.line);
  const ahead = lines.slice(0, lastOf(starts[0] ?? lines.length) + 1);
  const tail = lines.slice(lastOf(lines.length) + 1);
  const sections: Section[] = [];
  const of = new Map<CodebookEntry, Section>();
  const below = new Map<Section | undefined, Section[]>();
  const outline = { book, lines, ahead, blocksAhead: blocksAhead(ahead), sections, of, below, tail };
  const open: Section[] = [];
  book.entries.forEach((entry, i) => {
    const before = open.at(-1);
    while ((open.at(-1)?.entry.level ?? 0) >= entry.level) open.pop();
    const section = new ReadSection(outline, entry, lastOf(starts[i + 1] ?? lines.length));
    sections.push(section);
    of.set(entry, section);
    section.within = holderAtTheDeepest(section, before) ?? open.at(-1);
    below.set(section.within, [...(below.get(section.within) ?? []), section]);
    open.push(section);
  });
  return outline;
}

/** What `parent=` names, where a heading can be no deeper and this one stands right behind what is in that. */
function holderAtTheDeepest(section: Section, before: Section | undefined): Section | undefined {
  const holder = section.follows === undefined ? undefined : section.parent;
  if (holder?.entry.level !== DEEPEST || section.entry.level !== DEEPEST) return undefined;
  let at = before;
  while (at !== undefined && at !== holder) at = at.within;
  return at;
}

function asText({ gap, lines, text }: TextBlock): TextBlock {
  return { type: 'text', gap, lines, text };
}

class ReadSection implements Section {
  within: Section | undefined;
  readonly gap: readonly string[];
  readonly content: string;
  readonly body: readonly string[];
  readonly blocks: readonly TextBlock[];

  constructor(
    readonly outline: Outline,
    readonly entry: CodebookEntry,
    last: number,
  ) {
    const { lines } = outline;
    let from = entry.line;
    while (from > 0 && isBlank(lines[from - 1])) from--;
    this.gap = lines.slice(from, entry.line);
    this.content = headingContent([...lines], entry);
    this.body = lines.slice(headingRange(lines, entry).to + 1, last + 1);
    this.blocks = blocksBelow(this.body).map(block => (this.isLinked(block) ? block : asText(block)));
  }

  /** Whether a record is that of a former id of this entry; any other one is a text like all others. */
  private isLinked({ type, id }: TextBlock): boolean {
    return (
      type !== 'record' ||
      (id !== undefined && this.entry.formerly.includes(id) && this.outline.book.find(id) === this.entry)
    );
  }

  get parent(): Section | undefined {
    return this.entry.parent && this.outline.of.get(this.entry.parent);
  }

  get follows(): string | undefined {
    const { lines, book } = this.outline;
    const id = attributeValue(headingAt(lines, this.entry.line).attributes, 'parent');
    return id !== undefined && this.entry.parent !== undefined && book.find(id) === this.entry.parent ? id : undefined;
  }
}
