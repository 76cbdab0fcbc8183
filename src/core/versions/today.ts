import { BASE_LENGTH, blobId } from '../coding/blobId.js';
import type { FileStore, StudyGit } from '../ports.js';
import { isCompared } from '../review/snapshots.js';
import type { Snapshot } from '../review/state.js';
import { decodeUtf8 } from '../text/utf8.js';

/**
 * The files as they are now, of which only those are read that differ from the last version.
 * @param last full id of the last version; undefined before the first
 * @param differing paths of the files that differ from it, NFC
 */
export async function todaySince(
  git: StudyGit,
  store: FileStore,
  last: string | undefined,
  differing: readonly string[],
): Promise<Snapshot> {
  const saved = last === undefined ? new Map<string, string>() : await git.files({ commit: last });
  const files = new Map([...saved].filter(([path]) => isCompared(path)));
  const own = new Map<string, Uint8Array>();
  for (const path of differing.filter(isCompared)) {
    const bytes = await store.read(path);
    if (bytes === undefined) files.delete(path);
    else {
      files.set(path, blobId(bytes));
      own.set(path, bytes);
    }
  }
  const bytesOf = async (path: string): Promise<Uint8Array | undefined> => {
    const id = files.get(path);
    return own.get(path) ?? (id === undefined ? undefined : await git.read(id));
  };
  const byBase = new Map([...own].map(([path, bytes]) => [files.get(path)?.slice(0, BASE_LENGTH), bytes]));
  return {
    name: { is: 'working' },
    files,
    async read(path) {
      const bytes = await bytesOf(path);
      return bytes && decodeUtf8(bytes);
    },
    version: async base => byBase.get(base) ?? git.read(base),
  };
}
