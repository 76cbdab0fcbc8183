import { atOnce, type Pieces } from '../pieces.js';
import type { ChangeContext, CodebookChange, CodebookResult } from './change.js';
import { addEntry } from './changes/add.js';
import { addNote, define } from './changes/definition.js';
import { BookDraft } from './changes/draft.js';
import { group, promote } from './changes/group.js';
import { changeId, recolor, rename, setKind, setPhase, setScope } from './changes/headings.js';
import { mergeEntries } from './changes/merge.js';
import { moveEntries } from './changes/move.js';
import { removeEntries } from './changes/remove.js';
import { unmerge } from './changes/unmerge.js';
import { Intention, verify } from './changes/verify.js';

/**
 * Works a change out as edits to the codebook; changes nothing itself. The result is read again and compared with what
 * the change was meant to do: it does just that, or it is refused.
 * @param raw the codebook as text, undefined where there is none
 * @throws ChangeRefused where it cannot be made
 */
export function changeCodebook(
  raw: string | undefined,
  change: CodebookChange,
  context: ChangeContext,
): CodebookResult {
  return atOnce(changeCodebookInSteps(raw, [change], context));
}

/**
 * Works several changes out, each on what the one before it left, as one step: all of them or none. Each is a piece of work.
 * @returns all edits at once, and the ids of the last change
 * @throws ChangeRefused where one of them cannot be made
 */
export function* changeCodebookInSteps(
  raw: string | undefined,
  changes: readonly CodebookChange[],
  context: ChangeContext,
): Pieces<CodebookResult> {
  const draft = new BookDraft(raw ?? '');
  let ids: readonly string[] = [];
  for (const change of changes) {
    yield;
    const before = draft.book;
    const intention = new Intention();
    ids = work(draft, change, context, intention);
    verify(before, draft.book, intention);
  }
  return { edits: draft.edits(), ids };
}

function work(draft: BookDraft, change: CodebookChange, context: ChangeContext, intention: Intention): string[] {
  switch (change.do) {
    case 'add':
      return [addEntry(draft, change, { under: change.under }, context, intention)];
    case 'rename':
      return rename(draft, change, intention);
    case 'change-id':
      return changeId(draft, change, intention);
    case 'define':
      return define(draft, change, intention);
    case 'note':
      return addNote(draft, change, intention);
    case 'color':
      return recolor(draft, change, intention);
    case 'phase':
      return setPhase(draft, change, intention);
    case 'scope':
      return setScope(draft, change, intention);
    case 'move':
      return moveEntries(draft, change.entries, change.to, intention);
    case 'promote':
      return promote(draft, change, context, intention);
    case 'demote':
      return setKind(draft, change.entry, 'code', intention);
    case 'group':
      return group(draft, change, context, intention);
    case 'merge':
      return mergeEntries(draft, change, intention);
    case 'unmerge':
      return unmerge(draft, change, intention);
    case 'delete':
      return removeEntries(draft, change, intention);
  }
}
