import type { FileVersions, MergeChoice } from '../merge/merge.js';
import { type MergedStudyFile, mergeBlobs } from '../merge/mergeStudy.js';
import type { GitMerge, StudyGit } from '../ports.js';
import { refuseNewerVersion } from '../study/format.js';
import { foreignConflicts } from './failures.js';
import type { VersionSource } from './source.js';

/** What both sides changed differently, so that only a person can say what holds. */
export interface Questions {
  readonly files: readonly FileVersions[];
  /** The same files with what came of them: of one that is no text its versions do not tell what is in question. */
  readonly merged: readonly MergedStudyFile[];
  /** Full id of the version that comes in. */
  readonly theirs: string;
}

/** What was decided, by path and by key of the question. */
export type Decisions = ReadonlyMap<string, ReadonlyMap<string, MergeChoice>>;

/** Asks a person; undefined where they put it off. */
export type Decide = (questions: Questions) => Promise<Decisions | undefined>;

/** What came of it. `here`: there was nothing that is not here already; `put-off`: everything is as it was. */
export type Together = 'here' | 'done' | 'put-off';

/**
 * Puts another version and the current one together. Until the very last step nothing of the person's is touched.
 * @param theirs full id
 * @param message what is said of the version that comes of it, where one has to be made
 * @throws VersionFailure, or ChangeRefused where the other version is of a newer format; then everything is as it was
 */
export async function putTogether(
  { git, work }: VersionSource,
  theirs: string,
  decide: Decide,
  message: () => Promise<string>,
): Promise<Together> {
  const merge = await work.merge(theirs);
  if (merge.relation === 'here') return 'here';
  if (merge.relation === 'forward') {
    await work.conclude(merge, new Map(), '');
    return 'done';
  }
  await refuseNewerVersion(git, theirs);
  if (merge.foreign.length > 0) throw foreignConflicts(merge.foreign);
  const files = await merged(git, merge, decide);
  if (files === undefined) return 'put-off';
  const resolved = new Map(files.map(({ versions, bytes }) => [versions.path, bytes]));
  // Deciding may take long: where somebody has saved meanwhile, this refuses.
  await work.conclude(merge, resolved, await message());
  return 'done';
}

async function merged(git: StudyGit, merge: GitMerge, decide: Decide): Promise<readonly MergedStudyFile[] | undefined> {
  const files = await mergeBlobs(git, merge.bothChanged);
  const open = files.filter(file => file.merged.conflicts.length > 0);
  if (open.length === 0) return files;
  const decisions = await decide({ files: open.map(({ versions }) => versions), merged: open, theirs: merge.theirs });
  if (decisions === undefined) return undefined;
  const decided = await mergeBlobs(git, merge.bothChanged, path => decisions.get(path));
  // A page that was closed halfway counts as putting off: what is not decided is decided by nobody.
  return decided.some(file => file.merged.conflicts.length > 0) ? undefined : decided;
}
