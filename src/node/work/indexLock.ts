import * as fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { diskRefuses, locked } from '../../core/versions/failures.js';
import { isAlive, withLock } from '../lock.js';
import { lockFacts } from './lockFacts.js';
import type { Place } from './place.js';

/** How long a lock that others hold is waited for, in milliseconds: editors look at a repository for moments all the time. */
const PATIENCE = 2000;
/** The same for one of ours, of each that has it in turn: they work for moments too, which are long ones on a busy machine. */
const PATIENCE_WITH_OURS = 15_000;
const RETRY_AFTER = 25;
/** How long a git of which nobody knows the id is taken to be at work, in milliseconds. */
const UNKNOWN_FOR = 60_000;
/** How a lock of ours begins, which no index does. */
const OURS = 'verbatim ';
/** The file in the temporary folder that has the id of the git that is at work; empty as long as it is being started. */
export const WORKER = 'worker';

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
  let end = Date.now() + PATIENCE;
  let holder = '';
  for (;;) {
    try {
      await create(file, text);
      return () => fs.rm(file, { force: true });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'EEXIST') throw diskRefuses(message);
    }
    const left = await noteIn(file);
    if (left !== undefined && left.folder !== holder && isAlive(left.pid)) {
      holder = left.folder;
      end = Date.now() + PATIENCE_WITH_OURS;
    }
    if (left !== undefined && (await isLeft(place, left)))
      await withLock(path.join(place.gitDir, 'verbatim.lock'), () => takeAway(place, file, mend));
    else if (Date.now() > end) throw locked(await lockFacts(place, file));
    else await new Promise(resolve => setTimeout(resolve, RETRY_AFTER));
  }
}

async function create(file: string, text: string): Promise<void> {
  const handle = await fs.open(file, 'wx');
  try {
    await handle.writeFile(text);
  } catch (error) {
    // A full disk has room for a file, and none for what is in it.
    await fs.rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Several programs may find it at once; the first does it for all. */
async function takeAway(place: Place, file: string, mend: (left: LockNote) => Promise<void>): Promise<void> {
  const left = await noteIn(file);
  if (left === undefined || !(await isLeft(place, left))) return;
  await mend(left);
  await fs.rm(file, { force: true });
}

/** Neither who took the lock nor the git that it started is there any more. */
async function isLeft(place: Place, { host, pid, folder }: LockNote): Promise<boolean> {
  if (host !== os.hostname() || isAlive(pid)) return false;
  const file = path.join(place.gitDir, folder, WORKER);
  const worker = await fs.readFile(file, 'utf8').catch(() => '0');
  if (worker !== '') return worker === '0' || !isAlive(Number(worker));
  // Killed in the moment of starting it: then nobody knows whether it is there.
  return Date.now() - (await fs.stat(file)).mtimeMs > UNKNOWN_FOR;
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
