import type { Change } from '../review/change.js';
import type { PaceOptions } from '../review/pace.js';
import type { Snapshot } from '../review/state.js';
import { proposeMessage, type VersionMessage } from './message.js';
import { changesSince, type VersionSource } from './source.js';

/** What a version that is saved now would hold beyond the last one. */
export interface Unsaved {
  /** Files of the study that differ from the last version; no other would be saved. */
  readonly paths: readonly string[];
  /** What that means in the analysis; may be none where files differ. */
  readonly changes: readonly Change[];
  readonly message: VersionMessage;
}

/** What is asked. */
export interface UnsavedOptions extends PaceOptions {
  /** The study's files as they are now. */
  readonly today: () => Promise<Snapshot>;
  /** Who codes here. */
  readonly coder?: string | undefined;
}

/** @returns undefined where it was cancelled */
export async function unsavedWork(
  { git, work }: VersionSource,
  { today, coder, ...pace }: UnsavedOptions,
): Promise<Unsaved | undefined> {
  const paths = await work.unsaved();
  const { commit } = await git.head();
  const changes = paths.length === 0 ? [] : await changesSince(git, commit, await today(), pace);
  if (changes === undefined) return undefined;
  return { paths, changes, message: proposeMessage(changes, { coder, isFirst: commit === undefined }) };
}
