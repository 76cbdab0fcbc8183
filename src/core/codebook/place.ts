import type { Codebook, CodebookEntry } from './codebook.js';

/** Where a new heading goes. */
export interface Place {
  /** The new text comes behind this line; -1 for the start of the document. */
  readonly after: number;
  /** Heading level, 1 to 6. */
  readonly level: number;
  /** Id for `parent=`, where the level cannot say it. */
  readonly parent?: string;
}

/**
 * The place for a new code in a theme (or under a code): behind the last code that stands directly in it, else behind
 * its own text. No other entry is nested differently for it.
 */
export function placeUnder(book: Codebook, theme: CodebookEntry): Place {
  const nested = nestedHeadings(book, theme);
  const codes = theme.level === 6 ? theme.children.filter(child => child.level === 6) : nested;
  const last = codes.findLast(entry => entry.kind === 'code' && entry.parent === theme);
  if (theme.level === 6) return { after: last?.lastLine ?? theme.lastLine, level: 6, parent: theme.id };
  if (last !== undefined) return { after: last.lastLine, level: last.level };
  const first = nested[0];
  if (first === undefined) return { after: theme.lastLine, level: theme.level + 1 };
  return { after: lastFilled(book, first.line - 1), level: first.level };
}

/** The place for a new code in no theme: at the end, before any stray heading of level 1 that would take it in. */
export function placeAtTop(book: Codebook): Place {
  const stray = book.entries.find(entry => entry.level === 1);
  return { after: lastFilled(book, (stray?.line ?? Number.POSITIVE_INFINITY) - 1), level: 2 };
}

/** Headings directly below one, by level: each is of the same level as the one before it or higher. */
function nestedHeadings(book: Codebook, theme: CodebookEntry): CodebookEntry[] {
  const found: CodebookEntry[] = [];
  for (let i = book.entries.indexOf(theme) + 1; i < book.entries.length; i++) {
    const entry = book.entries[i] as CodebookEntry;
    if (entry.line > theme.lastLine) break;
    if (entry.level <= (found.at(-1)?.level ?? 6)) found.push(entry);
  }
  return found;
}

function lastFilled(book: Codebook, from: number): number {
  const lines = book.text.split('\n');
  let line = Math.min(from, lines.length - 1);
  while (line >= 0 && /^[ \t]*$/.test(lines[line] ?? '')) line--;
  return line;
}
