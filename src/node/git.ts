import { gitPieces } from './gitOutput.js';

/** In milliseconds: somebody waits for it. */
const PATIENCE = 5000;

/** What git answers, without the last line end; undefined where git is missing, refuses, takes too long or says nothing. */
async function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  const request = { folder, args, purpose: 'answer', patience: PATIENCE };
  const pieces = await gitPieces(request, '\n').catch(() => []);
  return pieces.join('\n').trim() || undefined;
}

/** The name git signs commits with in a folder; undefined where none is set. */
export function userName(folder: string): Promise<string | undefined> {
  return git(folder, ['config', '--get', 'user.name']);
}

/**
 * The id git would give a file's content: line ends are converted as the repository's attributes want it. Undefined for files that
 * git would hand to a program first (a `filter`), since none is started for reading.
 */
export async function blobId(folder: string, path: string): Promise<string | undefined> {
  const attribute = await git(folder, ['check-attr', '-z', 'filter', '--', path]);
  const filter = attribute?.split('\0').at(-2);
  return filter === 'unspecified' || filter === 'unset' ? git(folder, ['hash-object', '--', path]) : undefined;
}

/**
 * The files below a folder as the last commit has them: the blob id of each (40 hex digits) by its path from that folder,
 * with `/`. None where nothing was committed yet; undefined where git is missing, or the folder is in no repository.
 */
export async function committedFiles(folder: string): Promise<ReadonlyMap<string, string> | undefined> {
  const listed = await git(folder, ['ls-tree', '-r', '-z', 'HEAD', '.']);
  // Git says nothing of an empty list, and neither before the first commit.
  if (listed === undefined && (await git(folder, ['rev-parse', '--git-dir'])) === undefined) return undefined;
  const files = new Map<string, string>();
  for (const entry of (listed ?? '').split('\0')) {
    const [, id, path] = /^\d+ blob ([0-9a-f]{40})\t(.+)$/s.exec(entry) ?? [];
    if (id !== undefined && path !== undefined) files.set(path.normalize('NFC'), id);
  }
  return files;
}
