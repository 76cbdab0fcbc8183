import * as fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { diskRefuses, locked } from '../../core/versions/failures.js';
import { isAlive, withLock } from '../lock.js';
import { lockFacts } from './lockFacts.js';
import type { Place } from './place.js';

/** How long a lock that others hold is waited for, in milliseconds: editors look at a repository for moments all the time. */
const PATIENCE = 2000;
const RETRY_AFTER = 25;
/** How a lock of ours begins, which no index does. */
const OURS = 'verbatim ';

/** What a lock of ours says: whoever finds it left behind can put the index in order. */
export interface LockNote {
  readonly pid: number;
  readonly host: string;
  /** The current version when the lock was taken: full id, or empty where there was none. */
  readonly head: string;
  /** Name of the temporary folder beside the index. */
  readonly folder: string;
}

/**
 * Takes git's own lock on the index, so that nobody else changes it. Locks that a killed Verbatim left behind are handed to `mend`.
 * @param mend puts the index in order for whoever left the lock; the lock is still there meanwhile, and removed after it
 * @returns what gives it back
 * @throws `VersionFailure` where somebody else keeps it
 */
export async function lockIndex(
  place: Place,
  note: Omit<LockNote, 'pid' | 'host'>,
  mend: (left: LockNote) => Promise<void>,
): Promise<() => Promise<void>> {
  const file = path.join(place.gitDir, 'index.lock');
  const text = OURS + JSON.stringify({ pid: process.pid, host: os.hostname(), ...note });
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      await fs.writeFile(file, text, { flag: 'wx' });
      return () => fs.rm(file, { force: true });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'EEXIST') throw diskRefuses(message);
    }
    const left = await noteIn(file);
    if (left !== undefined && isLeft(left))
      await withLock(path.join(place.gitDir, 'verbatim.lock'), () => takeAway(file, mend));
    else if (Date.now() > end) throw locked(await lockFacts(place, file));
    else await new Promise(resolve => setTimeout(resolve, RETRY_AFTER));
  }
}

/** Several programs may find it at once; the first does it for all. */
async function takeAway(file: string, mend: (left: LockNote) => Promise<void>): Promise<void> {
  const left = await noteIn(file);
  if (left === undefined || !isLeft(left)) return;
  await mend(left);
  await fs.rm(file, { force: true });
}

function isLeft({ host, pid }: LockNote): boolean {
  return host === os.hostname() && !isAlive(pid);
}

async function noteIn(file: string): Promise<LockNote | undefined> {
  const text = await fs.readFile(file, 'latin1').catch(() => '');
  if (!text.startsWith(OURS)) return undefined;
  try {
    const note = JSON.parse(text.slice(OURS.length)) as LockNote;
    return /^verbatim-\w+$/.test(note.folder) && /^(?:[0-9a-f]{40,64})?$/.test(note.head) ? note : undefined;
  } catch {
    return undefined;
  }
}
