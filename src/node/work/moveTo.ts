import type { VersionFailure } from '../../core/versions/failure.js';
import { filesInTheWay, overtaken } from '../../core/versions/failures.js';
import { failureOf, said } from './gitFailure.js';
import { hasHook } from './hooks.js';
import { refuseInTheWay } from './inTheWay.js';
import { ownGit } from './ownGit.js';
import { headOf, type IndexCopy, type LockedIndex } from './ownIndex.js';
import type { Place } from './place.js';
import { putBack } from './putBack.js';
import { type GitAnswer, runGit } from './runGit.js';
import { inStudy } from './underWay.js';

/** Nobody's files are set aside meanwhile. */
const CAREFUL = ['-c', 'merge.autoStash=false', '-c', 'submodule.recurse=false'];
const PURPOSE = 'go on to the other version';

/**
 * Moves files, index and branch forward to a version at once.
 * @param from full id of the current version
 * @param to full id of one that was made on it
 * @throws `VersionFailure` where files are in the way, or git fails at it; everything then is as it was
 */
export async function moveTo(place: Place, index: LockedIndex, from: string, to: string): Promise<void> {
  // What settings say of merging this branch does not hold here.
  const how = ['--ff-only', '--no-squash', '--quiet', '--no-stat', '--no-overwrite-ignore'];
  const args = [...CAREFUL, 'merge', ...how, to];
  await moveFiles(place, index, from, to, async copy => {
    const failure = await moving(place, index, copy, args);
    // Git's exit code may be that of a hook that runs afterwards.
    if ((await headOf(place)) !== to) throw failure ?? overtaken();
  });
}

/**
 * Goes over to a version of another branch, and to that branch.
 * @param from full id of the current version
 * @param to full id of the version that the other branch stands for
 * @throws as `moveTo` does
 */
export async function moveToBranch(
  place: Place,
  index: LockedIndex,
  from: string,
  to: string,
  branch: string,
): Promise<void> {
  const head = ['symbolic-ref', '-m', `checkout: moving to ${branch}`, 'HEAD', `refs/heads/${branch}`];
  await moveFiles(place, index, from, to, async copy => {
    // `git checkout` would go over to the branch also where it could not write a file.
    const failure = await moving(place, index, copy, [...CAREFUL, 'read-tree', '-m', '-u', from, to]);
    if (failure !== undefined) throw failure;
    await ownGit(place, { args: head, purpose: PURPOSE });
  });
  await afterSwitch(place, from, to);
}

/** @param go moves the files, and with them a copy of the index, and tells HEAD; where it throws, the files are put back */
async function moveFiles(
  place: Place,
  index: LockedIndex,
  from: string,
  to: string,
  go: (copy: IndexCopy) => Promise<void>,
): Promise<void> {
  const [before, copy] = [await index.copy('before'), await index.copy('moved')];
  const apart = await refuseInTheWay(place, copy, from, to);
  try {
    await go(copy);
  } catch (error) {
    await putBack(place, before, from, to, apart);
    throw error;
  }
  await index.install(copy);
}

/** Has git move files. @returns why it failed; undefined where it did not */
async function moving(
  place: Place,
  { worker }: LockedIndex,
  { variables }: IndexCopy,
  args: readonly string[],
): Promise<unknown> {
  try {
    const answer = await runGit({ folder: place.top, args, purpose: PURPOSE, variables, worker });
    return answer.code === 0 ? undefined : await failureToMove(place, answer);
  } catch (error) {
    return error;
  }
}

/** Git has reasons of its own to find a file in the way, such as one where a folder is to be. */
async function failureToMove(place: Place, answer: GitAnswer): Promise<VersionFailure> {
  if (!/would be (?:overwritten|removed)|would lose untracked files|not uptodate/.test(answer.stderr)) {
    return failureOf(place, PURPOSE, answer);
  }
  const names = [...answer.stderr.matchAll(/^\t(.+)$|^error: (?:Untracked working tree file|Entry) '(.+?)' /gm)];
  const { files, others } = inStudy(
    place,
    names.map(([, listed, named]) => listed ?? named ?? ''),
  );
  return filesInTheWay(files, others.length, said(answer));
}

/** The person's own hook for this, whose result nobody minds; git before 2.36 cannot be asked to run it. */
async function afterSwitch(place: Place, from: string, to: string): Promise<void> {
  if (!(await hasHook(place, ['post-checkout']))) return;
  const args = ['hook', 'run', '--ignore-missing', 'post-checkout', '--', from, to, '1'];
  await runGit({ folder: place.top, args, purpose: 'run a check' }).catch(() => undefined);
}
