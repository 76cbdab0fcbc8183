import { takeBack } from '../coding/takeBack.js';
import { changesNothing, type FileEdit } from '../text/lineEdit.js';
import { OneChange } from './oneChange.js';
import type { Study } from './study.js';

/** Thrown when a change of several files broke off and some of it could not be put back, which takes a failing disk. */
export class BrokenOff extends Error {
  /**
   * @param edits what is still in force, in the order it was made, for undo
   * @param cause why the change broke off
   * @param isNoted whether the next start takes it back, if nobody did by then
   */
  constructor(
    readonly edits: readonly FileEdit[],
    cause: unknown,
    isNoted = false,
  ) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const files = [...new Set(edits.map(edit => edit.path))].join(', ');
    const how = isNoted ? 'undo takes it back, or else the next start of Verbatim does' : 'undo takes it back';
    super(`${why} Part of the change is written already, in ${files}; ${how}.`, { cause });
  }
}

/**
 * Makes a change of several files as one: if it breaks off, what was written is put back, last first, and should the process die, by
 * the next start.
 * @param work hands every edit to `made` as soon as it is on disk; makes the change through the study that it gets
 * @param mostFiles how many files it changes at most
 * @throws what `work` threw, once everything is as before; BrokenOff where that could not be reached
 */
export async function allOrNothing<T>(
  study: Study,
  work: (made: (edit: FileEdit) => void, study: Study) => Promise<T>,
  mostFiles = Number.POSITIVE_INFINITY,
): Promise<T> {
  const change = new OneChange(study, mostFiles);
  const edits: FileEdit[] = [];
  try {
    const result = await work(edit => {
      if (!changesNothing(edit)) edits.push(edit);
    }, change.study);
    await change.end();
    return result;
  } catch (error) {
    const thrown = await putBack(study, edits, error, change.isNoted);
    await change.breakOff(!(thrown instanceof BrokenOff));
    throw thrown;
  }
}

/** Puts edits back. @returns what is to be thrown */
async function putBack(study: Study, edits: FileEdit[], error: unknown, isNoted: boolean): Promise<unknown> {
  while (edits.length > 0) {
    try {
      await takeBack(study, edits.slice(-1));
    } catch {
      return error instanceof BrokenOff
        ? new BrokenOff([...edits, ...error.edits], error.cause, isNoted)
        : new BrokenOff(edits, error, isNoted);
    }
    edits.pop();
  }
  return error;
}
