import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { gitIn, initRepository } from './own-git.mjs';
import { inRepo } from './paths.mjs';
import { makeHistory } from './study-history.mjs';

/**
 * Copies a study and makes the copy a git repository of its own, with the history that stands beside the study
 * (`NAME.history.json`), else with one commit; so `git diff` shows what was coded since.
 * @param until name of a version in that history: the copy is the study as it was then
 */
export function copyStudy(from, to, { until } = {}) {
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true });
  const history = `${from}.history.json`;
  if (existsSync(history)) makeHistory(to, history, until);
  else makeRepository(to);
  return to;
}

/**
 * Copies one of our samples.
 * @param name a folder of `samples/`, or such a folder as it was in a version that its history names: `peer-support@first-seven`
 */
export function copySample(name, to) {
  const [folder, until] = name.split('@');
  return copyStudy(inRepo('samples', folder), to, { until });
}

/** `git init` and a first commit. */
export function makeRepository(dir) {
  const git = gitIn(dir);
  initRepository(git);
  git(['add', '--all']);
  git(['commit', '--quiet', '--allow-empty', '-m', 'The study before coding']);
}
