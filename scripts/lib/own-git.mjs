import { execFileSync } from 'node:child_process';

/** `git init` with the branch `main`. */
export function initRepository(git) {
  // As a setting rather than an option: git before 2.28 knows neither and passes over the setting.
  git(['-c', 'init.defaultBranch=main', 'init', '--quiet']);
}

/**
 * Runs git in a folder, whatever the person's own git settings are (no name, signing, hooks, line ends).
 * @returns takes git's arguments, and variables of the environment on top
 */
export function gitIn(dir) {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: nullDevice, GIT_CONFIG_SYSTEM: nullDevice };
  // Inside a git hook these would point at the outer repository.
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE']) delete env[name];
  const who = ['-c', 'user.name=Verbatim', '-c', 'user.email=verbatim@localhost'];
  return (args, more = {}) =>
    execFileSync('git', [...who, ...args], { cwd: dir, env: { ...env, ...more }, stdio: 'pipe' });
}

const nullDevice = process.platform === 'win32' ? 'NUL' : '/dev/null';
