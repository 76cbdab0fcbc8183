import { isReadable } from '../core/study/layout.js';
import { readGit } from './gitOutput.js';

/** An id of an object: all its hex digits, in either of git's two kinds of repository. */
export const FULL_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** @throws where something is no full id: only those may become arguments. */
export function requireFullId(id: string): void {
  if (!FULL_ID.test(id))
    throw new Error(`Only the full id of a saved version can be looked up, not ${JSON.stringify(id)}.`);
}

/** A path as git writes it, as Verbatim names it; undefined for files that Verbatim does not read. */
export function studyPath(path: string): string | undefined {
  const name = path.normalize('NFC');
  return isReadable(name) ? name : undefined;
}

/**
 * Blob ids of the files below a folder in a commit, by their paths from it; links and submodules are none.
 * @param folder absolute path
 * @throws where git does not have the commit
 */
export async function filesOfCommit(folder: string, commit: string): Promise<ReadonlyMap<string, string>> {
  requireFullId(commit);
  const files = new Map<string, string>();
  const args = ['ls-tree', '-r', '-z', commit, '.'];
  await readGit({ folder, args, purpose: 'list the files of a saved version' }, '\0', entry => {
    const [, id, at] = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? [];
    const path = at === undefined ? undefined : studyPath(at);
    if (id !== undefined && path !== undefined) files.set(path, id);
  });
  return files;
}

/**
 * The same for what is staged. Where a merge is under way and a file has several versions, it is our side's; none where our side has removed it.
 * @param folder absolute path
 */
export async function filesOfIndex(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const args = ['ls-files', '--stage', '-z'];
  await readGit({ folder, args, purpose: 'list what is staged' }, '\0', entry => {
    const [, id, stage, at] = /^100\d{3} ([0-9a-f]+) ([0-3])\t(.+)$/s.exec(entry) ?? [];
    const path = at === undefined ? undefined : studyPath(at);
    if (id !== undefined && path !== undefined && (stage === '0' || stage === '2')) files.set(path, id);
  });
  return files;
}
