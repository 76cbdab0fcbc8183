import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Commit, StudyGit, UnderWay } from '../../../core/ports.js';
import { gitPieces } from '../../gitOutput.js';
import type { Sides } from './bothChanged.js';
import { mergeOf, pickOf, revertOf, squashedTip } from './sides.js';
import type { Stages } from './unmerged.js';

/** What git is in the middle of, and what it is putting together. */
export interface Begun extends Sides {
  readonly underWay: UnderWay;
}

type Unmerged = ReadonlyMap<string, Stages>;

const FILES = ['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'SQUASH_MSG', 'rebase-merge', 'rebase-apply'] as const;

/**
 * What git is in the middle of in the repository of a study; undefined where it is in the middle of nothing that puts versions together.
 * Where only the conflicts themselves are known, both sides are the last version.
 * @param folder absolute path of the study
 * @param unmerged the files that are conflicts
 */
export async function whatIsBegun(folder: string, git: StudyGit, unmerged: Unmerged): Promise<Begun | undefined> {
  const [head, state] = await Promise.all([git.commit('HEAD'), stateFiles(folder)]);
  if (head === undefined) return undefined;
  const underWay = kindOf(state, unmerged);
  if (underWay === undefined) return undefined;
  const sides = await sidesOf(underWay, { folder, git, head: head.id, state, unmerged });
  // The message of a squash stays behind where somebody goes back by hand.
  if (underWay === 'squash' && (sides === undefined || sides.bases.includes(sides.theirs))) {
    return unmerged.size === 0 ? undefined : { underWay, ...nothingKnown(head.id) };
  }
  if (sides === undefined && unmerged.size === 0) return undefined;
  return { underWay, ...(sides ?? nothingKnown(head.id)) };
}

const nothingKnown = (head: string): Sides => ({ ours: head, theirs: head, bases: [head] });

interface Where {
  readonly folder: string;
  readonly git: StudyGit;
  readonly head: string;
  readonly state: State;
  readonly unmerged: Unmerged;
}

function kindOf(state: State, unmerged: Unmerged): UnderWay | undefined {
  if (state.has('rebase-merge') || state.has('rebase-apply')) return 'rebase';
  if (state.has('MERGE_HEAD')) return 'merge';
  if (state.has('CHERRY_PICK_HEAD')) return 'cherry-pick';
  if (state.has('REVERT_HEAD')) return 'revert';
  if (state.has('SQUASH_MSG')) return 'squash';
  return unmerged.size > 0 ? 'stash' : undefined;
}

async function sidesOf(underWay: UnderWay, { folder, git, head, state, unmerged }: Where): Promise<Sides | undefined> {
  const merged = async (name: string): Promise<Sides | undefined> => {
    const other = await git.commit(name);
    return other && mergeOf(folder, head, other.id);
  };
  const picked = async (name: string): Promise<Sides | undefined> => {
    const commit = await git.commit(name);
    return commit && pickOf(head, commit, await parentOf(git, commit, unmerged));
  };
  // Where a rebase makes a merge anew, it is that which stopped.
  if (underWay === 'merge' || (underWay === 'rebase' && state.has('MERGE_HEAD'))) return merged('MERGE_HEAD');
  if (underWay === 'rebase') return picked('REBASE_HEAD');
  if (underWay === 'cherry-pick') return picked('CHERRY_PICK_HEAD');
  if (underWay === 'revert') return revertOf(head, await git.commit('REVERT_HEAD'));
  if (underWay === 'squash') {
    const tip = squashedTip(await readFile(state.get('SQUASH_MSG') ?? '', 'utf8'));
    return tip === undefined ? undefined : merged(tip);
  }
  // What a stash sets aside is a commit on the one it was made at.
  const stash = await git.commit('refs/stash');
  const isIt = stash !== undefined && (await holds(git, stash.id, unmerged, 'theirs'));
  return isIt ? pickOf(head, stash, stash.parents[0]) : undefined;
}

/** The parent that a picked commit is compared with: of a merge the one that the conflicts come from. */
async function parentOf(git: StudyGit, commit: Commit, unmerged: Unmerged): Promise<string | undefined> {
  if (commit.parents.length < 2) return commit.parents[0];
  for (const parent of commit.parents) if (await holds(git, parent, unmerged, 'base')) return parent;
  return commit.parents[0];
}

async function holds(git: StudyGit, commit: string, unmerged: Unmerged, as: keyof Stages): Promise<boolean> {
  const files = await git.files({ commit });
  return [...unmerged].every(([file, stages]) => stages[as] === undefined || files.get(file) === stages[as]);
}

/** Where git writes down what it is at: absolute paths of those that are there. */
type State = ReadonlyMap<(typeof FILES)[number], string>;

async function stateFiles(folder: string): Promise<State> {
  const args = ['rev-parse', ...FILES.flatMap(name => ['--git-path', name])];
  const found = await gitPieces({ folder, args, purpose: 'tell what it is at' }, '\n');
  const paths = FILES.map((name, i) => [name, path.resolve(folder, found[i] ?? '')] as const);
  return new Map(paths.filter(([, file]) => existsSync(file)));
}
