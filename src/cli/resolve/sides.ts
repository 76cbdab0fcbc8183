import type { MadeMerge, StudyGit } from '../../core/ports.js';
import type { NamedVersions } from '../../node/work/made/madeOf.js';
import type { Arguments } from '../arguments.js';
import { Refusal } from '../refusal.js';

/** A version as it is called: who made it, and what it is about. */
export interface Side {
  /** Full id; null where only the marks in a file tell. */
  readonly commit: string | null;
  readonly author: string | null;
  readonly subject: string | null;
}

/** The two versions that are put together. */
export interface Sides {
  readonly ours: Side;
  readonly theirs: Side;
}

const UNKNOWN: Side = { commit: null, author: null, subject: null };

/** What the versions of a merge are called; of marks that nobody knows the origin of, nothing is known. */
export async function sidesOf(git: StudyGit, merge: MadeMerge | undefined): Promise<Sides> {
  if (merge === undefined) return { ours: UNKNOWN, theirs: UNKNOWN };
  const [ours, theirs] = await Promise.all([merge.ours, merge.theirs].map(id => sideOf(git, id)));
  const isUnknown = merge.ours === merge.theirs;
  return { ours: ours ?? UNKNOWN, theirs: isUnknown ? UNKNOWN : (theirs ?? UNKNOWN) };
}

async function sideOf(git: StudyGit, id: string): Promise<Side> {
  const commit = await git.commit(id);
  return { commit: id, author: commit?.author ?? null, subject: commit?.subject ?? null };
}

/** “EA: Two passages”; empty where nothing is known. */
export function called({ author, subject }: Side): string {
  return [author, subject].filter(text => text !== null && text !== '').join(': ');
}

/**
 * The versions that somebody names.
 * @returns undefined where nobody does
 * @throws Refusal where one is missing or is none
 */
export async function namedSides(git: StudyGit, args: Arguments): Promise<NamedVersions | undefined> {
  const names = ['our-version', 'their-version', 'base-version'] as const;
  if (!names.some(name => args.has(name))) return undefined;
  const [ours, theirs, base] = await Promise.all(
    names.map(async name => {
      const rev = args.one(name);
      if (rev === undefined) return undefined;
      const commit = await git.commit(rev);
      if (commit !== undefined) return commit;
      throw new Refusal(
        'unknown-version',
        `There is no version “${rev}”.`,
        'git log and git branch list what there is.',
      );
    }),
  );
  const head = await git.commit('HEAD');
  if (ours === undefined || theirs === undefined || head === undefined) {
    throw new Refusal(
      'arguments',
      '--our-version and --their-version are needed together.',
      'Name both versions that were merged.',
    );
  }
  return { ours, theirs, made: head.id, ...(base && { base }) };
}
