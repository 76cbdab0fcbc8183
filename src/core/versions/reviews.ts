import type { GitRef, StudyGit } from '../ports.js';
import { ownName, type Place } from './place.js';
import { isIn } from './source.js';

/** What a colleague sent for review and is not in the shared work yet. */
export interface Review {
  /** As git knows it: `origin/mb/pp-05`. */
  readonly ref: string;
  /** As people see it: `mb/pp-05`. */
  readonly name: string;
  /** Full id of its last version. */
  readonly commit: string;
  /** Who saved that. */
  readonly author: string;
  /** When, ISO 8601. */
  readonly date: string;
  /** What was said of it. */
  readonly subject: string;
}

/** So many are looked at, the newest: an old repository may have hundreds. */
const MOST = 50;

/**
 * What others sent for review, newest first.
 * @param refs all branches that are known
 * @param me who saves versions here: one's own is nothing to review
 */
export async function openReviews(
  git: StudyGit,
  refs: readonly GitRef[],
  { sharedThere, review }: Place,
  me: string | undefined,
): Promise<Review[]> {
  if (sharedThere === undefined) return [];
  const remote = sharedThere.name.slice(0, sharedThere.name.indexOf('/') + 1);
  const own = new Set([sharedThere.name, `${remote}${review}`]);
  const sent = refs.filter(({ kind, name }) => kind === 'remote' && name.startsWith(remote) && !own.has(name));
  const open: Review[] = [];
  for (const ref of sent.filter(({ author }) => author !== me).slice(0, MOST)) {
    if (await isTaken(git, ref.commit, sharedThere.commit)) continue;
    const { name, commit, author, date, subject } = ref;
    open.push({ ref: name, name: ownName(name), commit, author, date, subject });
  }
  return open;
}

/** Whether all that a branch brings is in the shared work, as versions or as the files it changed (a web page may have made one version of several). */
export async function isTaken(git: StudyGit, branch: string, shared: string): Promise<boolean> {
  if (await isIn(git, branch, shared)) return true;
  const left = await git.mergeBase(branch, shared);
  // Nothing in common: something else is kept there.
  if (left === undefined) return true;
  const [before, after, now] = [
    await git.files({ commit: left }),
    await git.files({ commit: branch }),
    await git.files({ commit: shared }),
  ];
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths.every(path => after.get(path) === before.get(path) || after.get(path) === now.get(path));
}
