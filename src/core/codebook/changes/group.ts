import { type ChangeContext, ChangeRefused, type CodebookChange } from '../change.js';
import { addEntry } from './add.js';
import type { BookDraft } from './draft.js';
import { setKind } from './headings.js';
import { moveEntries, outermost } from './move.js';
import type { Intention } from './verify.js';

/** Puts entries into a new theme that stands where the first of them stood. @throws ChangeRefused without entries */
export function group(
  draft: BookDraft,
  { entries, title }: Extract<CodebookChange, { do: 'group' }>,
  context: ChangeContext,
  intention: Intention,
): string[] {
  const roots = outermost(draft, entries);
  let [first] = roots;
  if (first === undefined) throw new ChangeRefused('Nothing is selected.', 'Select the codes that belong together.');
  // A theme inside a code would be neither fish nor fowl: it stands before the outermost code.
  while (first.parent?.kind === 'code') first = first.parent;
  const theme = addEntry(draft, { kind: 'theme', title }, { before: first.id }, context, intention);
  moveEntries(
    draft,
    roots.map(root => root.id),
    { under: theme },
    intention,
  );
  return [theme];
}

/** Makes a code a theme; one that passages are coded with stays a code, as the first one in a theme of its title. */
export function promote(
  draft: BookDraft,
  { entry: id }: Extract<CodebookChange, { do: 'promote' }>,
  context: ChangeContext,
  intention: Intention,
): string[] {
  const code = draft.entry(id);
  if (code.kind === 'theme') return [code.id];
  const isUsed = code.formerly.length > 0 || context.used.has(code.id);
  if (!isUsed) return setKind(draft, code.id, 'theme', intention);
  const wish = { kind: 'theme' as const, title: code.title, id: `${code.id}-theme` };
  const theme = addEntry(draft, wish, { before: code.id }, context, intention);
  const parts = draft.entry(code.id).children.map(child => child.id);
  moveEntries(draft, [code.id], { under: theme }, intention);
  if (parts.length > 0) moveEntries(draft, parts, { after: code.id }, intention);
  return [theme];
}
