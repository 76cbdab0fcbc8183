import { ChangeRefused } from '../codebook/change.js';
import { allOrNothing } from '../study/allOrNothing.js';
import type { Study } from '../study/study.js';
import { BusyFile } from '../study/write.js';
import { type FileEdit, type LineEdit, linesOf } from '../text/lineEdit.js';
import { sameBytes } from '../text/sameBytes.js';
import { decodeUtf8 } from '../text/utf8.js';
import { isText } from './mergeStudy.js';

/** What a file is to say; undefined: it is to be gone. */
export interface FileResult {
  /** Path from the study. */
  readonly path: string;
  readonly bytes: Uint8Array | undefined;
  /** What the file said when this was worked out; missing where that does not matter. */
  readonly expected?: Uint8Array | undefined;
}

/**
 * Writes what came of a merge into the files of a study, all or nothing; lines that stay keep their bytes.
 * @returns the edits, for undo; none of files that say it already, nor of those that are no text: what is no text has no lines to take back
 * @throws ChangeRefused where a file says something else by now than was expected; what the disk says, once everything is as before; BrokenOff where that could not be reached
 */
export async function writeResults(study: Study, results: readonly FileResult[]): Promise<FileEdit[]> {
  const edits: FileEdit[] = [];
  await allOrNothing(
    study,
    async (made, study) => {
      for (const result of results) {
        const { path, bytes } = result;
        const isSame = (today: string | undefined): boolean =>
          !('expected' in result) || today === (result.expected && decodeUtf8(result.expected));
        if (!isText(bytes)) {
          await replaceWhole(study, path, bytes);
          continue;
        }
        const text = bytes && decodeUtf8(bytes);
        const { edit } = await study.update(
          path,
          today => {
            if (!isSame(today)) throw changedMeanwhile(path);
            return wholeEdit(today, text);
          },
          text === undefined,
        );
        made(edit);
        if (edit.edits.length > 0) edits.push(edit);
      }
    },
    results.length,
  );
  return edits;
}

async function replaceWhole(study: Study, path: string, bytes: Uint8Array | undefined): Promise<void> {
  const before = await study.store.read(path);
  if (sameBytes(before, bytes)) return;
  if (!(await study.store.replace(path, before, bytes))) throw new BusyFile(path);
  await study.reload([path]);
}

/**
 * One edit from the first line that differs to the last. It is one, and never comes with empty hands where it can take a line along, so
 * that undo finds its place by what it put there: marks of a conflict hold the same record twice, which nothing could tell apart.
 */
function wholeEdit(today: string | undefined, goal: string | undefined): LineEdit[] {
  const [old, now] = [linesOf(today), linesOf(goal)];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start++;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  if (start === old.length && start === now.length) return [];
  if (start + end === now.length && start > 0) start--;
  else if (start + end === now.length && end > 0) end--;
  return [{ line: start, remove: old.slice(start, old.length - end), insert: now.slice(start, now.length - end) }];
}

function changedMeanwhile(path: string): ChangeRefused {
  return new ChangeRefused(
    `${path} was changed meanwhile.`,
    'Nothing was written. Your decisions are remembered: decide again.',
  );
}
