import type { FileVersions, MergeChoice } from '../merge/merge.js';
import { type MergedStudyFile, mergeBlobs } from '../merge/mergeStudy.js';
import type { GitMerge, StudyGit } from '../ports.js';
import { encodeUtf8 } from '../text/utf8.js';
import { VersionFailure } from './failure.js';
import type { VersionSource } from './source.js';

/** What both sides changed differently, so that only a person can say what holds. */
export interface Questions {
  readonly files: readonly FileVersions[];
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
 * @throws VersionFailure; then everything is as it was
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
  requireOurs(merge);
  const files = await merged(git, merge, decide);
  if (files === undefined) return 'put-off';
  const resolved = new Map<string, Uint8Array | undefined>();
  for (const file of files) resolved.set(file.versions.path, await bytesOf(git, merge, file));
  const said = await message();
  await requireUnmoved({ git, work }, merge);
  await work.conclude(merge, resolved, said);
  return 'done';
}

async function merged(git: StudyGit, merge: GitMerge, decide: Decide): Promise<readonly MergedStudyFile[] | undefined> {
  const files = await mergeBlobs(git, merge.bothChanged);
  const open = files.filter(file => file.merged.conflicts.length > 0);
  if (open.length === 0) return files;
  const decisions = await decide({ files: open.map(({ versions }) => versions), theirs: merge.theirs });
  if (decisions === undefined) return undefined;
  const decided = await mergeBlobs(git, merge.bothChanged, path => decisions.get(path));
  // A page that was closed halfway counts as putting off: what is not decided is decided by nobody.
  return decided.some(file => file.merged.conflicts.length > 0) ? undefined : decided;
}

/** What a file becomes: where that is just what one side has, its very bytes. */
async function bytesOf(git: StudyGit, merge: GitMerge, { versions, merged: { text } }: MergedStudyFile) {
  if (text === undefined) return undefined;
  const blobs = merge.bothChanged.find(({ path }) => path === versions.path);
  const same = text === versions.ours ? blobs?.ours : text === versions.theirs ? blobs?.theirs : undefined;
  return (same === undefined ? undefined : await git.read(same)) ?? encodeUtf8(text);
}

/** What git has to merge and is no file of the study, is nothing we understand. */
function requireOurs({ foreign }: GitMerge): void {
  if (foreign.length === 0) return;
  throw new VersionFailure(
    'other',
    `You and a colleague changed the same files beside the study: ${foreign.slice(0, 5).join(', ')}${foreign.length > 5 ? ' …' : ''}. Nothing was changed here.`,
    'Verbatim does not know what these files mean. Somebody who knows git can put them together; after that this command works again.',
    '',
    foreign,
  );
}

/** Deciding may take long, and somebody may have saved meanwhile. */
async function requireUnmoved({ git }: VersionSource, merge: GitMerge): Promise<void> {
  const { commit } = await git.head();
  if (commit === merge.ours) return;
  throw new VersionFailure(
    'other',
    'Another version was saved in this folder meanwhile, so nothing was changed.',
    'Try again: what you decided is asked once more.',
  );
}
