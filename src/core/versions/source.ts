import type { Pacing } from '../pieces.js';
import type { Commit, FileStore, StudyGit, StudyWork } from '../ports.js';
import { attributeComparison } from '../review/attributeComparison.js';
import type { Change } from '../review/change.js';
import { compareStates } from '../review/compare.js';
import { gitSnapshot } from '../review/snapshots.js';
import type { Snapshot } from '../review/state.js';
import { StudyState } from '../review/studyState.js';
import { noRepository } from './failures.js';

/** What versions of a study are read from and made with. */
export interface VersionSource {
  readonly git: StudyGit;
  readonly work: StudyWork;
}

/** @throws VersionFailure where no versions of the study are kept */
export async function versionSource(store: FileStore): Promise<VersionSource> {
  const [git, work] = [await store.git?.(), await store.work?.()];
  if (git !== undefined && work !== undefined) return { git, work };
  throw noRepository();
}

/** No files: what there was before the first version. */
const NOTHING: Snapshot = {
  name: { is: 'index' },
  files: new Map(),
  read: async () => undefined,
  version: async () => undefined,
};

/**
 * What changed in the analysis from one version to another state.
 * @param before full id; undefined: from nothing
 * @param after full id, or the files as they are today
 * @returns undefined where it was cancelled; who made a change is said as far as git knows
 */
export async function changesSince(
  git: StudyGit,
  before: string | undefined,
  after: string | Snapshot,
  pace: Pacing = {},
): Promise<readonly Change[] | undefined> {
  const from = before === undefined ? NOTHING : await snapshotOf(git, before);
  const to = typeof after === 'string' ? await snapshotOf(git, after) : after;
  const found = await compareStates(new StudyState(from), new StudyState(to), pace);
  if (!found.complete) return undefined;
  const { pause, cancellation } = pace;
  return before === undefined || typeof after !== 'string'
    ? found.changes
    : attributeComparison(found, git, { pause, cancellation });
}

async function snapshotOf(git: StudyGit, id: string): Promise<Snapshot> {
  return gitSnapshot(git, { commit: await commitOf(git, id), name: id });
}

/** @throws Error where git does not have it */
export async function commitOf(git: StudyGit, id: string): Promise<Commit> {
  const commit = await git.commit(id);
  if (commit === undefined) throw new Error(`There is no version ${id} here.`);
  return commit;
}

/** Whether all of a version (full id) is in another one already. */
export async function isIn(git: StudyGit, version: string, whole: string): Promise<boolean> {
  return version === whole || (await git.mergeBase(version, whole)) === version;
}
