import { attributeValue, findAttributes } from '../attributes.js';
import type { Destination } from '../change.js';
import type { CodebookEntry } from '../codebook.js';
import type { BookDraft } from './draft.js';
import { holds } from './layout.js';
import { type MergeRecord, recordsIn } from './mergeRecord.js';
import { moveEntries } from './move.js';
import type { Intention } from './verify.js';

/**
 * Where a merged entry stood, as far as that is known and still there; beside the one that has it otherwise.
 * @param holder the entry it was merged into
 */
export function placeOfOrigin(draft: BookDraft, holder: CodebookEntry, record: MergeRecord | undefined): Destination {
  if (record === undefined) return { after: holder.id };
  const parent = attributeValue(findAttributes(record.heading), 'parent');
  const above = parent === undefined ? undefined : draft.book.find(parent);
  if (parent !== undefined && above === undefined) return { after: holder.id };
  const isThere = (entry: CodebookEntry): boolean => entry.parent === above;
  const after = known(draft, record.origin.after).find(isThere);
  if (after !== undefined) return { after: after.id };
  const before = known(draft, record.origin.before).find(isThere);
  if (before !== undefined) return { before: before.id };
  return draft.entry(holder.id).parent === above ? { after: holder.id } : { under: above?.id };
}

/**
 * Moves what was in a merged entry back into it, in the order it had, but for what somebody has moved or merged elsewhere
 * since.
 * @param id the entry that was merged and is one of its own again
 * @param holder id of the entry it had been merged into
 * @param contents ids of what was in it
 */
export function bringBack(
  draft: BookDraft,
  id: string,
  holder: string,
  contents: readonly string[],
  intention: Intention,
): void {
  const entry = draft.entry(id);
  const keeper = draft.entry(holder);
  const held = known(draft, contents);
  // What was in a code that went into one inside it came to stand where the code itself had stood.
  const wentTo = held.some(part => holds(part, keeper)) ? entry.parent : keeper;
  const parts = held.filter(part => part.parent === wentTo && !holds(part, entry));
  const isInOrder = parts.every((part, i) => i === 0 || (parts[i - 1]?.line ?? 0) < part.line);
  const ids = parts.map(part => part.id);
  for (const step of isInOrder ? [ids] : ids.map(part => [part])) moveEntries(draft, step, { under: id }, intention);
}

/**
 * The entries that recorded ids stand for, also those that got another id since; not what they have been merged into, and
 * none of two that have the same id.
 */
function known({ book, lines }: BookDraft, ids: readonly string[]): CodebookEntry[] {
  const found = new Set(
    ids.map(id => {
      const entry = book.find(id);
      if (entry === undefined || entry.id === id) return entry;
      const isMerged = recordsIn({ book, lines }, entry).some(({ id: merged, formerly }) =>
        [merged, ...formerly].includes(id),
      );
      return isMerged ? undefined : entry;
    }),
  );
  const isOneOfTwo = ({ id }: CodebookEntry): boolean => book.entries.filter(entry => entry.id === id).length > 1;
  return [...found].filter(entry => entry !== undefined).filter(entry => !isOneOfTwo(entry));
}
