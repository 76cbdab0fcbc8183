import { existsSync } from 'node:fs';
import path from 'node:path';
import type { VersionFailure } from '../../core/versions/failure.js';
import { diskRefuses, locked, otherFailure, signingFailed } from '../../core/versions/failures.js';
import { lockFacts } from './lockFacts.js';
import type { Place } from './place.js';
import type { GitAnswer } from './runGit.js';

const LOCK = /(?:Unable to create|could not lock[^']*?) '?(.+?\.lock)'?: File exists/;
const LOCKED_CONFIG = /could not lock config file (.+): File exists/;
const DISK =
  /No space left on device|Disk quota exceeded|Read-only file system|File too large|insufficient permission for adding an object|unable to write|unable to (?:append|create|open)[^\n]*: Permission denied/i;
const SIGNING = /failed to sign|gpg failed|signing failed|no signing key|load public key|user\.signingkey/i;

/** Why git failed at something that it does on this computer. @param purpose as it follows “could not” */
export async function failureOf(place: Place, purpose: string, answer: GitAnswer): Promise<VersionFailure> {
  const details = said(answer);
  const lock = await lockNamed(place, answer.stderr);
  if (lock !== undefined) return locked(await lockFacts(place, lock), details);
  if (DISK.test(answer.stderr)) return diskRefuses(details);
  if (SIGNING.test(answer.stderr)) return signingFailed(details);
  return otherFailure(purpose, details);
}

/** What git and its hooks wrote, for whoever wants to know. */
export function said(answer: GitAnswer): string {
  return [answer.stderr, answer.stdout]
    .map(text => text.trim())
    .join('\n')
    .trim();
}

/** The lock that git ran into; undefined where it ran into none. */
async function lockNamed(place: Place, stderr: string): Promise<string | undefined> {
  const config = LOCKED_CONFIG.exec(stderr)?.[1];
  const named = LOCK.exec(stderr)?.[1] ?? (config === undefined ? undefined : `${config}.lock`);
  if (named !== undefined) return path.resolve(place.top, named);
  const index = path.join(place.gitDir, 'index.lock');
  return /index\.lock/.test(stderr) && existsSync(index) ? index : undefined;
}
