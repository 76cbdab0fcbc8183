import type { Study } from '../study/study.js';
import type { FileEdit, LineEdit } from '../text/lineEdit.js';
import type { Done } from './actions.js';
import type { Coding } from './coding.js';

/** What a change does to one file of records. */
export interface RecordsChange<T> {
  /** The records it changes, makes or removes. */
  readonly records: readonly T[];
  readonly edits: readonly LineEdit[];
}

/** The same of a coding file. */
export interface CodingFileChange {
  /** The codings it changes, makes or removes. */
  readonly codings: readonly Coding[];
  readonly edits: readonly LineEdit[];
}

/**
 * Changes files of records one after the other.
 * @param made is told every edit as soon as it is on disk
 * @param change gets the text of a file as it is now; asked again when the file changed meanwhile, and then the last answer counts
 */
export async function updateFiles<T>(
  study: Study,
  paths: Iterable<string>,
  made: (edit: FileEdit) => void,
  change: (text: string) => RecordsChange<T>,
): Promise<{ records: T[]; edits: FileEdit[] }> {
  const edits: FileEdit[] = [];
  const records: T[] = [];
  for (const path of paths) {
    let changed: readonly T[] = [];
    const { edit } = await study.update(path, text => {
      const answer = change(text ?? '');
      changed = answer.records;
      return answer.edits;
    });
    records.push(...changed);
    if (edit.edits.length === 0) continue;
    made(edit);
    edits.push(edit);
  }
  return { records, edits };
}

/** The same for coding files. */
export async function updateCodingFiles(
  study: Study,
  paths: Iterable<string>,
  made: (edit: FileEdit) => void,
  change: (text: string) => CodingFileChange,
): Promise<Done> {
  const { records, edits } = await updateFiles(study, paths, made, text => {
    const { codings, edits } = change(text);
    return { records: codings, edits };
  });
  return { codings: records, edits };
}
