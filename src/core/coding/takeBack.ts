import { isMemo } from '../study/layout.js';
import { OneChange } from '../study/oneChange.js';
import type { Study } from '../study/study.js';
import { changesNothing, EditConflict, type FileEdit, invertLineEdits } from '../text/lineEdit.js';
import { relocate } from './relocate.js';

/** An edit that is to be made at the place where it belongs now. */
interface Step {
  readonly edit: FileEdit;
  readonly goesWhenEmpty: boolean;
}

/**
 * Takes edits back, the last first. What others changed meanwhile stays: each line is looked for by its content.
 * @throws EditConflict when somebody else changed the same lines since, or a file cannot go back to its old path because
 * another has it; nothing was changed
 */
export async function takeBack(study: Study, edits: readonly FileEdit[]): Promise<void> {
  await makeAll(study, [...edits].reverse().map(inverseOf));
}

/** Makes edits again that were taken back; as `takeBack`. */
export async function makeAgain(study: Study, edits: readonly FileEdit[]): Promise<void> {
  await makeAll(
    study,
    edits.map(edit => ({ edit, goesWhenEmpty: false })),
  );
}

function inverseOf({ path, edits, created, movedFrom }: FileEdit): Step {
  if (movedFrom !== undefined) return { edit: { path: movedFrom, edits: [], movedFrom: path }, goesWhenEmpty: false };
  return { edit: { path, edits: invertLineEdits(edits) }, goesWhenEmpty: created ?? false };
}

async function makeAll(study: Study, steps: readonly Step[]): Promise<void> {
  // All places are looked up before anything is written: an undo that cannot be done whole is not begun. An edit of a file
  // that an earlier one changes can be looked up only then.
  const seen = new Set<string>();
  for (const { edit } of steps) {
    if (!seen.has(edit.path)) await lookUp(study, edit, seen);
    seen.add(edit.path);
    if (edit.movedFrom !== undefined) seen.add(edit.movedFrom);
  }
  const made: FileEdit[] = [];
  const change = new OneChange(study, seen.size);
  try {
    for (const step of steps) {
      const edit = await make(change.study, step);
      if (!changesNothing(edit)) made.push(edit);
    }
    await change.end();
  } catch (error) {
    let isPutBack = false;
    try {
      for (const edit of made.reverse()) await make(study, inverseOf(edit));
      isPutBack = true;
    } finally {
      await change.breakOff(isPutBack);
    }
    throw error;
  }
}

async function lookUp(study: Study, edit: FileEdit, seen: ReadonlySet<string>): Promise<void> {
  const { path, movedFrom } = edit;
  if (movedFrom !== undefined) {
    // Asked of the list of files: on a disk that minds no letter case, one that differs in it only would be there.
    if (study.exists(path) || !(study.exists(movedFrom) || seen.has(movedFrom))) throw new EditConflict(0);
    return;
  }
  const text = await study.textOf(path);
  if (edit.created && text !== undefined && isMemo(path)) throw new EditConflict(0);
  relocate(text, edit);
}

async function make(study: Study, { edit, goesWhenEmpty }: Step): Promise<FileEdit> {
  const { path, movedFrom } = edit;
  if (movedFrom === undefined) return (await study.update(path, text => relocate(text, edit), goesWhenEmpty)).edit;
  if (!(await study.move(movedFrom, path))) throw new EditConflict(0);
  return edit;
}
