import type { FileHandle } from 'node:fs/promises';
import * as fs from 'node:fs/promises';
import { syncFolders, writeThrough } from '../disk.js';
import { explainDiskError } from '../diskError.js';
import { signature } from '../lock.js';
import type { OwnFolder } from '../ownFolder.js';
import { formatEntry, formatHead, type JournalEntry } from './entries.js';

const ENDING = 'journal';

/** Absolute paths of the journals that this process has begun and not ended. */
const running = new Set<string>();

/** Whether a name in Verbatim's own folder is that of a journal. */
export function isJournal(name: string): boolean {
  return name.endsWith(`.${ENDING}`);
}

/** Whether this process is writing a journal. @param file absolute path */
export function isRunning(file: string): boolean {
  return running.has(file);
}

/** What one change of several files is about to do, on disk before it is done; made when the first of them is to be changed. */
export class JournalFile {
  private opened: { readonly file: string; readonly handle: FileHandle } | undefined;
  /** The first file that is changed, for people to know what a failure is about. */
  private first = '';

  constructor(private readonly own: OwnFolder) {}

  /** Notes what is about to be done. Only under the lock. @returns once it survives a power cut */
  async add(entries: readonly JournalEntry[]): Promise<void> {
    const lines = entries.map(formatEntry).join('');
    if (this.opened !== undefined) return this.append(this.opened.handle, lines);
    this.first = entries[0]?.path ?? '';
    const file = this.own.fresh(ENDING);
    // Known before it is there: whoever looks meanwhile must not take it for one that was left behind.
    running.add(file);
    this.opened = { file, handle: await fs.open(file, 'ax') };
    await this.append(this.opened.handle, formatHead(signature()) + lines);
    await syncFolders(this.own.folder);
  }

  /** Removes it: all is done, or all is as before. @throws where it stays; then nothing counts as done */
  async end(): Promise<void> {
    if (this.opened === undefined) return;
    const { file, handle } = this.opened;
    try {
      await handle.close();
      await fs.rm(file, { force: true });
    } catch (error) {
      throw explainDiskError(error, this.first);
    }
    // It cannot be had back: where the disk refuses now, a power cut might still bring it, and nothing else.
    await syncFolders(this.own.folder).catch(() => undefined);
    this.opened = undefined;
    running.delete(file);
  }

  /** Lets it be there for the next start. */
  async leave(): Promise<void> {
    await this.opened?.handle.close();
  }

  private async append(handle: FileHandle, text: string): Promise<void> {
    const bytes = Buffer.from(text);
    await writeThrough(handle, bytes, (await handle.stat()).size);
  }
}
