import type { CodebookChange } from '../change.js';
import type { CodebookEntry } from '../codebook.js';
import type { BookDraft } from './draft.js';
import { holds, ownRange, removal } from './layout.js';
import { moveEntries, writeNumberedIds } from './move.js';
import type { Intention } from './verify.js';

/** Takes entries out, with what is in them or without. */
export function removeEntries(
  draft: BookDraft,
  { entries, contents }: Extract<CodebookChange, { do: 'delete' }>,
  intention: Intention,
): string[] {
  writeNumberedIds(draft);
  const chosen = new Set(entries.map(id => draft.entry(id).id));
  if (contents === 'keep') for (const id of chosen) moveContentsUp(draft, id, chosen, intention);
  const roots = [...chosen].map(id => draft.entry(id));
  const gone = draft.book.entries.filter(entry => roots.some(root => holds(root, entry)));
  takeOut(draft, gone, intention);
  return [...chosen];
}

/** Moves what is in an entry, and is not to go as well, to where the outermost of the entries that go stands. */
function moveContentsUp(draft: BookDraft, id: string, going: ReadonlySet<string>, intention: Intention): void {
  const entry = draft.entry(id);
  const staying = entry.children.filter(child => !going.has(child.id)).map(child => child.id);
  if (staying.length === 0) return;
  let outermost = entry;
  for (let above = entry.parent; above !== undefined; above = above.parent) if (going.has(above.id)) outermost = above;
  moveEntries(draft, staying, { before: outermost.id }, intention);
}

/** Takes the headings and own texts of entries out of the document. */
export function takeOut(draft: BookDraft, entries: readonly CodebookEntry[], intention: Intention): void {
  const { book, lines } = draft;
  const edits = removal(
    lines,
    entries.map(entry => ownRange(book, entry, lines)),
  );
  draft.apply(edits);
  for (const { id } of entries) {
    if (!intention.added.delete(id)) intention.removed.add(id);
  }
}
