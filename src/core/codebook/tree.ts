import { attributeValue } from './attributes.js';
import type { IdIndex } from './ids.js';
import type { DraftEntry, Section } from './sections.js';

/** A `parent=` that could not be followed. */
export interface BrokenParent {
  readonly section: Section;
  readonly parent: string;
  readonly why: 'unknown' | 'cycle';
}

/**
 * Hangs the entries into a tree: by heading level, and by `parent=` where it is written, knows its target and makes no
 * circle with what is in place above it in the document.
 * @returns what could not be followed
 */
export function growTree(sections: readonly Section[], ids: IdIndex<DraftEntry>): BrokenParent[] {
  const broken: BrokenParent[] = [];
  for (const { entry, within } of sections) if (within !== undefined) entry.parent = within.entry;
  for (const section of sections) {
    const id = attributeValue(section.attributes, 'parent');
    if (id === undefined) continue;
    const parent = ids.find(id);
    if (parent === undefined) broken.push({ section, parent: id, why: 'unknown' });
    else if (isAbove(section.entry, parent)) broken.push({ section, parent: id, why: 'cycle' });
    else section.entry.parent = parent;
  }
  for (const { entry } of sections) entry.parent?.children.push(entry);
  return broken;
}

/** Whether an entry is another one or holds it. */
function isAbove(entry: DraftEntry, other: DraftEntry): boolean {
  for (let at: DraftEntry | undefined = other; at !== undefined; at = at.parent) if (at === entry) return true;
  return false;
}
