import { existsSync } from 'node:fs';
import path from 'node:path';
import type { VersionFailure } from '../../core/versions/failure.js';
import { notAllowed, refusedByCheck, rejected, unreachable } from '../../core/versions/failures.js';
import { gitPieces } from '../gitOutput.js';
import { failureOf, said } from './gitFailure.js';
import { hasHook } from './hooks.js';
import type { Place } from './place.js';
import type { GitAnswer } from './runGit.js';

const OUTDATED = /\((?:fetch first|non-fast-forward|stale info|needs force)\)/;
/** The other side took nothing because a check, or a rule for this branch, is against it. */
const DECLINED =
  /\[remote rejected\][^\n]*\((?:[^)]*hook declined|[^)]*protected[^)]*|[^)]*prohibited|[^)]*denied[^)]*|[^)]*refus[^)]*)/i;
const NOT_ALLOWED =
  /Authentication failed|Permission denied|could not read (?:Username|Password)|terminal prompts disabled|Host key verification failed|HTTP 40[13]|error: 40[13]|access denied|not authorized|dubious ownership/i;
const UNREACHABLE =
  /Could not resolve|Couldn't resolve|unable to access|unable to connect|unable to look up|Connection (?:refused|reset|timed out|closed)|timed out|Network is unreachable|No route to host|does not appear to be a git repository|not found|Could not read from remote repository|hung up unexpectedly|early EOF|No such file or directory/i;

/** Why git failed at exchanging versions with a remote. @param purpose as it follows “could not” */
export async function exchangeFailure(
  place: Place,
  remote: string,
  purpose: string,
  answer: GitAnswer,
): Promise<VersionFailure> {
  const details = said(answer);
  // With `--porcelain` git says in lines of a fixed form what became of each branch; `!` is what was not taken.
  const refused = answer.stdout.split('\n').find(line => line.startsWith('!\t'));
  if (refused !== undefined && OUTDATED.test(refused)) return rejected(details);
  if (refused !== undefined && DECLINED.test(refused)) return refusedByCheck('there', details);
  const folder = await folderOf(place, remote);
  if (folder !== undefined && !existsSync(folder)) return unreachable(details);
  const local = await failureOf(place, purpose, answer);
  if (local.kind === 'locked') return local;
  if (NOT_ALLOWED.test(answer.stderr)) return notAllowed(details);
  if (UNREACHABLE.test(answer.stderr)) return unreachable(details);
  // Git itself ends with 128; with 1 and without a word about branches it was a check before sending.
  const isCheck = answer.code === 1 && refused === undefined && purpose !== '' && (await hasHook(place, ['pre-push']));
  return isCheck ? refusedByCheck('here', details) : local;
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
