import type { Study } from '../study/study.js';
import type { FileEdit, LineEdit } from '../text/lineEdit.js';
import type { Done } from './actions.js';
import type { Coding } from './coding.js';

/** What a change does to one coding file. */
export interface CodingFileChange {
  /** The codings it changes, makes or removes. */
  readonly codings: readonly Coding[];
  readonly edits: readonly LineEdit[];
}

/**
 * Changes coding files one after the other.
 * @param made is told every edit as soon as it is on disk
 * @param change gets the text of a file as it is now; asked again when the file changed meanwhile, and then the last answer counts
 */
export async function updateCodingFiles(
  study: Study,
  paths: Iterable<string>,
  made: (edit: FileEdit) => void,
  change: (text: string) => CodingFileChange,
): Promise<Done> {
  const edits: FileEdit[] = [];
  const codings: Coding[] = [];
  for (const path of paths) {
    let changed: readonly Coding[] = [];
    const { edit } = await study.update(path, text => {
      const answer = change(text ?? '');
      changed = answer.codings;
      return answer.edits;
    });
    codings.push(...changed);
    if (edit.edits.length === 0) continue;
    made(edit);
    edits.push(edit);
  }
  return { codings, edits };
}
