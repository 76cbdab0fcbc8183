import * as fs from 'node:fs/promises';
import os from 'node:os';
import { orMissing } from './disk.js';

const RETRY_AFTER = 4;
const GIVE_UP_AFTER = 10_000;
/** A lock is held for milliseconds; one of this age, in milliseconds, was left behind by a machine that is not ours to ask. */
const ABANDONED_AFTER = 30_000;
/** The same for a lock without a holder, which is one for microseconds: its maker was killed before it signed. */
const UNSIGNED_AFTER = 1000;

/** What a disk without links says. */
const NO_LINKS: readonly string[] = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EISDIR'];

/** Absolute paths of the locks that this process holds. */
const held = new Set<string>();

/** What a process writes that holds something: its id and its machine. */
export function signature(): string {
  return `${process.pid}@${os.hostname()}`;
}

/**
 * Does a piece of work while no other process of Verbatim does its own under the same lock.
 * @param file absolute path of the lock file
 * @throws when another process keeps the lock for ten seconds; many that take turns are waited for as long as they do
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  let seen = '';
  let since = 0;
  for (let holder = await acquire(file); holder !== undefined; holder = await acquire(file)) {
    const now = Date.now();
    if (holder === '' || holder !== seen) {
      seen = holder;
      since = now;
    } else if (now - since > GIVE_UP_AFTER) {
      throw new Error(
        `Another program is writing to this study and does not finish. Nothing was written. If none is running, remove ${file}.`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, RETRY_AFTER * (0.5 + Math.random())));
  }
  try {
    return await work();
  } finally {
    await release(file);
  }
}

/** Numbers what this process signs, so that no two of its tries meet. */
let tries = 0;

/** @returns undefined where the lock is ours now, else who has it: another text whenever it was taken anew, an empty one where nobody has it any more */
async function acquire(file: string): Promise<string | undefined> {
  const holder = await removeAbandoned(file);
  if (holder !== '') return holder;
  const own = `${file}.${process.pid}.${++tries}`;
  try {
    await fs.writeFile(own, signature());
    // Made and signed in one step: however long a busy machine holds us up in between, nobody takes it for abandoned.
    await fs.link(own, file);
    held.add(file);
    return undefined;
  } catch (error) {
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return '';
    if (syscall === 'link' && NO_LINKS.includes(code)) return acquireWithoutLinks(file);
    throw error;
  } finally {
    await fs.rm(own, { force: true }).catch(() => undefined);
  }
}

/** Where the disk has no links, as on many a memory stick, a lock is made first and signed then. */
async function acquireWithoutLinks(file: string): Promise<string | undefined> {
  const handle = await fs.open(file, 'wx').catch(error => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  if (handle === undefined) return '';
  held.add(file);
  try {
    const isOurs = await signed(handle, file).finally(() => handle.close());
    if (isOurs) return undefined;
    held.delete(file);
    return '';
  } catch (error) {
    await release(file);
    throw error;
  }
}

/** Signs a lock. @returns false where it took so long, on a very busy machine, that somebody took it for abandoned: then it is theirs */
async function signed(handle: fs.FileHandle, file: string): Promise<boolean> {
  await handle.writeFile(signature());
  const [ours, there] = await Promise.all([handle.stat(), orMissing(fs.stat(file))]);
  return ours.ino === there?.ino && ours.dev === there.dev;
}

/** What was done under it is done, whatever becomes of the lock: one that is held no longer is taken over by whoever comes next. */
async function release(file: string): Promise<void> {
  // In this order: who comes next in this process must not take it for abandoned while it is being removed.
  await fs.rm(file, { force: true }).catch(() => undefined);
  held.delete(file);
}

/**
 * Removes the lock of a process that is gone. Of several who find it, one removes it: who has the lock that is named after it. So
 * nobody's look is so late that what it removes is the lock of another one by now.
 * @returns who has it, and since when; empty where it is nobody's any more
 */
async function removeAbandoned(file: string): Promise<string> {
  const found = await look(file);
  if (found === undefined || !found.isAbandoned) return found?.holder ?? '';
  const ofThisOne = `${file}.${found.name}`;
  if ((await acquire(ofThisOne)) !== undefined) return '';
  try {
    if ((await look(file))?.holder === found.holder) await fs.rm(file, { force: true });
  } finally {
    await release(ofThisOne);
  }
  return '';
}

/** A lock that is there. */
interface Found {
  /** Who has it, and since when. */
  readonly holder: string;
  /** What no other lock under the same path is called. */
  readonly name: string;
  readonly isAbandoned: boolean;
}

async function look(file: string): Promise<Found | undefined> {
  const signed = await orMissing(fs.readFile(file, 'utf8'));
  const stat = signed === undefined ? undefined : await orMissing(fs.stat(file));
  if (signed === undefined || stat === undefined) return undefined;
  const limit = signed === '' ? UNSIGNED_AFTER : ABANDONED_AFTER;
  const name = `${stat.ino}-${Math.trunc(stat.mtimeMs)}`;
  const isAbandoned = isGone(signed, held.has(file), Date.now() - stat.mtimeMs > limit);
  return { holder: `${signed} ${stat.ino} ${stat.mtimeMs}`, name, isAbandoned };
}

/**
 * Whether who wrote a signature is gone.
 * @param isOurs whether this process knows what was signed for its own: ids of processes are given again
 * @param isOld counts for another machine's, which is not ours to ask
 */
export function isGone(holder: string, isOurs: boolean, isOld: boolean): boolean {
  const [pid, host] = holder.split('@');
  if (host !== os.hostname() || !(Number(pid) > 0)) return isOld;
  return Number(pid) === process.pid ? !isOurs : !isAlive(Number(pid));
}

/** Whether a process is there. @param pid its id on this machine */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
