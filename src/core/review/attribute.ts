import { parseCodebook } from '../codebook/parse.js';
import { atOnce, type Pacing } from '../pieces.js';
import type { CommittedFile, LoggedCommit, StudyGit } from '../ports.js';
import { CODEBOOK_FILE, isMemo, PARTICIPANTS_FILE, STUDY_FILE } from '../study/layout.js';
import { parseParticipants } from '../study/participants.js';
import { decodeUtf8 } from '../text/utf8.js';
import type { Change } from './change.js';
import { compareCodebooks } from './codebook/compareCodebooks.js';
import { type EntryMatches, matchEntries } from './codebook/match.js';
import { memoTextChanges } from './memos.js';
import { compareParticipants } from './participants.js';
import { compareStudyFiles } from './studyFile.js';
import { transcriptChanges } from './transcripts.js';

/** What may be said besides, and how the work is done, commit by commit. */
export interface AttributeOptions extends Pacing {
  /** Changes made since the later commit: what is not committed yet was done by nobody that git knows. */
  readonly uncommitted?: readonly Change[];
}

/**
 * Says who changed what stands in no coder's folder: the codebook, transcripts, participants, memos and the study file. Each such
 * change gets the author of the last commit in which the same thing changed in the same respect. Commits are looked at from the
 * last one back, as far as it takes.
 * @param before full id of the earlier commit; undefined: from the beginning
 * @param after full id of the later one
 * @returns the same changes in the same order
 * @throws where git fails
 */
export async function attributeChanges(
  changes: readonly Change[],
  git: StudyGit,
  before: string | undefined,
  after: string,
  { uncommitted = [], cancellation, pause }: AttributeOptions = {},
): Promise<Change[]> {
  const open = new Wanted(changes, uncommitted);
  if (open.size === 0) return [...changes];
  const paths = open.paths();
  const log = await git.log(after, { ...(before !== undefined && { from: before }), paths });
  for (const commit of [...log].reverse()) {
    if (open.size === 0 || cancellation?.cancelled) break;
    // A merge brings what others did: it is theirs.
    if (commit.parents.length > 1) continue;
    await open.take(commit, git);
    await pause?.();
  }
  return changes.map(change => {
    const by = open.authors.get(change);
    return by === undefined ? change : { ...change, by };
  });
}

/** Changes whose author is not known yet, by what they are about and in which respect, as it was called at the commit that is looked at. */
class Wanted {
  readonly authors = new Map<Change, string>();
  private readonly byKey = new Map<string, Change[]>();
  /** Earlier paths of transcripts and memos that were renamed, by their later ones. */
  private readonly earlier = new Map<string, string>();

  constructor(changes: readonly Change[], uncommitted: readonly Change[]) {
    const mine = new Set(uncommitted.map(nameOf));
    for (const change of changes) if ('from' in change) this.earlier.set(change.path, change.from);
    for (const change of changes) {
      const name = nameOf(change);
      if (change.by !== undefined || name === undefined || mine.has(name)) continue;
      this.byKey.set(name, [...(this.byKey.get(name) ?? []), change]);
    }
    for (const change of uncommitted) {
      if ('from' in change) this.rename(`${change.path}\n`, `${change.from}\n`);
      if (change.what === 'entry-changed' && change.aspect === 'id')
        this.rename(`entry ${change.after.id}\n`, `entry ${change.before.id}\n`);
    }
  }

  get size(): number {
    return this.byKey.size;
  }

  /** The files that hold what is wanted. */
  paths(): string[] {
    const all = [...this.byKey.values()].flat();
    return [...new Set(all.flatMap(({ path }) => [path, this.earlier.get(path) ?? path]))].sort();
  }

  /** Notes who did what a commit did. */
  async take(commit: LoggedCommit, git: StudyGit): Promise<void> {
    for (const file of commit.files) {
      const [old, now] = [await textOf(git, file.before), await textOf(git, file.after)];
      const { changes, matches } = changesIn(file, old, now);
      for (const change of changes) {
        const name = nameOf(change);
        for (const wanted of (name === undefined ? undefined : this.byKey.get(name)) ?? [])
          this.authors.set(wanted, commit.author);
        if (name !== undefined) this.byKey.delete(name);
      }
      if (matches !== undefined) this.follow(matches);
    }
    this.followPaths(commit);
  }

  /** A file that came with this commit was called otherwise before it. */
  private followPaths({ files }: LoggedCommit): void {
    for (const { path, before } of files) {
      const from = before === undefined ? this.earlier.get(path) : undefined;
      if (from !== undefined) this.rename(`${path}\n`, `${from}\n`);
    }
  }

  private rename(start: string, to: string): void {
    for (const [name, changes] of [...this.byKey]) {
      if (!name.startsWith(start)) continue;
      this.byKey.delete(name);
      this.byKey.set(to + name.slice(start.length), changes);
    }
  }

  /** What has another id since this commit goes by the one it had before it. */
  private follow({ after }: EntryMatches): void {
    for (const [old, now] of after) if (old.id !== now.id) this.rename(`entry ${now.id}\n`, `entry ${old.id}\n`);
  }
}

/** What a change is about and in which respect, as it is called after it; undefined for what stands in a coder's folder. */
function nameOf(change: Change): string | undefined {
  switch (change.what) {
    case 'entry-added':
      return `entry ${change.after.id}\nis`;
    case 'entry-removed':
    case 'entry-merged':
      return `entry ${change.before.id}\nis`;
    case 'entry-changed':
      return `entry ${change.after.id}\n${change.aspect}`;
    case 'codebook-text':
    case 'study-file':
      return change.what;
    case 'participant-added':
    case 'participant-removed':
    case 'participant-changed':
      return change.key;
    case 'transcript-edited':
    case 'transcript-facts':
    case 'memo-edited':
      return `${change.path}\n${change.what}`;
    case 'transcript-added':
    case 'transcript-removed':
    case 'transcript-renamed':
    case 'memo-added':
    case 'memo-removed':
    case 'memo-renamed':
      return `${change.path}\nis`;
    default:
      return undefined;
  }
}

async function textOf(git: StudyGit, blob: string | undefined): Promise<string | undefined> {
  const bytes = blob === undefined ? undefined : await git.read(blob);
  return bytes && decodeUtf8(bytes);
}

/** What one commit changed in one file. */
function changesIn(
  { path, before, after }: CommittedFile,
  old: string | undefined,
  now: string | undefined,
): { changes: readonly Change[]; matches?: EntryMatches } {
  if (path === CODEBOOK_FILE) {
    const [one, other] = [parseCodebook(old ?? ''), parseCodebook(now ?? '')];
    const matches = matchEntries(one, other);
    return { changes: atOnce(compareCodebooks(one, other, [], matches)), matches };
  }
  if (path === PARTICIPANTS_FILE)
    return { changes: compareParticipants(parseParticipants(old), parseParticipants(now)) };
  if (path === STUDY_FILE) return { changes: compareStudyFiles(old, now) };
  if (isMemo(path)) return { changes: memoTextChanges({ path, text: old }, { path, text: now }) };
  const sideOf = (id: string | undefined, text: string | undefined) =>
    id === undefined ? undefined : { path, id, text: text ?? '' };
  return { changes: transcriptChanges(sideOf(before, old), sideOf(after, now)) };
}
