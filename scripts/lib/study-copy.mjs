import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';

/** Copies a study and makes the copy a git repository of its own with one commit, so that `git diff` shows what was coded since. */
export function copyStudy(from, to) {
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true });
  makeRepository(to);
  return to;
}

/** `git init` and a first commit, whatever the person's own git settings are (no name, signing, hooks, line ends). */
export function makeRepository(dir) {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: nullDevice, GIT_CONFIG_SYSTEM: nullDevice };
  // Inside a git hook these would point at the outer repository.
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE']) delete env[name];
  const who = ['-c', 'user.name=Verbatim', '-c', 'user.email=verbatim@localhost'];
  const git = (...args) => execFileSync('git', [...who, ...args], { cwd: dir, env, stdio: 'pipe' });
  // As a setting rather than an option: git before 2.28 knows neither and passes over the setting.
  git('-c', 'init.defaultBranch=main', 'init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '-m', 'The study before coding');
}

const nullDevice = process.platform === 'win32' ? 'NUL' : '/dev/null';
