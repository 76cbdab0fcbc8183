import type { CodebookEntry } from './codebook.js';

/** The entries that hold this one, from the top; it is not among them. */
export function entriesAbove(entry: CodebookEntry): CodebookEntry[] {
  const path: CodebookEntry[] = [];
  for (let above = entry.parent; above !== undefined; above = above.parent) path.push(above);
  return path.reverse();
}

/** Titles of the entries that hold this one, from the top; its own is not among them. */
export function themePath(entry: CodebookEntry): string[] {
  return entriesAbove(entry).map(({ title }) => title);
}

/** The entry itself, if it is a code, and all codes nested in it, each before those it holds. */
export function codesUnder(entry: CodebookEntry): CodebookEntry[] {
  const codes: CodebookEntry[] = [];
  const open = [entry];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'code') codes.push(next);
    for (const child of next.children.toReversed()) open.push(child);
  }
  return codes;
}
