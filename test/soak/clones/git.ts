import { spawnSync } from 'node:child_process';
import { type GitAnswer, type GitQuestion, GitServer } from './gitServer.js';

export type { GitAnswer };

/** Settings of every simulated repository: nothing slow, nothing by chance, nothing that waits for a person. */
export const SETTINGS: readonly (readonly [string, string])[] = [
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['core.fsync', 'none'],
  ['core.autocrlf', 'false'],
  ['commit.gpgsign', 'false'],
  ['rerere.enabled', 'false'],
  ['pull.rebase', 'false'],
  ['advice.detachedHead', 'false'],
];

const MOST = 256 * 1024 * 1024;

/** Nothing that this machine tells git counts. */
const ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_EDITOR: 'true',
  GIT_TERMINAL_PROMPT: '0',
};

let server: GitServer | 'none' | undefined;

/** Runs git in a folder, whatever comes of it. */
export function askGit(root: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, input = ''): GitAnswer {
  const question = { args, cwd: root, env: { ...process.env, ...ENVIRONMENT, ...env }, input };
  server ??= started();
  return server === 'none' ? askDirectly(question) : server.ask(question);
}

function started(): GitServer | 'none' {
  try {
    return new GitServer();
  } catch {
    return 'none';
  }
}

function askDirectly({ args, ...options }: GitQuestion): GitAnswer {
  const { status, stdout, stderr, error } = spawnSync('git', args, { ...options, encoding: 'utf8', maxBuffer: MOST });
  if (error !== undefined) throw error;
  return { code: status ?? -1, out: stdout, err: stderr };
}

/** Runs git in a folder; answers what it printed, without the last line end. @throws where git refuses */
export function git(root: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, input = ''): string {
  const { code, out, err } = askGit(root, args, env, input);
  if (code !== 0) throw new Error(`git ${args.join(' ')} in ${root}: ${code}\n${err}\n${out}`);
  return out.replace(/\n$/, '');
}
