import type { Pacing } from '../pieces.js';
import type { FileStore } from '../ports.js';
import type { Change } from '../review/change.js';
import { proposeMessage, type VersionMessage } from './message.js';
import { changesSince, type VersionSource } from './source.js';
import { todaySince } from './today.js';

/** What a version that is saved now would hold beyond the last one. */
export interface Unsaved {
  /** Files of the study that differ from the last version; no other would be saved. */
  readonly paths: readonly string[];
  /** What that means in the analysis; may be none where files differ. */
  readonly changes: readonly Change[];
  readonly message: VersionMessage;
}

/**
 * What is in no version yet. Where nothing is, no file is read.
 * @param options `coder`: who codes here
 * @returns undefined where it was cancelled
 */
export async function unsavedWork(
  { git, work }: VersionSource,
  store: FileStore,
  { coder, ...pace }: Pacing & { readonly coder?: string | undefined },
): Promise<Unsaved | undefined> {
  const paths = await work.unsaved();
  const { commit } = await git.head();
  const today = paths.length === 0 ? undefined : await todaySince(git, store, commit, paths);
  const changes = today === undefined ? [] : await changesSince(git, commit, today, pace);
  if (changes === undefined) return undefined;
  return { paths, changes, message: proposeMessage(changes, { coder, isFirst: commit === undefined }) };
}
