import * as fs from 'node:fs/promises';
import path from 'node:path';
import type { CutOff, FileStamp, FileStore, Journal, RemoteExchange, StudyGit, StudyWork } from '../core/ports.js';
import { eachAtOnce } from '../core/study/eachAtOnce.js';
import { isReadable, mayHoldFiles } from '../core/study/layout.js';
import { sameBytes } from '../core/text/sameBytes.js';
import { lookAt, orMissing, readBytes, removeEmpty, syncFolders } from './disk.js';
import { explainDiskError, explainReadError } from './diskError.js';
import { blobId, committedFiles } from './git.js';
import { GitObjects } from './gitObjects.js';
import { digest } from './journal/entries.js';
import { JournalFile } from './journal/journalFile.js';
import { keptBeside } from './journal/recover.js';
import { tidyUp } from './journal/tidyUp.js';
import { changeLetterCase, isOneEntry } from './letterCase.js';
import { withLock } from './lock.js';
import { OwnFolder } from './ownFolder.js';
import { studyGit } from './studyGit.js';
import { placeOf } from './work/place.js';

/** Of so many files size and time are asked at once: of all of a study they would come back in one moment. */
const LOOKED_AT_AT_ONCE = 32;

/** The files of a study on a disk. */
export class NodeFileStore implements FileStore {
  private readonly objects: GitObjects;
  private readonly own: OwnFolder;
  /** What could not be taken back when the files were last listed, because the disk refused. */
  private refused: readonly CutOff[] = [];

  /**
   * @param root absolute path of the study
   * @param mayAskGit whether git may be started in it: a repository's configuration can start programs
   * @param exchange what goes to the network for a study, where a person asks for it; plain git, which it is handed, as a rule
   */
  constructor(
    readonly root: string,
    private readonly mayAskGit: () => boolean = () => false,
    private readonly exchange: (root: string, plain: RemoteExchange) => Promise<RemoteExchange> = async (_, plain) =>
      plain,
  ) {
    this.objects = new GitObjects(root);
    this.own = new OwnFolder(root);
  }

  async list(): Promise<FileStamp[]> {
    const files = {
      read: (file: string) => this.read(file),
      write: (file: string, bytes: Uint8Array | undefined) => this.putBack(file, bytes),
      recase: (to: string) => this.recase(to),
    };
    this.refused = await tidyUp(files, this.own, () => this.makeOwn());
    const stamps: FileStamp[] = [];
    await this.walk('', stamps);
    return stamps;
  }

  async cutOff(): Promise<readonly CutOff[]> {
    return [...this.refused, ...(await keptBeside(this.own))];
  }

  async stamp(file: string): Promise<FileStamp | undefined> {
    if (!isReadable(file)) return undefined;
    const stat = await orMissing(lookAt(this.absolute(file)));
    return stat?.isFile() ? { path: file, size: stat.size, modified: stat.mtimeMs } : undefined;
  }

  async read(file: string): Promise<Uint8Array | undefined> {
    return orMissing(readBytes(this.absolute(file))).catch(error => {
      throw explainReadError(error, file);
    });
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
    if (git === undefined || place === undefined) return undefined;
    // Making versions and putting them together is a large part, and not needed to read a study.
    const { GitExchange, NodeStudyWork } = await import('./work/loaded.js');
    return new NodeStudyWork(place, git, await this.exchange(this.root, new GitExchange(this.root)));
  }

  replace(file: string, expected: Uint8Array | undefined, next: Uint8Array | undefined): Promise<boolean> {
    return this.swap(file, expected, next);
  }

  move(from: string, to: string): Promise<boolean> {
    return this.rename(from, to);
  }

  journal(): Journal {
    const journal = new JournalFile(this.own);
    return {
      replace: (file, expected, next) => this.swap(file, expected, next, journal),
      move: (from, to) => this.rename(from, to, journal),
      end: () => journal.end(),
      leave: () => journal.leave(),
    };
  }

  private async swap(
    file: string,
    expected: Uint8Array | undefined,
    next: Uint8Array | undefined,
    journal?: JournalFile,
  ): Promise<boolean> {
    const target = this.absolute(file);
    try {
      await this.refuseOutside(target);
      const made = next === undefined ? undefined : await fs.mkdir(path.dirname(target), { recursive: true });
      await this.makeOwn();
      return await withLock(this.own.lock, async () => {
        if (!sameBytes(await orMissing(fs.readFile(target)), expected)) return false;
        await journal?.add([{ path: file, before: expected, after: digest(next) }]);
        await this.put(target, next);
        await syncFolders(path.dirname(target), made).catch(async error => {
          // It is there already, without the folder having come through to the disk: it goes again, or else counts as done.
          const isBack = await this.put(target, expected).then(
            () => true,
            () => false,
          );
          if (isBack) throw error;
        });
        return true;
      });
    } catch (error) {
      throw explainDiskError(error, file);
    }
  }

  private async rename(from: string, to: string, journal?: JournalFile): Promise<boolean> {
    const [source, target] = [this.absolute(from), this.absolute(to)];
    try {
      await this.refuseOutside(source);
      await this.refuseOutside(target);
      await this.makeOwn();
      return await withLock(this.own.lock, async () => {
        const bytes = await orMissing(fs.readFile(source));
        if (bytes === undefined || source === target) return false;
        if (await isOneEntry(source, target)) {
          await journal?.add([{ path: from, before: bytes, after: digest(bytes), renamed: to }]);
          await changeLetterCase(this.root, to);
          return true;
        }
        if ((await orMissing(fs.lstat(target))) !== undefined) return false;
        const made = await fs.mkdir(path.dirname(target), { recursive: true });
        await journal?.add([
          { path: to, before: undefined, after: digest(bytes) },
          { path: from, before: bytes, after: digest(undefined) },
        ]);
        try {
          await this.own.writeDurably(target, bytes, source);
          await syncFolders(path.dirname(target), made);
          await fs.rm(source);
        } catch (error) {
          // Such as a program that holds it open, on Windows: better at one place than at two.
          await fs.rm(target, { force: true });
          throw error;
        }
        // Whatever becomes of this: after a power cut it is at two places at worst.
        await syncFolders(await removeEmpty(path.dirname(source), path.resolve(this.root))).catch(() => undefined);
        return true;
      });
    } catch (error) {
      throw explainDiskError(error, from);
    }
  }

  /** Makes a file what a change that was cut off found. Only under the lock. */
  private async putBack(file: string, bytes: Uint8Array | undefined): Promise<void> {
    const target = this.absolute(file);
    await this.refuseOutside(target);
    const made = bytes === undefined ? undefined : await fs.mkdir(path.dirname(target), { recursive: true });
    await this.put(target, bytes);
    const folder = path.dirname(target);
    await syncFolders(bytes === undefined ? await removeEmpty(folder, path.resolve(this.root)) : folder, made);
  }

  /** Gives a file of a change that was cut off its name back. Only under the lock. */
  private async recase(to: string): Promise<void> {
    await this.refuseOutside(this.absolute(to));
    await changeLetterCase(this.root, to);
  }

  private async put(target: string, bytes: Uint8Array | undefined): Promise<void> {
    if (bytes === undefined) await fs.rm(target, { force: true });
    else await this.own.writeDurably(target, bytes);
  }

  private async makeOwn(): Promise<void> {
    await this.refuseOutside(this.own.ignore);
    await this.own.make();
  }

  private async walk(folder: string, stamps: FileStamp[]): Promise<void> {
    const entries = (await orMissing(fs.readdir(path.join(this.root, folder), { withFileTypes: true }))) ?? [];
    await eachAtOnce(entries, LOOKED_AT_AT_ONCE, async entry => {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (!mayHoldFiles(entry.name)) return;
      if (entry.isDirectory()) await this.walk(file, stamps);
      else if (entry.isFile()) {
        const stamp = await this.stamp(file);
        if (stamp !== undefined) stamps.push(stamp);
      }
    });
  }

  private absolute(file: string): string {
    const absolute = path.resolve(this.root, file);
    const relative = path.relative(this.root, absolute);
    if (relative === '' || relative.startsWith('..') || path.isAbsolute(relative)) {
      throw new Error(`${file} is outside the study. Nothing was read or written.`);
    }
    // What stands in git's own folder may be run by git.
    if (relative.split(path.sep).some(part => part.toLowerCase() === '.git')) {
      throw new Error(`${file} is git’s own. Nothing was read or written.`);
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
