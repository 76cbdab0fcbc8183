import type { Commit, StudyGit } from '../../../core/ports.js';
import type { Sides } from './bothChanged.js';
import { originalsOf, worksIn } from './originals.js';
import { pickedAtTop, rebaseAtTop, type Step, stepsOf } from './reflog.js';
import { mergeOf, pickOf, revertOf, squashedTip } from './sides.js';

/** What was put together, and the full id of the commit that it became. */
export interface PastMerge extends Sides {
  readonly made: string;
}

const COPIED = /^\(cherry picked from commit ([0-9a-f]{40}|[0-9a-f]{64})\)$/m;
const REVERTED = /^This reverts commit ([0-9a-f]{40}|[0-9a-f]{64})[.,]/m;

/** The merges that a version was made by. */
export interface PastMerges {
  readonly known: readonly PastMerge[];
  /** Full ids of versions of which nothing tells what they are copies of. */
  readonly unknown: readonly string[];
}

/**
 * The merges that the last version was made by, older ones first: one of a merge or a squash, one for each commit that a rebase or a
 * cherry-pick put on top of another one. None where it was made in no such way, or nothing tells what was put together.
 * @param folder absolute path of the study
 */
export async function pastMerges(folder: string, git: StudyGit): Promise<PastMerges> {
  const head = await git.commit('HEAD');
  if (head === undefined) return NONE;
  if (head.parents.length > 1) return one(head, await mergeMade(folder, head));
  const told = await toldByMessage(folder, git, head);
  const steps = await stepsOf(folder);
  const isTop = steps[0]?.id === head.id;
  const rebase = isTop ? rebaseAtTop(steps) : undefined;
  if (rebase !== undefined) return rebased(folder, git, head, rebase.onto, rebase.old);
  const picked = isTop ? pickedAtTop(steps) : [];
  if (picked.length > 1 || told === undefined) return copied(folder, git, picked);
  return one(head, told);
}

const NONE: PastMerges = { known: [], unknown: [] };

const one = ({ id }: Commit, sides: Sides | undefined): PastMerges =>
  sides === undefined ? NONE : { known: [{ ...sides, made: id }], unknown: [] };

/** Of more than two versions at once git tells nothing that could be looked at file by file. */
async function mergeMade(folder: string, { parents: [ours, theirs, third] }: Commit): Promise<Sides | undefined> {
  return ours === undefined || theirs === undefined || third !== undefined ? undefined : mergeOf(folder, ours, theirs);
}

/** What the message of a commit says that it was made of. */
async function toldByMessage(folder: string, git: StudyGit, commit: Commit): Promise<Sides | undefined> {
  const [ours] = commit.parents;
  if (ours === undefined) return undefined;
  const message = `${commit.subject}\n\n${commit.body}`;
  const squashed = squashedTip(message);
  const named = async (id: string | undefined): Promise<Commit | undefined> => (id === undefined ? id : git.commit(id));
  if (squashed !== undefined) {
    const tip = await named(squashed);
    return tip && mergeOf(folder, ours, tip.id);
  }
  const original = await named(COPIED.exec(message)?.[1]);
  if (original !== undefined) return pickOf(ours, original, original.parents[0]);
  return revertOf(ours, await named(REVERTED.exec(message)?.[1]));
}

/** The commits that a rebase made, each with the one it is a copy of. */
async function rebased(
  folder: string,
  git: StudyGit,
  head: Commit,
  onto: string,
  old: string | undefined,
): Promise<PastMerges> {
  const tips = [old, (await git.commit('ORIG_HEAD'))?.id].filter(id => id !== undefined);
  const [copies, works] = await Promise.all([worksIn(folder, [head.id], [onto]), worksIn(folder, tips, [onto])]);
  return pairs(
    git,
    copies.map(({ id }) => id),
    originalsOf(copies, works),
  );
}

/** The commits that a cherry-pick made, each with the one it is a copy of. */
async function copied(folder: string, git: StudyGit, picked: readonly Step[]): Promise<PastMerges> {
  if (picked.length === 0) return NONE;
  const ids = picked.map(({ id }) => id).reverse();
  const works = await worksIn(folder, [], []);
  const copies = ids.flatMap(id => works.filter(work => work.id === id));
  const originals = new Map(originalsOf(copies, works));
  const fetched = originals.size === ids.length ? undefined : await git.commit('FETCH_HEAD');
  // What was fetched from somebody, such as by the address of a copy, has no name here and may be picked all the same.
  const more = fetched === undefined ? [] : await worksIn(folder, [fetched.id], []);
  for (const [copy, original] of originalsOf(copies, more)) if (!originals.has(copy)) originals.set(copy, original);
  for (const id of ids) {
    const told = COPIED.exec((await git.commit(id))?.body ?? '')?.[1];
    if (told !== undefined) originals.set(id, told);
  }
  return pairs(git, ids, originals);
}

async function pairs(
  git: StudyGit,
  ids: readonly string[],
  originals: ReadonlyMap<string, string>,
): Promise<PastMerges> {
  const known: PastMerge[] = [];
  const unknown: string[] = [];
  for (const id of ids) {
    const original = originals.get(id);
    const [copy, work] = [await git.commit(id), original === undefined ? undefined : await git.commit(original)];
    const [ours] = copy?.parents ?? [];
    if (work === undefined) unknown.push(id);
    else if (ours !== undefined) known.push({ ...pickOf(ours, work, work.parents[0]), made: id });
  }
  return { known, unknown };
}
