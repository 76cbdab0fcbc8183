import { ChangeRefused, type CodebookChange } from '../change.js';
import type { CodebookEntry } from '../codebook.js';
import { changeHeading } from '../edit.js';
import { siblingsOf } from '../selection.js';
import type { BookDraft } from './draft.js';
import { holds, ownRange } from './layout.js';
import { linesOfRecord, type Origin } from './mergeRecord.js';
import { moveEntries, writeNumberedIds } from './move.js';
import { takeOut } from './remove.js';
import type { Intention } from './verify.js';

/**
 * Merges codes into one (or themes into one).
 * @throws ChangeRefused where there is nothing to merge, or themes and codes would be mixed
 */
export function mergeEntries(
  draft: BookDraft,
  { from, into }: Extract<CodebookChange, { do: 'merge' }>,
  intention: Intention,
): string[] {
  writeNumberedIds(draft);
  const target = draft.entry(into);
  const ids = [...new Set(from.map(id => draft.entry(id).id))].filter(id => id !== target.id);
  if (ids.length === 0) throw new ChangeRefused('There is nothing to merge.', 'Name two different codes.');
  for (const id of ids) refuseMixture(draft.entry(id), target);
  // Asked before anything moves: where each stood, and that what is in a code that holds the other one cannot go into that.
  const origins = ids.map(id => originOf(draft, id, ids));
  const holders = ids.filter(id => holds(draft.entry(id), target));
  for (const id of ids) moveParts(draft, id, ids, holders.includes(id) ? undefined : target.id, intention);
  const merged = ids.map(id => draft.entry(id));
  const kept = merged.flatMap((entry, i) => ['', ...linesOfRecord(draft, entry, origins[i])]);
  takeOut(draft, merged, intention);
  const former = merged.flatMap(entry => [entry.id, ...entry.formerly]);
  const survivor = draft.entry(target.id);
  setFormer(
    draft,
    survivor,
    [...new Set([...survivor.formerly, ...former])].filter(id => id !== target.id),
    intention,
  );
  const { to } = ownRange(draft.book, draft.entry(target.id), draft.lines);
  draft.apply([{ line: to + 1, remove: [], insert: kept }]);
  return [target.id];
}

function refuseMixture(entry: CodebookEntry, target: CodebookEntry): void {
  if (entry.kind === target.kind) return;
  throw new ChangeRefused(
    `“${entry.title}” is a ${entry.kind}, “${target.title}” a ${target.kind}; they cannot be merged.`,
    'Merge codes with codes and themes with themes, or move the code into the theme.',
  );
}

/** What stood beside an entry and in it. */
function originOf(draft: BookDraft, id: string, going: readonly string[]): Origin {
  const entry = draft.entry(id);
  const stays = (other: CodebookEntry): boolean => !going.includes(other.id);
  const upToOneThatStays = (others: readonly CodebookEntry[]): readonly CodebookEntry[] => {
    const end = others.findIndex(stays);
    return end < 0 ? others : others.slice(0, end + 1);
  };
  const siblings = siblingsOf(draft.book, entry);
  const at = siblings.indexOf(entry);
  const after = upToOneThatStays(siblings.slice(0, at).reverse());
  const before = after.some(stays) ? [] : upToOneThatStays(siblings.slice(at + 1));
  const idsOf = (entries: readonly CodebookEntry[]): string[] => entries.map(other => other.id);
  return { after: idsOf(after), before: idsOf(before), held: idsOf(entry.children) };
}

/** What is in a code that goes, and does not go itself, moves into the other one, or (undefined) to where the code stood. */
function moveParts(
  draft: BookDraft,
  id: string,
  going: readonly string[],
  into: string | undefined,
  intention: Intention,
): void {
  let entry = draft.entry(id);
  const parts = entry.children.map(child => child.id).filter(child => !going.includes(child));
  if (parts.length === 0) return;
  while (entry.parent !== undefined && going.includes(entry.parent.id)) entry = entry.parent;
  moveEntries(draft, parts, into === undefined ? { before: entry.id } : { under: into }, intention);
}

/** Says which ids an entry had or took over. */
export function setFormer(
  draft: BookDraft,
  entry: CodebookEntry,
  formerly: readonly string[],
  intention: Intention,
): void {
  const value = formerly.length === 0 ? undefined : formerly.join(' ');
  draft.apply(changeHeading(draft.text, entry.line, { id: entry.id, set: { formerly: value } }));
  intention.change(entry.id, { formerly });
}
