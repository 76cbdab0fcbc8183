import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import type { FileStamp, FileStore, RemoteExchange, StudyGit, StudyWork } from '../core/ports.js';
import { isReadable, mayHoldFiles } from '../core/study/layout.js';
import { sameBytes } from '../core/text/sameBytes.js';
import { explainDiskError } from './diskError.js';
import { blobId, committedFiles } from './git.js';
import { GitObjects } from './gitObjects.js';
import { changeLetterCase, isOneEntry } from './letterCase.js';
import { withLock } from './lock.js';
import { studyGit } from './studyGit.js';
import { GitExchange } from './work/exchange.js';
import { NodeStudyWork } from './work/nodeStudyWork.js';
import { placeOf } from './work/place.js';

/** Verbatim's own folder in a study: temporary files and the lock. It ignores itself, so git never shows it. */
const OWN_FOLDER = '.verbatim';

/** The files of a study on a disk. */
export class NodeFileStore implements FileStore {
  private readonly objects: GitObjects;

  /**
   * @param root absolute path of the study
   * @param mayAskGit whether git may be started in it: a repository's configuration can start programs
   * @param exchange what goes to the network for a study, where a person asks for it; plain git as a rule
   */
  constructor(
    readonly root: string,
    private readonly mayAskGit: () => boolean = () => false,
    private readonly exchange: (root: string) => RemoteExchange = folder => new GitExchange(folder),
  ) {
    this.objects = new GitObjects(root);
  }

  async list(): Promise<FileStamp[]> {
    const stamps: FileStamp[] = [];
    await this.walk('', stamps);
    return stamps;
  }

  async stamp(file: string): Promise<FileStamp | undefined> {
    if (!isReadable(file)) return undefined;
    const stat = await orMissing(fs.lstat(this.absolute(file)));
    return stat?.isFile() ? { path: file, size: stat.size, modified: stat.mtimeMs } : undefined;
  }

  async read(file: string): Promise<Uint8Array | undefined> {
    return orMissing(fs.readFile(this.absolute(file)));
  }

  async gitBlobId(file: string): Promise<string | undefined> {
    this.absolute(file);
    return this.mayAskGit() ? blobId(this.root, file) : undefined;
  }

  async gitVersion(base: string): Promise<Uint8Array | undefined> {
    // What git does not answer, a passage is found without.
    return this.mayAskGit() ? this.objects.read(base).catch(() => undefined) : undefined;
  }

  async gitCommitted(): Promise<ReadonlyMap<string, string> | undefined> {
    return this.mayAskGit() ? committedFiles(this.root) : undefined;
  }

  async git(): Promise<StudyGit | undefined> {
    return this.mayAskGit() ? studyGit(this.root, this.objects) : undefined;
  }

  async work(): Promise<StudyWork | undefined> {
    const [git, place] = await Promise.all([this.git(), this.mayAskGit() ? placeOf(this.root) : undefined]);
    return git && place && new NodeStudyWork(place, git, this.exchange(this.root));
  }

  async replace(file: string, expected: Uint8Array | undefined, next: Uint8Array | undefined): Promise<boolean> {
    const target = this.absolute(file);
    try {
      await this.refuseOutside(target);
      const made = next === undefined ? undefined : await fs.mkdir(path.dirname(target), { recursive: true });
      const own = await this.ownFolder();
      return await withLock(path.join(own, 'lock'), async () => {
        if (!sameBytes(await orMissing(fs.readFile(target)), expected)) return false;
        if (next === undefined) await fs.rm(target, { force: true });
        else await this.writeDurably(target, next, own);
        await syncFolders(path.dirname(target), made);
        return true;
      });
    } catch (error) {
      throw explainDiskError(error, file);
    }
  }

  async move(from: string, to: string): Promise<boolean> {
    const [source, target] = [this.absolute(from), this.absolute(to)];
    try {
      await this.refuseOutside(source);
      await this.refuseOutside(target);
      const own = await this.ownFolder();
      return await withLock(path.join(own, 'lock'), async () => {
        const bytes = await orMissing(fs.readFile(source));
        if (bytes === undefined || source === target) return false;
        if (await isOneEntry(source, target)) {
          await changeLetterCase(this.root, to);
          return true;
        }
        if ((await orMissing(fs.lstat(target))) !== undefined) return false;
        const made = await fs.mkdir(path.dirname(target), { recursive: true });
        await this.writeDurably(target, bytes, own, source);
        await syncFolders(path.dirname(target), made);
        await fs.rm(source).catch(async error => {
          // A program that holds it open, on Windows: better at one place than at two.
          await fs.rm(target, { force: true });
          throw error;
        });
        await syncFolders(await this.removeEmpty(path.dirname(source)), undefined);
        return true;
      });
    } catch (error) {
      throw explainDiskError(error, from);
    }
  }

  /**
   * Removes a folder in which nothing is left, and those around it; the study's own stays.
   * @returns the first that is not empty
   */
  private async removeEmpty(folder: string): Promise<string> {
    const root = path.resolve(this.root);
    for (let at = folder; at !== root; at = path.dirname(at)) {
      const isGone = await fs.rmdir(at).then(
        () => true,
        () => false,
      );
      if (!isGone) return at;
    }
    return root;
  }

  /** Temporary file, fsync, rename: the target is the old file or the new one at any instant. */
  private async writeDurably(target: string, bytes: Uint8Array, own: string, like = target): Promise<void> {
    const temporary = path.join(own, `${randomBytes(8).toString('hex')}.tmp`);
    try {
      const mode = (await orMissing(fs.stat(like)))?.mode;
      const handle = await fs.open(temporary, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, mode ?? 0o666);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await fs.rename(temporary, target);
    } catch (error) {
      await fs.rm(temporary, { force: true });
      throw error;
    }
  }

  private async ownFolder(): Promise<string> {
    const own = path.join(this.root, OWN_FOLDER);
    const ignore = path.join(own, '.gitignore');
    await this.refuseOutside(ignore);
    // An empty one was left by a kill between making and writing it.
    if (!(await orMissing(fs.stat(ignore)))?.size) {
      await fs.mkdir(own, { recursive: true });
      await fs.writeFile(ignore, '*\n');
    }
    return own;
  }

  private async walk(folder: string, stamps: FileStamp[]): Promise<void> {
    const entries = (await orMissing(fs.readdir(path.join(this.root, folder), { withFileTypes: true }))) ?? [];
    await Promise.all(
      entries.map(async entry => {
        const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (!mayHoldFiles(entry.name)) return;
        if (entry.isDirectory()) await this.walk(file, stamps);
        else if (entry.isFile()) {
          const stamp = await this.stamp(file);
          if (stamp !== undefined) stamps.push(stamp);
        }
      }),
    );
  }

  private absolute(file: string): string {
    const absolute = path.resolve(this.root, file);
    const relative = path.relative(this.root, absolute);
    if (relative === '' || relative.startsWith('..') || path.isAbsolute(relative)) {
      throw new Error(`${file} is outside the study. Nothing was read or written.`);
    }
    return absolute;
  }

  /** A link inside the study must not lead a write out of it. */
  private async refuseOutside(target: string): Promise<void> {
    const root = await fs.realpath(this.root);
    let folder = path.dirname(target);
    while ((await orMissing(fs.lstat(folder))) === undefined) folder = path.dirname(folder);
    const real = await orMissing(fs.realpath(folder));
    const linked = (await orMissing(fs.lstat(target)))?.isSymbolicLink() ?? false;
    if (linked || (real !== root && !real?.startsWith(root + path.sep))) {
      throw new Error(
        `${path.relative(this.root, target)} is behind a link that leads elsewhere. Nothing was written.`,
      );
    }
  }
}

async function orMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Makes a rename survive a power cut, and with it the folders that were made for it, `made` being the first of them. */
async function syncFolders(folder: string, made: string | undefined): Promise<void> {
  // Windows cannot open a folder; there the file system does it by itself.
  if (process.platform === 'win32') return;
  await syncFolder(folder);
  for (let above = folder; made !== undefined && above.startsWith(made); ) {
    above = path.dirname(above);
    await syncFolder(above);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
