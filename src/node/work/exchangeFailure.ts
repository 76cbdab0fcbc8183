import { existsSync } from 'node:fs';
import path from 'node:path';
import type { VersionFailure } from '../../core/versions/failure.js';
import { notAllowed, refusedByCheck, rejected, unreachable } from '../../core/versions/failures.js';
import { gitPieces } from '../gitOutput.js';
import { failureOf, said } from './gitFailure.js';
import { hasHook } from './hooks.js';
import type { Place } from './place.js';
import type { GitAnswer } from './runGit.js';

/** Somebody was faster, be it in the same second. */
const OUTDATED = /\((?:fetch first|non-fast-forward|stale info|needs force)\)|is at [0-9a-f]+ but expected/;
/** The other side took nothing: a hook, a rule for this branch, or whatever it says. */
const DECLINED = /\[remote rejected\]/;
const NO_RIGHTS = /insufficient permission|unable to create temporary object directory/;
const NOT_ALLOWED =
  /Authentication failed|Permission denied|could not read (?:Username|Password)|terminal prompts disabled|Host key verification failed|HTTP 40[13]|error: 40[13]|access denied|not authorized|dubious ownership/i;
const UNREACHABLE =
  /Could not resolve|Couldn't resolve|unable to access|unable to connect|unable to look up|Connection (?:refused|reset|timed out|closed)|timed out|Network is unreachable|No route to host|does not appear to be a git repository|not found|Could not read from remote repository|hung up unexpectedly|early EOF|No such file or directory/i;

/**
 * Why git failed at exchanging versions with a remote.
 * @param purpose as it follows “could not”
 * @param checks the hooks that run before
 */
export async function exchangeFailure(
  place: Place,
  remote: string,
  purpose: string,
  answer: GitAnswer,
  checks: readonly string[],
): Promise<VersionFailure> {
  const details = said(answer);
  // With `--porcelain` git says in lines of a fixed form what became of each branch; `!` is what was not taken.
  const refused = answer.stdout.split('\n').find(line => line.startsWith('!\t'));
  if (refused !== undefined && OUTDATED.test(refused)) return rejected(details);
  if (refused !== undefined && DECLINED.test(refused)) {
    return NO_RIGHTS.test(answer.stderr) ? notAllowed(details) : refusedByCheck('there', details);
  }
  // Git itself ends with 128; with 1 and without a word about branches it was a check before sending.
  const isCheck = answer.code === 1 && refused === undefined && (await hasHook(place, checks));
  if (isCheck) return refusedByCheck('here', details);
  const folder = await folderOf(place, remote);
  if (folder !== undefined && !existsSync(folder)) return unreachable(details);
  const local = await failureOf(place, purpose, answer);
  if (local.kind === 'locked') return local;
  if (NOT_ALLOWED.test(answer.stderr)) return notAllowed(details);
  return UNREACHABLE.test(answer.stderr) ? unreachable(details) : local;
}

/** The folder that a remote is, where it is one on a disk. */
async function folderOf(place: Place, remote: string): Promise<string | undefined> {
  const args = ['config', '--get', `remote.${remote}.url`];
  const purpose = 'read the settings of the repository';
  const [url = ''] = await gitPieces({ folder: place.top, args, purpose, answers: [1] }, '\n');
  if (url.startsWith('file://')) return decodeURIComponent(url.slice('file://'.length));
  const isFolder = path.isAbsolute(url) || /^\.{1,2}(?:\/|$)/.test(url);
  return isFolder ? path.resolve(place.top, url) : undefined;
}
