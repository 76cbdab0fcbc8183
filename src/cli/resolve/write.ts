import type { LookedAt } from '../../core/merge/afterwards/lookAt.js';
import type { FileStore } from '../../core/ports.js';
import { sameBytes } from '../../core/text/sameBytes.js';
import { decodeUtf8, encodeUtf8 } from '../../core/text/utf8.js';
import type { Place } from '../../node/work/place.js';
import { settle, unsettle } from '../../node/work/settle.js';
import { Refusal } from '../refusal.js';
import { called, type Sides } from './sides.js';

/** What became of a file. */
export interface Written {
  readonly path: string;
  /** It is another one than before. */
  readonly changed: boolean;
  /** Git takes it for settled. */
  readonly settled: boolean;
  /** How many questions are open. */
  readonly questions: number;
}

/** What a file is to be on disk. Line ends are those that it has there, where git writes them otherwise than it stores them. */
export function nextOf(file: LookedAt, { ours, theirs }: Sides): Uint8Array | undefined {
  const { outcome, now } = file;
  const labels = { ours: called(ours) || 'ours', theirs: called(theirs) || 'theirs', base: 'base' };
  const text = outcome.conflicts.length > 0 && outcome.marked ? outcome.marked(labels) : outcome.text;
  if (text === undefined) return undefined;
  const isConverted = now !== undefined && /\r\n/.test(decodeUtf8(now)) && !text.includes('\r');
  return encodeUtf8(isConverted ? text.replaceAll('\n', '\r\n') : text);
}

/**
 * Writes files, and tells git which of them are settled where something is under way.
 * @throws Refusal where one was changed meanwhile
 */
export async function writeFiles(
  store: FileStore,
  place: Place,
  files: readonly { readonly file: LookedAt; readonly next: Uint8Array | undefined }[],
): Promise<Written[]> {
  const written: Written[] = [];
  for (const { file, next } of files) {
    const changed = !sameBytes(file.now, next);
    if (changed && !(await store.replace(file.path, file.now, next))) {
      throw new Refusal('changed-meanwhile', `${file.path} was changed meanwhile.`, 'Try again.');
    }
    written.push({
      path: file.path,
      changed,
      settled: isSettled(file, changed),
      questions: file.outcome.conflicts.length,
    });
  }
  await settle(
    place,
    written.filter(({ settled }) => settled).map(({ path }) => path),
  );
  const open = files.filter(({ file }) => isToBeOpen(file)).flatMap(({ file }) => blobsOf(file));
  await unsettle(place, open);
  return written;
}

/** While something is under way, git is to know. What it took for settled already, and what is as it was, stays as it is. */
export function isSettled({ merge, isUnmerged, outcome }: LookedAt, changed: boolean): boolean {
  return merge?.underWay !== undefined && outcome.conflicts.length === 0 && (isUnmerged || changed);
}

const isToBeOpen = ({ merge, isUnmerged, outcome }: LookedAt): boolean =>
  merge?.underWay !== undefined && !isUnmerged && outcome.conflicts.length > 0 && outcome.marked !== undefined;

const blobsOf = ({ merge, path }: LookedAt) => (merge?.files ?? []).filter(file => file.path === path);
