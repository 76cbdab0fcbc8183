import { execFile } from 'node:child_process';

const TIMEOUT = 5000;

/** Runs git without a shell; answers its output, or undefined when git is missing, refuses or takes too long. */
function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise(resolve => {
    execFile(
      'git',
      ['--no-optional-locks', ...args],
      { cwd: folder, timeout: TIMEOUT, windowsHide: true },
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
