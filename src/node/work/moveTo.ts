import { filesInTheWay, overtaken } from '../../core/versions/failures.js';
import { failureOf, said } from './gitFailure.js';
import { refuseInTheWay } from './inTheWay.js';
import { headOf, type LockedIndex } from './ownIndex.js';
import type { Place } from './place.js';
import { putBack } from './putBack.js';
import { type GitAnswer, runGit } from './runGit.js';
import { inStudy } from './underWay.js';

/** Nobody's files are set aside meanwhile, and what git is told to ignore is not overwritten either. */
const CAREFUL = ['-c', 'merge.autoStash=false', '-c', 'submodule.recurse=false'];

/**
 * Moves files, index and branch forward to a version at once.
 * @param from full id of the current version
 * @param to full id of one that was made on it
 * @throws `VersionFailure` where files are in the way, or git fails at it; everything then is as it was
 */
export async function moveTo(place: Place, index: LockedIndex, from: string, to: string): Promise<void> {
  const args = ['merge', '--ff-only', '--quiet', '--no-stat', '--no-overwrite-ignore', to];
  await moveBy(place, index, from, to, args, async () => (await headOf(place)) === to);
}

/**
 * Has git move the files from one version to another.
 * @param args of git, which may move HEAD or a branch as well
 * @param isDone whether that has happened: git's exit code may be that of a hook that runs afterwards
 */
export async function moveBy(
  place: Place,
  index: LockedIndex,
  from: string,
  to: string,
  args: readonly string[],
  isDone: () => Promise<boolean>,
): Promise<void> {
  const copy = await index.copy('moved');
  const apart = await refuseInTheWay(place, copy, from, to);
  const purpose = 'go on to the other version';
  const run = {
    folder: place.top,
    args: [...CAREFUL, ...args],
    purpose,
    variables: copy.variables,
    worker: index.worker,
  };
  const failure = await runGit(run).then(
    answer => (answer.code === 0 ? undefined : failureToMove(place, purpose, answer)),
    (error: unknown) => error,
  );
  if (await isDone()) return index.install(copy);
  await putBack(place, index, from, to, apart);
  throw failure ?? overtaken();
}

/** Git has reasons of its own to find a file in the way, such as one where a folder is to be. */
function failureToMove(place: Place, purpose: string, answer: GitAnswer): unknown {
  if (!/would be (?:overwritten|removed)|would lose untracked files/.test(answer.stderr)) {
    return failureOf(place, purpose, answer);
  }
  const names = [...answer.stderr.matchAll(/^\t(.+)$/gm)].map(([, name = '']) => name);
  const { files, others } = inStudy(place, names);
  return filesInTheWay(files, others.length, said(answer));
}
