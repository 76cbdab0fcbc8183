import type { Codebook, CodebookEntry } from './codebook.js';

/** The entries with these ids in document order, each once; ids the codebook does not have are left out. */
export function entriesOf(book: Codebook, ids: Iterable<string>): CodebookEntry[] {
  const found = new Set([...ids].map(id => book.find(id)).filter(entry => entry !== undefined));
  return [...found].sort((a, b) => a.line - b.line);
}

/** Those of some entries that are in none of the others: what has to be moved for all of them to move. */
export function topmost(entries: readonly CodebookEntry[]): CodebookEntry[] {
  const all = new Set(entries);
  return entries.filter(entry => !isWithin(entry.parent, all));
}

/** Whether an entry, or one that holds it, is among some. */
export function isWithin(entry: CodebookEntry | undefined, among: ReadonlySet<CodebookEntry>): boolean {
  for (let at = entry; at !== undefined; at = at.parent) if (among.has(at)) return true;
  return false;
}

/** All entries below one, in the order of a tree that is opened. */
export function entriesBelow(entry: CodebookEntry): CodebookEntry[] {
  const below: CodebookEntry[] = [];
  // No recursion: `parent=` can nest deeper than calls may.
  const open = [...entry.children].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    below.push(next);
    open.push(...next.children.toReversed());
  }
  return below;
}

/** The entries that stand in the same theme or code as this one, itself included, in document order. */
export function siblingsOf(book: Codebook, entry: CodebookEntry): readonly CodebookEntry[] {
  return entry.parent === undefined ? book.roots : entry.parent.children;
}
