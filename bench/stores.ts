import type { FileStamp, FileStore } from '../src/core/ports.js';
import { isMarkdown } from '../src/core/study/layout.js';

/** Hands everything on to another store and counts what passes. */
export class CountingStore implements FileStore {
  transcriptsRead = 0;
  bytesWritten = 0;

  constructor(private readonly files: FileStore) {}

  list(): Promise<readonly FileStamp[]> {
    return this.files.list();
  }

  stamp(path: string): Promise<FileStamp | undefined> {
    return this.files.stamp(path);
  }

  read(path: string): Promise<Uint8Array | undefined> {
    if (isMarkdown(path) && path.startsWith('transcripts/')) this.transcriptsRead++;
    return this.files.read(path);
  }

  replace(path: string, expected: Uint8Array | undefined, next: Uint8Array | undefined): Promise<boolean> {
    this.bytesWritten += next?.length ?? 0;
    return this.files.replace(path, expected, next);
  }

  move(from: string, to: string): Promise<boolean> {
    return this.files.move(from, to);
  }
}

/** Takes writes into memory instead of handing them on: what is left of an action is everything but the disk. */
export class MemoryOverlay implements FileStore {
  private readonly known = new Map<string, Uint8Array | undefined>();
  private clock = 0;

  constructor(private readonly files: FileStore) {}

  list(): Promise<readonly FileStamp[]> {
    return this.files.list();
  }

  async stamp(path: string): Promise<FileStamp | undefined> {
    const bytes = await this.read(path);
    return bytes && { path, size: bytes.length, modified: ++this.clock };
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    if (!this.known.has(path)) this.known.set(path, await this.files.read(path));
    return this.known.get(path);
  }

  async replace(path: string, _expected: Uint8Array | undefined, next: Uint8Array | undefined): Promise<boolean> {
    this.known.set(path, next);
    return true;
  }

  async move(from: string, to: string): Promise<boolean> {
    const bytes = await this.read(from);
    if (bytes === undefined || (await this.read(to)) !== undefined) return false;
    this.known.set(to, bytes).set(from, undefined);
    return true;
  }
}
