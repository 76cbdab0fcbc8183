import { BASE_LENGTH, blobId } from '../coding/blobId.js';
import type { Commit, FileStamp, FileStore, StudyGit } from '../ports.js';
import { eachAtOnce } from '../study/eachAtOnce.js';
import { CODEBOOK_FILE, isCodersFile, isMarkdown, isReadable, PARTICIPANTS_FILE, STUDY_FILE } from '../study/layout.js';
import { decodeUtf8 } from '../text/utf8.js';
import type { Snapshot, StateName } from './state.js';

/** How many files are read at the same time. */
const READ_AT_ONCE = 16;

/** A file as it was read once: its stamp, and the id of what was in it. */
interface Known {
  readonly stamp: FileStamp;
  readonly id: string;
}

/** What is known of the files of each store, so that only those that changed since are read for the next look. */
const known = new WeakMap<FileStore, Map<string, Known>>();

const OWN: readonly string[] = [CODEBOOK_FILE, PARTICIPANTS_FILE, STUDY_FILE];

/** Whether a file can hold anything of the analysis. Data of other programs that lie about, however large, are not looked at. */
export function isCompared(path: string): boolean {
  return isReadable(path) && (isMarkdown(path) || isCodersFile(path) || OWN.includes(path));
}

/**
 * The files as they are now. A file is read once to learn what is in it; from then on only where its size or time changed.
 * @param typed paths of files that somebody has changed in an editor and not saved: their size and time say nothing
 */
export async function workingSnapshot(store: FileStore, typed: ReadonlySet<string> = new Set()): Promise<Snapshot> {
  const before = known.get(store);
  const now = new Map<string, Known>();
  const paths = new Map<string, string>();
  const listed = (await store.list()).filter(({ path }) => isCompared(path));
  await eachAtOnce(listed, READ_AT_ONCE, async stamp => {
    const { path } = stamp;
    const last = typed.has(path) ? undefined : before?.get(path);
    const isAsBefore = last?.stamp.size === stamp.size && last.stamp.modified === stamp.modified;
    const bytes = isAsBefore ? undefined : await store.read(path);
    if (isAsBefore) now.set(path, last);
    else if (bytes !== undefined) now.set(path, { stamp, id: blobId(bytes) });
    if (isAsBefore || bytes !== undefined) paths.set(path.normalize('NFC'), path);
  });
  known.set(store, new Map([...now].filter(([path]) => !typed.has(path))));
  const files = new Map([...paths].map(([path, written]) => [path, (now.get(written) as Known).id]));
  const byBase = new Map([...paths].map(([path, written]) => [files.get(path)?.slice(0, BASE_LENGTH), written]));
  return {
    name: { is: 'working' },
    files,
    async read(path) {
      const bytes = await store.read(paths.get(path) ?? path);
      return bytes && decodeUtf8(bytes);
    },
    async version(base) {
      const here = byBase.get(base);
      return here === undefined ? store.gitVersion?.(base) : store.read(here);
    },
  };
}

/**
 * The files of a commit, or those that are staged for the next one.
 * @param of a commit with the name it was picked by
 * @throws where git fails
 */
export async function gitSnapshot(
  git: StudyGit,
  of: { readonly commit: Commit; readonly name: string } | 'index',
): Promise<Snapshot> {
  const all = await git.files(of === 'index' ? 'index' : { commit: of.commit.id });
  const files = new Map([...all].filter(([path]) => isCompared(path)));
  const name: StateName = of === 'index' ? { is: 'index' } : { is: 'commit', ...of };
  return {
    name,
    files,
    async read(path) {
      const id = files.get(path);
      const bytes = id === undefined ? undefined : await git.read(id);
      return bytes && decodeUtf8(bytes);
    },
    version: base => git.read(base),
  };
}
