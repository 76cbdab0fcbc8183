import type { CodebookChange } from '../codebook/change.js';
import { changeCodebookInSteps } from '../codebook/changeCodebook.js';
import { atOnce, inPieces } from '../pieces.js';
import type { FileEdit } from '../text/lineEdit.js';
import { CODEBOOK_FILE } from './layout.js';
import type { Study } from './study.js';

/** What a change to the codebook did. */
export interface CodebookDone {
  /** Every edit, in the order they were made, for undo. */
  readonly edits: readonly FileEdit[];
  /** Ids of the entries that the last change made or changed. */
  readonly ids: readonly string[];
}

/**
 * Makes changes to the codebook of a study, each to what the one before it left, as one edit of the file: all of them or
 * none. When this returns they are on disk and in the index.
 * @throws ChangeRefused where one of them cannot be made; nothing was changed
 */
export async function changeCodebookOf(study: Study, ...changes: readonly CodebookChange[]): Promise<CodebookDone> {
  let ids: readonly string[] = [];
  const { edit } = await study.update(CODEBOOK_FILE, async text => {
    const work = changeCodebookInSteps(text, changes, contextOf(study));
    const result = await inPieces(work, { pause: study.environment.takingTurns?.() });
    ids = result?.ids ?? [];
    return result?.edits ?? [];
  });
  return { edits: edit.edits.length === 0 ? [] : [edit], ids };
}

/**
 * Tries changes on the codebook as it is known, without making them.
 * @throws ChangeRefused where one of them cannot be made
 */
export function tryCodebookChanges(study: Study, changes: readonly CodebookChange[]): void {
  atOnce(changeCodebookInSteps(study.hasCodebook ? study.codebook.text : undefined, changes, contextOf(study)));
}

function contextOf(study: Study): { used: ReadonlySet<string> } {
  return { used: new Set(study.index.usedCodes()) };
}
