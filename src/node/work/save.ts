import { messageMissing, noIdentity, nothingToSave, overtaken, refusedByCheck } from '../../core/versions/failures.js';
import { failureOf, said } from './gitFailure.js';
import { hasHook } from './hooks.js';
import { identityIn } from './identity.js';
import { follow, headOf, type IndexCopy, type LockedIndex, withIndex } from './ownIndex.js';
import type { Place } from './place.js';
import { refuseUnderWay, requireBranch } from './ready.js';
import { runGit } from './runGit.js';
import { resetTo, takeChanged } from './unsaved.js';

/**
 * Makes a version of these files of the study and of no others, whatever else is changed or staged.
 * @param paths from the study (NFC); those that are as in the last version are passed over
 * @returns full id of the commit
 * @throws `VersionFailure`, with files, index and branch as they were
 */
export async function save(place: Place, paths: readonly string[], message: string): Promise<string> {
  if (message.trim() === '') throw messageMissing();
  if ((await identityIn(place)) === undefined) throw noIdentity();
  return withIndex(place, async index => {
    await refuseUnderWay(place);
    await requireBranch(place);
    const wanted = new Set(paths);
    // What is to be saved is the last version with these files as they are now; what others staged stays out of it.
    const next = await index.copy('next');
    await resetTo(place, next, index.head);
    const changed = await takeChanged(place, next, index.head, file => wanted.has(file));
    if (changed.size === 0) throw nothingToSave();
    const failure = await commit(place, index, message, next);
    const made = await headOf(place);
    // Only what came after it can have failed where there is a new version.
    if (made === undefined || made === index.head) throw failure ?? overtaken();
    // The index takes in what is in the new version, also what a hook changed; all else stays as it is.
    const copy = await index.copy('index');
    await follow(place, copy, index.head, made);
    await index.install(copy);
    return made;
  });
}

/** @returns why git failed; undefined where it did not */
async function commit(place: Place, index: LockedIndex, message: string, next: IndexCopy): Promise<unknown> {
  const purpose = 'save the version';
  const options = ['--quiet', '--no-edit', '--cleanup=whitespace', '--file=-'];
  const args = ['-c', 'i18n.commitEncoding=UTF-8', 'commit', ...options];
  const run = { folder: place.top, args, purpose, input: message, variables: next.variables, worker: index.worker };
  try {
    const answer = await runGit(run);
    if (answer.code === 0) return undefined;
    // Git ends with 1 where a hook ends it, and with 128 where it fails itself.
    const isCheck = answer.code === 1 && (await hasHook(place, ['pre-commit', 'prepare-commit-msg', 'commit-msg']));
    return isCheck ? refusedByCheck('here', said(answer)) : await failureOf(place, purpose, answer);
  } catch (error) {
    return error;
  }
}
