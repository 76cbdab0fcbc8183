import { readBlocks } from '../../codebook/blocks.js';
import type { Codebook, CodebookEntry } from '../../codebook/codebook.js';
import { readProse } from '../../codebook/prose.js';
import { canonical } from '../../review/keys.js';
import { sameTexts } from './settle.js';
import type { Subject } from './subjects.js';
import type { MergedBook, WrittenBook } from './writeBook.js';

/** What a merged codebook says otherwise than it was meant to. */
export interface Flaws {
  /** Entries that got another id, because theirs is not written out. */
  readonly otherIds: readonly Subject[];
  /** Whether anything else is wrong. */
  readonly isWrong: boolean;
}

/**
 * Reads what was written and compares it with what was meant. Markdown has corners in which a section says something else behind
 * another one.
 */
export function flawsOf(read: Codebook, { headings }: WrittenBook, book: Omit<MergedBook, 'written'>): Flaws {
  const isSame = sameTexts(
    read.entries.map(({ line }) => String(line)),
    headings.map(({ line }) => String(line)),
  );
  if (!isSame) return { otherIds: [], isWrong: true };
  const subjects = new Map(read.entries.map((entry, i) => [entry, headings[i]?.subject as Subject]));
  const otherIds: Subject[] = [];
  let isWrong = false;
  for (const [entry, subject] of subjects) {
    const id = book.entries.get(subject)?.heading.id;
    if (entry.id !== id && !entry.idWritten) otherIds.push(subject);
    else if (entry.id !== id) isWrong = true;
    const parent = entry.parent && subjects.get(entry.parent);
    if (parent !== book.places.get(subject)?.parent) isWrong = true;
    if (!saysWhatItShould(entry, subject, book)) isWrong = true;
  }
  return { otherIds, isWrong };
}

function saysWhatItShould(entry: CodebookEntry, subject: Subject, book: Omit<MergedBook, 'written'>): boolean {
  const merged = book.entries.get(subject);
  if (merged === undefined) return false;
  const { definition, include, exclude, example } = readProse(readBlocks(['# x', ...merged.body]).slice(1));
  const { formerly } = merged;
  const wanted = { definition, include, exclude, example, formerly: [...formerly].sort() };
  const found = {
    definition: entry.definition,
    include: entry.include,
    exclude: entry.exclude,
    example: entry.example,
    formerly: [...entry.formerly].sort(),
  };
  return canonical(wanted) === canonical(found);
}
