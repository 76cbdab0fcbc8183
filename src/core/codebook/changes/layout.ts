import type { LineEdit } from '../../text/lineEdit.js';
import { closingLine } from '../closing.js';
import type { Codebook, CodebookEntry } from '../codebook.js';

/** Lines of a document, first and last, both inclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Whether a line holds nothing but spaces. */
export function isBlank(line: string | undefined): boolean {
  return line !== undefined && /^[ \t]*$/.test(line);
}

/** An entry's heading and its own text, without what is nested in it and without blank lines at the end. */
export function ownRange(book: Codebook, entry: CodebookEntry, lines: readonly string[]): Range {
  const next = book.entries[book.entries.indexOf(entry) + 1];
  let to = Math.min(entry.lastLine, next === undefined ? entry.lastLine : next.line - 1);
  while (to > entry.line && isBlank(lines[to])) to--;
  return { from: entry.line, to };
}

/** Whether an entry is another one or holds it, however far down. */
export function holds(entry: CodebookEntry, other: CodebookEntry): boolean {
  for (let at: CodebookEntry | undefined = other; at !== undefined; at = at.parent) if (at === entry) return true;
  return false;
}

/**
 * The last line of an entry with all that is in it: also of what `parent=` puts there, as long as it follows directly.
 */
export function lastLineOf(book: Codebook, entry: CodebookEntry): number {
  let last = entry.lastLine;
  for (let i = book.entries.indexOf(entry) + 1; i < book.entries.length; i++) {
    const next = book.entries[i] as CodebookEntry;
    if (next.line <= last) continue;
    if (next.level < entry.level || !holds(entry, next)) break;
    last = next.lastLine;
  }
  return last;
}

/** Takes lines out, with the blank lines behind them (at the end of the document: those before them). The title stays. */
export function removal(lines: readonly string[], ranges: readonly Range[]): LineEdit[] {
  const goes = new Set<number>();
  for (const { from, to } of ranges) {
    for (let line = from; line <= to; line++) goes.add(line);
    for (let line = to + 1; line < lines.length && isBlank(lines[line]); line++) goes.add(line);
  }
  let end = lines.length;
  while (end > 0 && goes.has(end - 1)) end--;
  if (end < lines.length) while (end > 0 && isBlank(lines[end - 1])) goes.add(--end);
  // A codebook of which nothing is left is still one.
  if (end === 0 && lines.length > 0) return [{ line: 0, remove: lines, insert: ['# Codebook'] }];
  const edits: LineEdit[] = [];
  for (let line = 0; line < lines.length; line++) {
    if (!goes.has(line)) continue;
    const from = line;
    while (goes.has(line)) line++;
    edits.push({ line: from, remove: lines.slice(from, line), insert: [] });
  }
  return edits;
}

/**
 * Puts text in before a line, one blank line apart from what stands around it. At the end of a document a code block or
 * comment that was left open is closed first; an empty document gets a title.
 */
export function insertion(lines: readonly string[], before: number, text: readonly string[]): LineEdit {
  const rest = lines.slice(before);
  if (lines.every(isBlank)) return { line: 0, remove: [], insert: ['# Codebook', '', ...text] };
  const isLast = rest.every(isBlank);
  const closing = isLast ? closingLine(lines) : undefined;
  const insert = closing === undefined ? [] : [closing];
  if (before > 0 && (closing !== undefined || !isBlank(lines[before - 1]))) insert.push('');
  insert.push(...text);
  if (!isLast && !isBlank(rest[0])) insert.push('');
  return { line: before, remove: [], insert };
}
