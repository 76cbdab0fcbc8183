import { execFile } from 'node:child_process';

const TIMEOUT = 5000;
/** In bytes: a list of very many files. */
const MOST_OUTPUT = 256 * 1024 * 1024;

/** Runs git without a shell; answers its output, or undefined when git is missing, refuses or takes too long. */
function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise(resolve => {
    execFile(
      'git',
      ['--no-optional-locks', ...args],
      { cwd: folder, timeout: TIMEOUT, maxBuffer: MOST_OUTPUT, windowsHide: true },
      (error, stdout) => {
        resolve(error ? undefined : stdout.trim() || undefined);
      },
    );
  });
}

/** The name git signs commits with in a folder; undefined where none is set. */
export function userName(folder: string): Promise<string | undefined> {
  return git(folder, ['config', '--get', 'user.name']);
}

/** The id git would give a file's content: line ends are converted as the repository's attributes want it. */
export function blobId(folder: string, path: string): Promise<string | undefined> {
  return git(folder, ['hash-object', '--', path]);
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
