import type { FileStamp, FileStore } from '../../../src/core/ports.js';
import { decodeUtf8, encodeUtf8 } from '../../../src/core/text/utf8.js';

/** A study in memory that counts its calls; `text` and `put` are how a test looks at and changes the files. */
export class MemoryStore implements FileStore {
  readonly calls = { list: 0, read: 0, replace: 0, move: 0 };
  /** Every path that was read, in order. */
  readonly readPaths: string[] = [];
  /** Every path that was written, in order. */
  readonly writtenPaths: string[] = [];
  /** Paths whose reading fails, as on a disk without the rights. */
  readonly unreadable = new Set<string>();
  /** Runs between the reading and the swap, once: the place where another program may interfere. */
  beforeReplace: (() => void) | undefined;
  /** Runs right after the next swap, once, before anybody can look at the file again. */
  afterReplace: (() => void) | undefined;
  /** Whether `A.md` and `a.md` are one file, as on most Macs and on Windows. */
  mindsNoCase = false;
  private readonly files = new Map<string, { bytes: Uint8Array; modified: number }>();
  private clock = 0;

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(files)) this.put(path, text);
  }

  put(path: string, content: string | Uint8Array | undefined): void {
    const known = this.named(path);
    if (content === undefined) this.files.delete(known);
    else
      this.files.set(known, {
        bytes: typeof content === 'string' ? encodeUtf8(content) : content,
        modified: ++this.clock,
      });
  }

  /** Paths of all files that are there. */
  paths(): string[] {
    return [...this.files.keys()];
  }

  bytes(path: string): Uint8Array | undefined {
    return this.files.get(this.named(path))?.bytes;
  }

  text(path: string): string | undefined {
    const file = this.files.get(this.named(path));
    return file && decodeUtf8(file.bytes);
  }

  async list(): Promise<FileStamp[]> {
    this.calls.list++;
    return [...this.files].map(([path, file]) => ({ path, size: file.bytes.length, modified: file.modified }));
  }

  async stamp(path: string): Promise<FileStamp | undefined> {
    const file = this.files.get(this.named(path));
    return file && { path, size: file.bytes.length, modified: file.modified };
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    this.calls.read++;
    this.readPaths.push(path);
    if (this.unreadable.has(path)) throw new Error(`EACCES: permission denied, open '${path}'`);
    return this.files.get(this.named(path))?.bytes;
  }

  async replace(path: string, expected: Uint8Array | undefined, next: Uint8Array | undefined): Promise<boolean> {
    this.calls.replace++;
    const interfere = this.beforeReplace;
    this.beforeReplace = undefined;
    interfere?.();
    const now = this.files.get(this.named(path))?.bytes;
    const same = now === undefined || expected === undefined ? now === expected : Buffer.compare(now, expected) === 0;
    if (!same) return false;
    this.put(path, next);
    this.writtenPaths.push(path);
    const follow = this.afterReplace;
    this.afterReplace = undefined;
    follow?.();
    return true;
  }

  async move(from: string, to: string): Promise<boolean> {
    this.calls.move++;
    const bytes = this.bytes(from);
    if (bytes === undefined || from === to) return false;
    if (this.files.has(this.named(to)) && this.named(to) !== this.named(from)) return false;
    this.put(from, undefined);
    this.put(to, bytes);
    this.writtenPaths.push(to);
    return true;
  }

  /** The path under which a file is known, or would be. */
  private named(path: string): string {
    if (!this.mindsNoCase || this.files.has(path)) return path;
    return [...this.files.keys()].find(known => known.toLowerCase() === path.toLowerCase()) ?? path;
  }
}
