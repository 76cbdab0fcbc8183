import * as fs from 'node:fs/promises';
import path from 'node:path';
import { refusedByCheck } from '../../core/versions/failures.js';
import { said } from './gitFailure.js';
import { hasHook } from './hooks.js';
import type { Place } from './place.js';
import { runGit } from './runGit.js';

/** What git before 2.36 says, which cannot be asked to run a hook. */
const TOO_OLD = /is not a git command/;

/**
 * The message of a combined version as the person's check of messages leaves it, where there is such a check.
 * @param folder absolute path of a folder for the message
 * @throws `VersionFailure` where the check is against it
 */
export async function checkedMessage(place: Place, folder: string, message: string): Promise<string> {
  if (!(await hasHook(place, ['commit-msg']))) return message;
  const file = path.join(folder, 'message');
  await fs.writeFile(file, message);
  const args = ['hook', 'run', '--ignore-missing', 'commit-msg', '--', file];
  const answer = await runGit({ folder: place.top, args, purpose: 'check the description' });
  if (answer.code !== 0 && !TOO_OLD.test(answer.stderr)) throw refusedByCheck('here', said(answer));
  return fs.readFile(file, 'utf8');
}
