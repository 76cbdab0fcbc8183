import type { Study } from '../study/study.js';
import { BusyFile } from '../study/write.js';
import { type FileEdit, linesOf } from '../text/lineEdit.js';
import { sameBytes } from '../text/sameBytes.js';
import { decodeUtf8, encodeUtf8 } from '../text/utf8.js';
import { mergeLines, takeLines } from './mergeLines.js';

/** Each further try is for what somebody wrote into the file meanwhile. */
const MOST_TRIES = 50;

/**
 * Moves a coder's file, byte for byte. Where there is one already its lines go into that; whatever happens in between, each
 * line is in one of the two files, or in both. Lines that are not UTF-8 cannot be moved by themselves and stay.
 * @param made is told every edit as soon as it is on disk
 */
export async function moveFile(study: Study, from: string, to: string, made: (edit: FileEdit) => void): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (await study.move(from, to)) {
      made({ path: to, edits: [], movedFrom: from });
      return;
    }
    const bytes = await study.store.read(from);
    if (bytes === undefined) return;
    if ((await study.store.read(to)) === undefined) continue;
    const text = decodeUtf8(bytes);
    if (linesOf(text).length === 0) {
      await study.store.replace(from, bytes, undefined);
      await study.reload([from]);
      return;
    }
    const lines = movable(bytes, text);
    if (lines.size === 0) return;
    made((await study.update(to, there => mergeLines(to, there, lines))).edit);
    made((await study.update(from, there => takeLines(there, lines))).edit);
  }
  throw new BusyFile(from);
}

/** The lines that are the same when they are written as UTF-8. */
function movable(bytes: Uint8Array, text: string): Set<string> {
  const isWhole = sameBytes(encodeUtf8(text), bytes);
  return new Set(linesOf(text).filter(line => isWhole || !line.includes('\ufffd')));
}
