import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { orMissing, syncFolders, writeThrough } from './disk.js';

/** Verbatim's own folder in a study: temporary files, the lock and journals. It ignores itself, so git never shows it. */
const OWN_FOLDER = '.verbatim';
const IGNORE = '.gitignore';
const TEMPORARY = /\.tmp$/;
const LOCK = 'lock';
/** What says who may remove a lock that was left behind (see `lock.ts`). */
const OF_EARLIER_LOCKS = /^lock(?:\.\d+-\d+)+$/;
/** A lock that a process, by its id, is about to make; or one that an earlier version put aside. */
const OF_LOCKS = /^lock(?:\.\d+-\d+)*\.(\d+)(?:\.\d+)?$/;

/** What is kept of changes that were cut off and could not be taken back: a person decides. */
export const CUT_OFF = 'cut-off';

/** Verbatim's own folder of a study. */
export class OwnFolder {
  readonly folder: string;
  readonly lock: string;
  readonly ignore: string;

  /** @param root absolute path of the study */
  constructor(root: string) {
    this.folder = path.join(root, OWN_FOLDER);
    this.lock = this.at(LOCK);
    this.ignore = this.at(IGNORE);
  }

  at(...names: string[]): string {
    return path.join(this.folder, ...names);
  }

  /** Makes sure that it is there and ignores itself, before anything else is put into it. */
  async make(): Promise<void> {
    // An empty one was left by a kill between making and writing it.
    if ((await orMissing(fs.stat(this.ignore)))?.size) return;
    const made = await fs.mkdir(this.folder, { recursive: true });
    await fs.writeFile(this.ignore, '*\n');
    if (made !== undefined) await syncFolders(path.dirname(this.folder));
  }

  /** The names of what is in it and is not there for good: of a process that writes, or left behind. */
  async passing(): Promise<string[]> {
    const stat = await orMissing(fs.lstat(this.folder));
    if (!stat?.isDirectory()) return [];
    const names = await fs.readdir(this.folder);
    // Without its ignoring itself, all that is in it shows.
    const isIgnored = Boolean((await orMissing(fs.stat(this.ignore)))?.size);
    return isIgnored ? names.filter(name => name !== IGNORE && name !== CUT_OFF) : [IGNORE, ...names];
  }

  /** Removes temporary files. Only under the lock: whoever is writing one has it, and no earlier lock is there to be taken over. */
  async sweep(names: readonly string[], isGone: (pid: number) => boolean): Promise<void> {
    for (const name of names) {
      const [, pid] = OF_LOCKS.exec(name) ?? [];
      if (TEMPORARY.test(name) || OF_EARLIER_LOCKS.test(name) || (pid !== undefined && isGone(Number(pid)))) {
        await fs.rm(this.at(name), { force: true });
      }
    }
  }

  /** A name for a file that nothing else has. */
  fresh(ending: string): string {
    return this.at(`${randomBytes(8).toString('hex')}.${ending}`);
  }

  /**
   * Temporary file, fsync, rename: the target is the old file or the new one at any instant. Only under the lock.
   * @param like absolute path of a file whose permissions it gets, where there is one
   */
  async writeDurably(target: string, bytes: Uint8Array, like = target): Promise<void> {
    const temporary = this.fresh('tmp');
    try {
      const mode = (await orMissing(fs.stat(like)))?.mode;
      const handle = await fs.open(temporary, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, mode ?? 0o666);
      try {
        await writeThrough(handle, bytes);
      } finally {
        await handle.close();
      }
      await fs.rename(temporary, target);
    } catch (error) {
      await fs.rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
  }
}
