import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Whatever a repository configures to be started is taken back, or refused on the way to it: a monitor of the file system, hooks,
 * a pager, ways to another machine. An empty monitor means none in every version; “false” would have been a program to older ones.
 * Without replacements an id means the bytes it is made of.
 */
const ALWAYS = [
  ...['--no-optional-locks', '--no-pager', '--no-replace-objects', '--literal-pathspecs'],
  ...['-c', 'core.fsmonitor=', '-c', `core.hooksPath=${os.devNull}`, '-c', 'protocol.allow=never'],
];
/** What is missing in a partial clone is not fetched: newer versions know the first, the second stops older ones. */
const NO_NETWORK = { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none', GIT_TERMINAL_PROMPT: '0' };
/** Nobody is asked anything on a terminal: what has an editor take a text takes it as it is. */
const NO_QUESTIONS = { GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: ':', GIT_SEQUENCE_EDITOR: ':', GIT_MERGE_AUTOEDIT: 'no' };
/** Git tells its hooks and editors which repository it is at; ours is always the one that the folder is in. */
const OTHER_REPOSITORY = [
  ...['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_NAMESPACE'],
  ...['GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_QUARANTINE_PATH'],
];

let turn: () => Promise<void> | undefined = () => undefined;

/** Where others wait for the thread: what git waits for before each start, which keeps it as long as the system takes. */
export function startGitInTurn(next: () => Promise<void>): void {
  turn = next;
}

/** To be waited for before git is started. */
export function turnToStart(): Promise<void> | undefined {
  return turn();
}

/**
 * Starts git without a shell, for reading only. This file is the one place in which Verbatim starts a process.
 * @param folder absolute path of the folder it works in
 * @param args a command of git's plumbing and its arguments; nothing that a person typed or a file says but paths, behind `--`
 * @returns the process, which says `error` where there is no git
 */
export function startGit(folder: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  const env: NodeJS.ProcessEnv = { ...process.env, ...NO_NETWORK };
  for (const name of OTHER_REPOSITORY) delete env[name];
  return spawn(gitOnPath(), [...ALWAYS, ...args], { cwd: folder, env, windowsHide: true });
}

/**
 * Starts git without a shell as the person's own: hooks, filters, signing and credentials are those they have set up. Only in a
 * folder that is trusted, and only because a person asked for something that needs it.
 * @param folder absolute path of the folder it works in
 * @param args nothing that a person typed or a file says but full ids, checked names, and paths behind `--`
 * @param variables of the environment, on top
 * @returns the process, which has no terminal, and where the system has such a thing leads a group of its own (`kill(-pid)`)
 */
export function startOwnGit(
  folder: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams {
  const env: NodeJS.ProcessEnv = { ...process.env, ...NO_QUESTIONS };
  for (const name of OTHER_REPOSITORY) delete env[name];
  // Git speaks English, as failures are told apart by its words where nothing else tells; what hooks read and write stays as it is.
  if (env.LC_ALL) env.LC_CTYPE = env.LC_ALL;
  delete env.LC_ALL;
  delete env.LANGUAGE;
  Object.assign(env, { LC_MESSAGES: 'C' }, variables);
  const detached = process.platform !== 'win32';
  return spawn(gitOnPath(), ['--no-pager', ...args], { cwd: folder, env, windowsHide: true, detached });
}

/**
 * Where git is. Found by ourselves, since systems also look into the folder a process is started in, which a stranger may
 * have filled.
 */
function gitOnPath(): string {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(folder => path.isAbsolute(folder));
  const found = folders.map(folder => path.join(folder, name)).find(isProgram);
  // A path that leads nowhere: starting it says that there is no git.
  return found ?? path.join(path.resolve('/'), 'no-git-on-the-path', name);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
