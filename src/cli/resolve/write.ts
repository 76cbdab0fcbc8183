import type { LookedAt } from '../../core/merge/afterwards/lookAt.js';
import type { FileStore } from '../../core/ports.js';
import { sameBytes } from '../../core/text/sameBytes.js';
import { encodeUtf8 } from '../../core/text/utf8.js';
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

/** What a file is to be on disk, with the line ends that git gives it here. */
export function nextOf({ outcome, isConverted }: LookedAt, { ours, theirs }: Sides): Uint8Array | undefined {
  const labels = { ours: called(ours) || 'ours', theirs: called(theirs) || 'theirs', base: 'base' };
  const text = outcome.conflicts.length > 0 && outcome.marked ? outcome.marked(labels) : outcome.text;
  if (text === undefined) return undefined;
  return encodeUtf8(isConverted && !text.includes('\r') ? text.replaceAll('\n', '\r\n') : text);
}

/** A file and what it is to be on disk. */
export interface Planned {
  readonly file: LookedAt;
  readonly next: Uint8Array | undefined;
}

/**
 * Writes files, all or nothing, and tells git which of them are settled where something is under way.
 * @throws Refusal where one was changed meanwhile
 */
export async function writeFiles(store: FileStore, place: Place, planned: readonly Planned[]): Promise<Written[]> {
  const done: Planned[] = [];
  try {
    for (const each of planned) {
      if (!isChanged(each)) continue;
      await replace(store, each.file.path, each.file.now, each.next);
      done.push(each);
    }
  } catch (error) {
    for (const { file, next } of done.reverse()) await store.replace(file.path, next, file.now);
    throw error;
  }
  const written = planned.map(each => writtenAs(each, isSettled(each)));
  await settle(
    place,
    written.filter(({ settled }) => settled).map(({ path }) => path),
  );
  await unsettle(
    place,
    planned
      .map(({ file }) => file)
      .filter(isToBeOpen)
      .flatMap(blobsOf),
  );
  return written;
}

async function replace(
  store: FileStore,
  path: string,
  now: Uint8Array | undefined,
  next: Uint8Array | undefined,
): Promise<void> {
  if (await store.replace(path, now, next)) return;
  throw new Refusal('changed-meanwhile', `${path} was changed meanwhile.`, 'Try again.');
}

/** What would become of a file, or has. */
export function writtenAs(planned: Planned, settled: boolean): Written {
  const { path, outcome } = planned.file;
  return { path, changed: isChanged(planned), settled, questions: outcome.conflicts.length };
}

const isChanged = ({ file, next }: Planned): boolean => !sameBytes(file.now, next);

/** While something is under way, git is to know. What it took for settled already, and what is as it was, stays as it is. */
function isSettled(planned: Planned): boolean {
  const { merge, isUnmerged, outcome } = planned.file;
  return merge?.underWay !== undefined && outcome.conflicts.length === 0 && (isUnmerged || isChanged(planned));
}

const isToBeOpen = ({ merge, isUnmerged, outcome }: LookedAt): boolean =>
  merge?.underWay !== undefined && !isUnmerged && outcome.conflicts.length > 0 && outcome.marked !== undefined;

const blobsOf = ({ merge, path }: LookedAt) => (merge?.files ?? []).filter(file => file.path === path);
