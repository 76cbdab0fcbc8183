import { takeBack } from '../coding/takeBack.js';
import { changesNothing, type FileEdit } from '../text/lineEdit.js';
import type { Study } from './study.js';

/** Thrown when a change of several files broke off and some of it could not be put back, which takes a failing disk. */
export class BrokenOff extends Error {
  /**
   * @param edits what is still in force, in the order it was made, for undo
   * @param cause why the change broke off
   */
  constructor(
    readonly edits: readonly FileEdit[],
    cause: unknown,
  ) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const files = [...new Set(edits.map(edit => edit.path))].join(', ');
    super(`${why} Part of the change is written already, in ${files}; undo takes it back.`, { cause });
  }
}

/**
 * Makes a change of several files as one: if it breaks off, what was written is put back, last first.
 * @param work hands every edit to `made` as soon as it is on disk
 * @throws what `work` threw, once everything is as before; BrokenOff where that could not be reached
 */
export async function allOrNothing<T>(study: Study, work: (made: (edit: FileEdit) => void) => Promise<T>): Promise<T> {
  const edits: FileEdit[] = [];
  try {
    return await work(edit => {
      if (!changesNothing(edit)) edits.push(edit);
    });
  } catch (error) {
    while (edits.length > 0) {
      try {
        await takeBack(study, edits.slice(-1));
      } catch {
        throw error instanceof BrokenOff
          ? new BrokenOff([...edits, ...error.edits], error.cause)
          : new BrokenOff(edits, error);
      }
      edits.pop();
    }
    throw error;
  }
}
