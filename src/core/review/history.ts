import type { Codebook } from '../codebook/codebook.js';
import { inPieces, type Pacing } from '../pieces.js';
import type { Commit, LoggedCommit, StudyGit } from '../ports.js';
import { CODEBOOK_FILE } from '../study/layout.js';
import type { Change } from './change.js';
import { compareStates } from './compare.js';
import { HistoryBlobs } from './historyBlobs.js';
import { type Compare, changedByMerge } from './historyMerge.js';
import type { StudyHistory, Version } from './historyModel.js';
import { type FileState, HistoryStates } from './historyStates.js';
import { allToldOf } from './historyTold.js';
import type { Snapshot } from './state.js';
import { StudyState } from './studyState.js';
import type { ThemeStructure } from './themeStructure.js';

/**
 * The story of a study up to a commit: what each version changed, in words, and how much work there was at it. One pass
 * through the log; a version is compared with the one it was made on, and only in the files that differ.
 *
 * A merge commit is compared with each of its parents, in the files that are like none of theirs: what differs from all of them is
 * the merge's own. The rest came through the commits it merged, and is told by those.
 * @param pace its progress counts the versions
 * @throws Error with what to do where git fails
 */
export async function studyHistory(git: StudyGit, to: Commit, pace: Pacing = {}): Promise<StudyHistory> {
  const { progress, cancellation, pause } = pace;
  const log = await git.log(to.id);
  const blobs = new HistoryBlobs(git);
  const states = new HistoryStates(blobs, log);
  const versions: Omit<Version, 'isMain'>[] = [];
  const indices = new Map<string, number>();
  const known = new WeakMap<FileState, StudyState>();
  const read: ReadState = (commit, state, files) => {
    // What a version was is what the next one is compared with: it is parsed once for both.
    const found = known.get(state);
    if (found !== undefined && files === undefined) return found;
    const made = new HistoryState(snapshotOf(commit, files ?? state.files, git, blobs), blobs);
    if (files === undefined) known.set(state, made);
    return made;
  };
  for (const commit of log) {
    if (cancellation?.cancelled) break;
    const before = states.before(commit);
    const after = await states.after(commit, before[0]);
    const changes = await changesOf(
      commit,
      before,
      after,
      (one, other) => compareStates(one, other, { cancellation, pause }),
      read,
    );
    // Stopped within a version, which is then left out.
    if (cancellation?.cancelled) break;
    const told = await inPieces(allToldOf(changes, commit.author), { pause });
    const structure = await states.structure(after);
    const madeOn = indices.get(commit.madeOn[0] ?? '');
    indices.set(commit.id, versions.length);
    versions.push({
      commit: bare(commit),
      ...(madeOn === undefined ? {} : { before: madeOn }),
      isMerge: commit.parents.length > 1,
      told,
      figures: after.tally.figures(blobs.structures[structure] as ThemeStructure),
      structure,
    });
    progress?.(versions.length, log.length);
    await pause?.();
  }
  const complete = versions.length === log.length;
  const end = !complete || indices.has(to.id) ? to.id : states.endingIn(await git.files({ commit: to.id }));
  const main = mainLine(versions, indices.get(end ?? '') ?? versions.length - 1);
  return {
    versions: versions.map((version, i) => ({ ...version, isMain: main.has(i) })),
    structures: blobs.structures,
    complete,
    isCutOff: log.some(commit => commit.isCutOff),
  };
}

/** A state as it can be compared; with `files` in place of its own. */
type ReadState = (commit: Commit, state: FileState, files?: ReadonlyMap<string, string>) => StudyState;

async function changesOf(
  commit: LoggedCommit,
  before: readonly [FileState, ...FileState[]],
  after: FileState,
  compare: Compare,
  read: ReadState,
): Promise<readonly Change[]> {
  if (commit.files.length === 0) return [];
  if (commit.parents.length > 1) {
    return changedByMerge(commit.files, before, after, compare, (state, files) => read(commit, state, files));
  }
  return (await compare(read(commit, before[0]), read(commit, after))).changes;
}

/** The line of first parents back from the last version. */
function mainLine(versions: readonly { readonly before?: number }[], last: number): ReadonlySet<number> {
  const main = new Set<number>();
  for (let at: number | undefined = last; at !== undefined && at >= 0; at = versions[at]?.before) main.add(at);
  return main;
}

/** A state whose codebook is parsed once for all versions that have it. */
class HistoryState extends StudyState {
  constructor(
    snapshot: Snapshot,
    private readonly blobs: HistoryBlobs,
  ) {
    super(snapshot);
  }

  override codebook(): Promise<Codebook> {
    return this.blobs.codebook(this.snapshot.files.get(CODEBOOK_FILE));
  }
}

function snapshotOf(commit: Commit, files: ReadonlyMap<string, string>, git: StudyGit, blobs: HistoryBlobs): Snapshot {
  return {
    name: { is: 'commit', commit, name: commit.id },
    files,
    read: async path => {
      const id = files.get(path);
      return id === undefined ? undefined : blobs.text(id);
    },
    version: base => git.read(base),
  };
}

/** Without the files, which nobody needs any more. */
function bare({ id, parents, author, date, subject, body }: LoggedCommit): Commit {
  return { id, parents, author, date, subject, body };
}
