import { parseLines } from './outline.js';
import { flawsOf } from './prove.js';
import type { Subject } from './subjects.js';
import { Unmergeable } from './unmergeable.js';
import { type MergedBook, writeBook } from './writeBook.js';

/** How often ids may have to be written out: those of parents, then those that a written one takes the number of. */
const TRIES = 4;

/**
 * Writes a merged codebook and proves that it says what it should; ids are written out where they would change otherwise.
 * @returns its lines
 * @throws Unmergeable where it would say something else
 */
export function proven(book: Omit<MergedBook, 'written'>): string[] {
  let written = new Set<Subject>();
  for (let i = 0; i < TRIES; i++) {
    const tried = writeBook({ ...book, written });
    const flaws = flawsOf(parseLines(tried.lines), tried, book);
    const open = [...tried.named, ...flaws.otherIds].filter(
      subject => !written.has(subject) && book.entries.get(subject)?.heading.isWritten === false,
    );
    if (open.length === 0 && flaws.otherIds.length === 0 && !flaws.isWrong) return [...tried.lines];
    if (open.length === 0) break;
    written = new Set([...written, ...open]);
  }
  throw new Unmergeable();
}
