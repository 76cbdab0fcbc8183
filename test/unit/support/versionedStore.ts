import { baseOf } from '../../../src/core/coding/blobId.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { MemoryStore } from './memoryStore.js';

/** A study in memory whose files git knows as they were at first. */
export class VersionedStore extends MemoryStore {
  private readonly versions = new Map<string, Uint8Array>();

  constructor(files: Readonly<Record<string, string>>) {
    super(files);
    for (const text of Object.values(files)) this.versions.set(baseOf(encodeUtf8(text)), encodeUtf8(text));
  }

  async gitVersion(base: string): Promise<Uint8Array | undefined> {
    return this.versions.get(base);
  }
}
