import type { FileStore, StudyGit } from '../ports.js';
import { gitSnapshot, workingSnapshot } from './snapshots.js';
import type { Snapshot, StateName } from './state.js';

/** How one names the files as they are now, and what is staged, where a name of git's could stand as well. */
export const WORKING = ':working';
export const INDEX = ':index';

/**
 * The state that a name stands for.
 * @param git undefined where there is none to ask; then only the files as they are now have a name
 * @param text `:working`, `:index`, or a branch, tag, id or any other name that git knows
 * @param typed as in `workingSnapshot`
 * @returns undefined where nothing goes by that name
 * @throws where git fails
 */
export async function resolveState(
  store: FileStore,
  git: StudyGit | undefined,
  text: string,
  typed?: ReadonlySet<string>,
): Promise<Snapshot | undefined> {
  if (text === WORKING) return workingSnapshot(store, typed);
  if (git === undefined) return undefined;
  if (text === INDEX) return gitSnapshot(git, 'index');
  const commit = await git.commit(text);
  return commit && gitSnapshot(git, { commit, name: text });
}

/**
 * The state from which two went apart: the last commit they have in common. The files as they are now, and what is staged,
 * stand on the last commit.
 * @returns undefined where they have none
 * @throws where git fails
 */
export async function commonBase(git: StudyGit, a: StateName, b: StateName): Promise<Snapshot | undefined> {
  const [idA, idB] = [await commitUnder(git, a), await commitUnder(git, b)];
  const base = idA === undefined || idB === undefined ? undefined : await git.mergeBase(idA, idB);
  const commit = base === undefined ? undefined : await git.commit(base);
  if (commit === undefined) return undefined;
  return gitSnapshot(git, { commit, name: commit.id.slice(0, 7) });
}

async function commitUnder(git: StudyGit, name: StateName): Promise<string | undefined> {
  return name.is === 'commit' ? name.commit.id : (await git.head()).commit;
}

/** What a state is called in a sentence. */
export function stateLabel(name: StateName): string {
  if (name.is === 'working') return 'the files as they are now';
  return name.is === 'index' ? 'what is staged' : name.name;
}
