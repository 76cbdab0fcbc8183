import {
  detached,
  nameTaken,
  nameUnfit,
  noVersionYet,
  openElsewhere,
  otherFailure,
  overtaken,
} from '../../core/versions/failures.js';
import { requireFullId } from '../gitFiles.js';
import { branchAndBase } from '../gitHead.js';
import { gitPieces } from '../gitOutput.js';
import { setting } from './identity.js';
import { moveTo, moveToBranch } from './moveTo.js';
import { ownGit } from './ownGit.js';
import { headOf, withIndex } from './ownIndex.js';
import type { Place } from './place.js';
import { refuseUnderWay } from './ready.js';
import { runGit } from './runGit.js';

const HEADS = 'refs/heads/';

/**
 * Starts a branch at the current version and goes on with it; no file changes.
 * @param base short name of what it is to be merged into, which is noted where VS Code notes it
 * @param leaveAt full id of the version at which the branch that was current stays behind
 * @throws `VersionFailure`, with branches and settings as they were
 */
export async function startBranch(
  place: Place,
  name: string,
  base: string | undefined,
  leaveAt?: string,
): Promise<void> {
  if (leaveAt !== undefined) requireFullId(leaveAt);
  await requireName(place, name);
  await withIndex(place, async index => {
    await refuseUnderWay(place);
    const { head } = index;
    if (head === undefined) throw noVersionYet();
    if ((await tipOf(place, name)) !== undefined) throw nameTaken(name);
    if (leaveAt !== undefined && !(await isIn(place, leaveAt, head))) throw overtaken(`${leaveAt} … ${head}`);
    const left = (await branchAndBase(place.root)).branch;
    await noteBase(place, name, base);
    const { variables } = await index.copy('branch');
    const run = {
      args: ['checkout', '--quiet', '--no-track', '-b', name],
      purpose: 'begin a piece of work',
      variables,
    };
    const failure = await ownGit(place, run).then(
      () => undefined,
      (error: unknown) => error,
    );
    // A hook that runs afterwards may end with anything.
    if ((await branchAndBase(place.root)).branch === name) {
      if (leaveAt !== undefined && left !== undefined) await pointTo(place, left, leaveAt, head);
      return;
    }
    await noteBase(place, name, undefined);
    // Git makes the branch before it finds out that it cannot go over to it.
    await pointTo(place, name, undefined, await tipOf(place, name));
    throw failure ?? otherFailure(run.purpose, '');
  });
}

/** Notes what a branch is to be merged into. @param base undefined: forgets it */
export async function noteBase(place: Place, branch: string, base: string | undefined): Promise<void> {
  await setting(place, `branch.${branch}.vscode-merge-base`, base);
}

/**
 * Goes on with another local branch.
 * @param to full id of what it is moved forward to before; where there is no such branch yet, it begins there
 * @throws `VersionFailure`, with files, index and branches as they were
 */
export async function switchTo(place: Place, branch: string, to: string | undefined): Promise<void> {
  await requireName(place, branch);
  if (to !== undefined) requireFullId(to);
  await withIndex(place, async index => {
    await refuseUnderWay(place);
    if (index.head === undefined) throw noVersionYet();
    const here = (await branchAndBase(place.root)).branch;
    const tip = await tipOf(place, branch);
    const target = to ?? tip;
    if (target === undefined) throw otherFailure(`find the work “${branch}”`, '');
    if (tip !== undefined && !(await isIn(place, tip, target))) throw overtaken(`${branch}: ${tip} … ${target}`);
    if (here === branch) {
      if (target !== tip) await moveTo(place, index, index.head, target);
      return;
    }
    if (here === undefined && !(await isKept(place, index.head))) throw detached(undefined);
    const elsewhere = await folderOf(place, branch);
    if (elsewhere !== undefined) throw openElsewhere(branch, elsewhere);
    await pointTo(place, branch, target, tip);
    try {
      await moveToBranch(place, index, index.head, target, branch);
    } catch (error) {
      await pointTo(place, branch, tip, target);
      throw error;
    }
  });
}

/**
 * Forgets a local branch and what is noted of it.
 * @throws `VersionFailure` where it is the current one, or has versions that the current one has not
 */
export async function forgetBranch(place: Place, name: string): Promise<void> {
  await requireName(place, name);
  const tip = await tipOf(place, name);
  if (tip === undefined) return;
  const purpose = `forget the work “${name}”`;
  const { branch } = await branchAndBase(place.root);
  const head = await headOf(place);
  const isHere = branch !== name && head !== undefined && (await isIn(place, tip, head));
  if (!isHere || (await folderOf(place, name)) !== undefined) throw otherFailure(purpose, '');
  await pointTo(place, name, undefined, tip);
  await ownGit(place, { args: ['config', '--remove-section', `branch.${name}`], purpose, answers: [1, 128] });
}

/** Moves a branch that is not checked out. @param to, from full ids; undefined: no such branch */
async function pointTo(place: Place, branch: string, to: string | undefined, from: string | undefined): Promise<void> {
  if (to === from) return;
  const none = '0'.repeat((to ?? from ?? '').length);
  const ref = `${HEADS}${branch}`;
  const args = to === undefined ? ['-d', ref, from ?? none] : ['-m', 'Verbatim: moved forward', ref, to, from ?? none];
  await ownGit(place, { args: ['update-ref', ...args], purpose: 'move the work forward' });
}

/** Full id of what a local branch stands for; undefined where there is no such branch. */
export async function tipOf(place: Place, branch: string): Promise<string | undefined> {
  const args = ['rev-parse', '--quiet', '--verify', `${HEADS}${branch}^{commit}`];
  const purpose = 'look up the work';
  return (await gitPieces({ folder: place.top, args, purpose, answers: [1] }, '\n'))[0];
}

/** Whether a version is in the history of another one. Full ids. */
async function isIn(place: Place, older: string, newer: string): Promise<boolean> {
  if (older === newer) return true;
  const args = ['merge-base', older, newer];
  const purpose = 'compare two versions';
  return (await gitPieces({ folder: place.top, args, purpose, answers: [1] }, '\n'))[0] === older;
}

/** Whether any branch or tag holds a version, so that it stays when nobody is at it. */
async function isKept(place: Place, commit: string): Promise<boolean> {
  const args = ['for-each-ref', '--count=1', `--contains=${commit}`, '--format=%(refname)'];
  return (await gitPieces({ folder: place.top, args, purpose: 'look for a version' }, '\n')).length > 0;
}

/** The other folder in which a branch is checked out. */
async function folderOf(place: Place, branch: string): Promise<string | undefined> {
  const args = ['worktree', 'list', '--porcelain'];
  let folder = '';
  for (const line of await gitPieces({ folder: place.top, args, purpose: 'look for other folders' }, '\n')) {
    if (line.startsWith('worktree ')) folder = line.slice('worktree '.length);
    if (line === `branch ${HEADS}${branch}`) return folder;
  }
  return undefined;
}

/** @throws `VersionFailure` where something cannot be the name of a branch */
async function requireName(place: Place, name: string): Promise<void> {
  const run = { folder: place.top, args: ['check-ref-format', `${HEADS}${name}`], purpose: 'check a name' };
  if (name.startsWith('-') || name === 'HEAD' || (await runGit(run)).code !== 0) throw nameUnfit(name);
}
