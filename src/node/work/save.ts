import { messageMissing, noIdentity, nothingToSave, overtaken, refusedByCheck } from '../../core/versions/failures.js';
import { failureOf, said } from './gitFailure.js';
import { hasHook } from './hooks.js';
import { identityIn } from './identity.js';
import { ownGit } from './ownGit.js';
import { follow, headOf, type LockedIndex, withIndex } from './ownIndex.js';
import type { Place } from './place.js';
import { refuseUnderWay, requireBranch } from './ready.js';
import { runGit } from './runGit.js';
import { changedFiles, resetTo } from './unsaved.js';

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
    const changed = [...(await changedFiles(place, next))].filter(([file]) => wanted.has(file));
    if (changed.length === 0) throw nothingToSave();
    const args = ['update-index', '-z', '--add', '--remove', '--replace', '--stdin'];
    const input = changed.map(([, name]) => `${name}\0`).join('');
    const purpose = 'take the files into the version';
    await ownGit(place, { args, purpose, input, variables: next.variables, folder: place.root });
    await commit(place, message, next.variables);
    return concluded(place, index);
  });
}

async function commit(place: Place, message: string, variables: { GIT_INDEX_FILE: string }): Promise<void> {
  const purpose = 'save the version';
  const args = [
    '-c',
    'i18n.commitEncoding=UTF-8',
    'commit',
    '--quiet',
    '--no-edit',
    '--cleanup=whitespace',
    '--file=-',
  ];
  const answer = await runGit({ folder: place.top, args, purpose, input: message, variables });
  if (answer.code === 0) return;
  // Git ends with 1 where a hook ends it, and with 128 where it fails itself.
  const isCheck = answer.code === 1 && (await hasHook(place, ['pre-commit', 'prepare-commit-msg', 'commit-msg']));
  throw isCheck ? refusedByCheck('here', said(answer)) : await failureOf(place, purpose, answer);
}

/** Takes the new version into the index: its files, also where a hook changed them; everything else as it is. */
async function concluded(place: Place, index: LockedIndex): Promise<string> {
  const made = await headOf(place);
  if (made === undefined || made === index.head) throw overtaken();
  const copy = await index.copy('index');
  await follow(place, copy, index.head, made);
  await index.install(copy);
  return made;
}
