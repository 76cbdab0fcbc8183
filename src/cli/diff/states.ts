import type { FileStore, StudyGit } from '../../core/ports.js';
import { commonBase, INDEX, resolveState, WORKING } from '../../core/review/names.js';
import type { Snapshot } from '../../core/review/state.js';
import { didYouMean, nearest } from '../near.js';
import { Refusal } from '../refusal.js';

const HEAD = 'HEAD';

/** Two states that are to be compared. */
export interface Compared {
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Where `before` is what two states have in common: the name of the first of them. */
  readonly branchedOff?: string;
  /** Undefined where there is no history to ask. */
  readonly git: StudyGit | undefined;
}

/**
 * The two states that arguments name: none for what changed since the last version, one for what changed since that, two, or `A...B` for what
 * B changed since the two went apart.
 * @throws Refusal where a name is not known, or there is no history
 */
export async function comparedStates(store: FileStore, names: readonly string[]): Promise<Compared> {
  const git = await store.git?.();
  const state = (name: string): Promise<Snapshot> => named(store, git, name);
  const [first, second] = names;
  const [, from, dots, to] = second === undefined ? (/^(.*?)(\.{2,3})(.*)$/s.exec(first ?? '') ?? []) : [];
  if (dots !== '...') {
    // Both of “A..B” and “A B” are understood.
    const [before, after] = dots === undefined ? [first, second] : [from, to];
    if (before === undefined) await requireSaved(git);
    return { before: await state(before || HEAD), after: await state(after || WORKING), git };
  }
  const [trunk, after] = [await state(from || HEAD), await state(to || WORKING)];
  const before = git && (await commonBase(git, trunk.name, after.name));
  if (before === undefined) {
    throw new Refusal(
      'no-common-version',
      `${from || HEAD} and ${to || WORKING} have no saved version in common.`,
      'Compare them as they are, with a space between them. In a shallow clone, git fetch --unshallow may help.',
    );
  }
  return { before, after, branchedOff: from || HEAD, git };
}

async function named(store: FileStore, git: StudyGit | undefined, name: string): Promise<Snapshot> {
  const found = await resolveState(store, git, name);
  if (found !== undefined) return found;
  if (git === undefined) throw noHistory();
  const known = [WORKING, INDEX, HEAD, ...(await git.refs()).map(ref => ref.name)];
  const near = nearest(name, known);
  throw new Refusal(
    'unknown-version',
    `There is no version “${name}”.`,
    didYouMean(near, 'git branch --all and git tag list what there is; :working and :index are names as well.'),
    { near },
  );
}

async function requireSaved(git: StudyGit | undefined): Promise<void> {
  if (git === undefined) throw noHistory();
  if ((await git.head()).commit !== undefined) return;
  throw new Refusal(
    'nothing-saved',
    'No version of this study has been saved yet, so there is nothing to compare with.',
    'Make the first one with git commit.',
  );
}

function noHistory(): Refusal {
  return new Refusal(
    'no-history',
    'There is no history of this study: it is in no git repository, or git cannot be asked.',
    'Check that git is installed and answers to git status in the folder of the study.',
  );
}
