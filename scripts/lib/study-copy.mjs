import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { gitIn, initRepository } from './own-git.mjs';
import { makeHistory } from './study-history.mjs';

/**
 * Copies a study and makes the copy a git repository of its own, with the history that stands beside the study
 * (`NAME.history.json`), else with one commit; so `git diff` shows what was coded since.
 */
export function copyStudy(from, to) {
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true });
  const history = `${from}.history.json`;
  if (existsSync(history)) makeHistory(to, history);
  else makeRepository(to);
  return to;
}

/** `git init` and a first commit. */
export function makeRepository(dir) {
  const git = gitIn(dir);
  initRepository(git);
  git(['add', '--all']);
  git(['commit', '--quiet', '--allow-empty', '-m', 'The study before coding']);
}
