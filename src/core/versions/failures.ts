import type { UnderWay } from '../ports.js';
import { VersionFailure } from './failure.js';

/*
 * Every way in which saving, sending and getting versions can fail, in words for somebody who does not know git.
 * `details` are git's own words throughout.
 */

/** @param details what the system says */
export function noGit(details = ''): VersionFailure {
  return new VersionFailure(
    'no-git',
    'Git, the program that keeps versions, was not found on this computer.',
    'Install it from git-scm.com, then close this window and open it again.',
    details,
  );
}

export function noRepository(): VersionFailure {
  return new VersionFailure(
    'no-repository',
    'No versions are kept of this folder.',
    'Have versions kept here first, or open the copy of the study that your team gave you.',
  );
}

export function noIdentity(): VersionFailure {
  return new VersionFailure(
    'no-identity',
    'Nobody has said yet who saves versions here.',
    'Give your name and e-mail address: they stand beside each version you save, and are kept for this study only.',
  );
}

export function noRemote(): VersionFailure {
  return new VersionFailure(
    'no-remote',
    'This copy of the study is not connected with a place that you share with colleagues.',
    'Ask whoever set up the study to connect it. Versions can be saved on this computer until then.',
  );
}

export function rejected(details: string): VersionFailure {
  return new VersionFailure(
    'rejected',
    'Colleagues have sent work that is not here yet, so yours was not taken.',
    'Get colleagues’ work, then send again.',
    details,
  );
}

/** What is known of a lock. */
export interface LockFacts {
  /** Absolute path. */
  readonly file: string;
  /** When it was made, as a person writes it; undefined where it is gone by now. */
  readonly since: string | undefined;
  /** Programs that are at work in the repository, as far as the system tells; undefined where it does not tell. */
  readonly holders: readonly string[] | undefined;
}

export function locked({ file, since, holders }: LockFacts, details = ''): VersionFailure {
  const when = since === undefined ? '' : ` since ${since}`;
  const [message, remedy] =
    holders === undefined
      ? [
          `Another program is working on the versions of this study${when}, or broke off while it did.`,
          `Wait a moment and try again. If it stays so, close other programs that use this study; if none is running, delete the file ${file}.`,
        ]
      : holders.length > 0
        ? [
            `Another program is working on the versions of this study${when}: ${holders.join(', ')}.`,
            'Wait until it is done, or end it there, and try again.',
          ]
        : [
            `A program broke off while it worked on the versions of this study${when === '' ? '' : ` (${when.trim()})`}, and no git is at work in it any more on this computer.`,
            `If nobody uses this folder from another computer, delete the file ${file}, which it left behind, and try again.`,
          ];
  return new VersionFailure('locked', message, remedy, details === '' ? file : details);
}

/** @param branch one that could be gone on with, where there is one */
export function detached(branch: string | undefined): VersionFailure {
  const which = branch === undefined ? 'your own' : `“${branch}”`;
  return new VersionFailure(
    'detached',
    'An older version is open here, on which no work is going on: what is saved now could be lost from sight.',
    `Go back to the current work first: click the name at the left end of the status bar and choose ${which}.`,
  );
}

/** What each is called in a sentence. */
const BEGUN: Readonly<Record<UnderWay, string>> = {
  merge: 'Putting two versions together',
  squash: 'Putting two versions together',
  rebase: 'Putting your versions on top of others',
  'cherry-pick': 'Taking over a single version',
  revert: 'Taking back a version',
  stash: 'Putting back work that was set aside',
  bisect: 'A search through older versions',
};

/** @param files paths from the study that are not settled */
export function underWay(what: UnderWay, files: readonly string[] = []): VersionFailure {
  const remedy =
    what === 'bisect'
      ? 'End the search first; that goes back to where it began.'
      : files.length > 0
        ? 'Decide what is open in these files, then finish; or give it up, and everything is as it was before it began.'
        : 'Finish it first, or give it up: then everything is as it was before it began.';
  return new VersionFailure('under-way', `${BEGUN[what]} was begun here and not ended.`, remedy, what, files);
}

export function unreachable(details: string): VersionFailure {
  return new VersionFailure(
    'unreachable',
    'The place where the study is shared does not answer.',
    'Check the connection to the network and try again. If it stays so, ask whether the place has moved. What you saved is safe on this computer.',
    details,
  );
}

export function notAllowed(details: string): VersionFailure {
  return new VersionFailure(
    'not-allowed',
    'The place where the study is shared did not let you in.',
    'Sign in there again, or ask whoever looks after it whether you may read and send; then try again.',
    details,
  );
}

/**
 * @param files paths from the study
 * @param others how many files outside it are concerned
 */
export function filesInTheWay(files: readonly string[], others: number, details: string): VersionFailure {
  const count = files.length + others;
  const message =
    count === 1
      ? 'A file has changes here that no version holds yet; they would be overwritten.'
      : `${count} files have changes here that no version holds yet; they would be overwritten.`;
  const remedy =
    others === 0
      ? 'Save a version of them first, then try again.'
      : 'Save a version of them first, then try again. Those that do not belong to the study have to be saved in another way, or moved elsewhere.';
  return new VersionFailure('files-in-the-way', message, remedy, details, files);
}

/** @param where whether the check runs on this computer, or where the study is shared */
export function refusedByCheck(where: 'here' | 'there', details: string): VersionFailure {
  const whose = where === 'here' ? 'in this copy of the study' : 'where the study is shared';
  return new VersionFailure(
    'refused-by-check',
    `A check that is set up ${whose} refused it.`,
    'The check’s own words, in the details, say why. Mend that and try again, or ask whoever set it up.',
    details,
  );
}

export function signingFailed(details: string): VersionFailure {
  return new VersionFailure(
    'signing-failed',
    'Versions are to be signed with your key here, and signing did not work.',
    'Make sure that the key is there and unlocked, then try again; or have whoever set it up switch signing off.',
    details,
  );
}

export function diskRefuses(details: string): VersionFailure {
  return new VersionFailure(
    'disk',
    'The disk is full, or does not allow writing.',
    'Free some space, or make sure that you may write in this folder; then try again.',
    details,
  );
}

export function nameTaken(name: string): VersionFailure {
  return new VersionFailure('name-taken', `The name “${name}” is taken here already.`, 'Choose another name.');
}

export function nameUnfit(name: string): VersionFailure {
  return new VersionFailure(
    'other',
    `“${name}” cannot be the name of a piece of work.`,
    'Use letters, digits, hyphens and full stops within the name.',
  );
}

export function identityUnfit(): VersionFailure {
  return new VersionFailure(
    'no-identity',
    'A name and an e-mail address are needed, each on one line and without < and >.',
    'Write them as in a letter: Eva Adams, eva.adams@example.org.',
  );
}

export function overtaken(details = ''): VersionFailure {
  return new VersionFailure(
    'overtaken',
    'Another version was saved here in the meantime, so what was prepared does not fit any more.',
    'Do it once more: it then starts from the new version.',
    details,
  );
}

export function nothingToSave(): VersionFailure {
  return new VersionFailure(
    'nothing-to-save',
    'Everything is as in the last version.',
    'There is nothing to save. Code or write something first.',
  );
}

export function messageMissing(): VersionFailure {
  return new VersionFailure('other', 'The version has no description.', 'Write in a few words what changed.');
}

export function noVersionYet(): VersionFailure {
  return new VersionFailure(
    'no-version-yet',
    'No version has been saved here yet.',
    'Save a version first, then try again.',
  );
}

export function cancelled(): VersionFailure {
  return new VersionFailure(
    'cancelled',
    'Stopped, as you asked.',
    'Nothing was changed. Begin again whenever you like.',
  );
}

/** @param paths from the root of the repository */
export function foreignConflicts(paths: readonly string[]): VersionFailure {
  return new VersionFailure(
    'other',
    'Files were changed or renamed on both sides in ways that do not fit together and that Verbatim cannot decide about.',
    'Somebody who knows git has to put these together; the details name them.',
    paths.join('\n'),
    paths,
  );
}

export function openElsewhere(branch: string, folder: string): VersionFailure {
  return new VersionFailure(
    'other',
    `“${branch}” is being worked on in another folder, ${folder}.`,
    'Go on there, or close it there first.',
  );
}

export function brokenOff(details: string): VersionFailure {
  return new VersionFailure(
    'other',
    'Git was ended from outside before it was done.',
    'Nothing was changed. Try again.',
    details,
  );
}

/** @param files paths from the study that are half changed */
export function halfDone(files: readonly string[], details: string): VersionFailure {
  return new VersionFailure(
    'other',
    'Git broke off on the way to the other version, and some files could not be put back.',
    'Make sure that there is space on the disk and that you may write there. Then put these files back as the last version has them (in VS Code: “Discard Changes”), and try again.',
    details,
    files,
  );
}

/** @param what it was to do, as it follows “could not” */
export function otherFailure(what: string, details: string): VersionFailure {
  const said =
    details.trim() === ''
      ? ''
      : ' The details say what git answered; whoever looks after your computers can tell more.';
  return new VersionFailure('other', `Git could not ${what}. Nothing was changed.`, `Try again.${said}`, details);
}
