import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { World } from '../clones/world.js';
import { conflictsIn, differencesFrom } from '../model/check.js';
import { idealFile } from '../model/idealFile.js';
import type { ExpectedFile } from '../model/merge.js';
import { orderDiffers } from '../model/order.js';
import { kindOf } from '../model/state.js';
import { linesDiffer } from '../model/textLines.js';
import type { Step } from './step.js';

/** Keeps the versions of a file that did not become what it had to, so that it can be looked at and tried again. Answers the folder. */
function saveVersions({ versions }: World, root: string, { bases, ours, theirs, got }: Step, path: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-soak-fault-'));
  const put = (name: string, commit: string): void => {
    const text = versions.text(root, commit, path);
    if (text !== undefined) writeFileSync(join(folder, `${name}-${basename(path)}`), text);
  };
  bases.forEach((base, i) => {
    put(`base${i + 1}`, base);
  });
  put('ours', ours);
  put('theirs', theirs);
  put('got', got);
  return folder;
}

/** A file of a step, and what had to become of it. */
export interface VerifiedFile {
  readonly path: string;
  readonly expected: ExpectedFile;
}

/** What a step came to. */
export interface Verified {
  readonly files: readonly VerifiedFile[];
  /** One sentence for everything that is not as the ideal model says. */
  readonly wrong: readonly string[];
}

/**
 * Compares what became of two versions with what the ideal model makes of them, file by file.
 * @param root the clone that has all commits of the step
 */
export function verify(world: World, root: string, step: Step): Verified {
  const { versions } = world;
  const commits = [...step.bases, step.ours, step.theirs, step.got];
  versions.load(root, commits);
  const paths = new Set(commits.flatMap(commit => [...versions.files(root, commit).keys()]));
  const files: VerifiedFile[] = [];
  const wrong: string[] = [];
  const faulty = new Set<string>();
  for (const path of paths) {
    const blobs = commits.map(commit => versions.files(root, commit).get(path));
    if (new Set(blobs).size === 1) continue;
    const say = (sentences: readonly string[]): void => {
      for (const one of sentences) wrong.push(`${path}: ${one}`);
      if (sentences.length > 0) faulty.add(path);
    };
    const asked = step.asked.get(path) ?? new Set();
    if (kindOf(path) === 'text') {
      const text = (commit: string): string | undefined => versions.text(root, commit, path);
      if (asked.size === 0 && step.bases.length === 1)
        say(linesDiffer(text(step.bases[0] as string), text(step.ours), text(step.theirs), text(step.got)));
      continue;
    }
    const state = (commit: string) => versions.state(root, commit, path);
    const [bases, ours, theirs, got] = [step.bases.map(state), state(step.ours), state(step.theirs), state(step.got)];
    const expected = idealFile(path, bases, ours, theirs);
    files.push({ path, expected });
    const due = conflictsIn(expected);
    for (const name of due.keys()) if (!asked.has(name)) say([`${name}: a conflict that nobody was told of`]);
    for (const name of asked) if (!due.has(name)) say([`${name}: no conflict, yet it is asked about`]);
    say(differencesFrom(expected, step.decided.get(path) ?? new Map(), got));
    say(orderDiffers(bases, [ours, theirs], got));
  }
  for (const path of faulty) wrong.push(`${path}: its versions are in ${saveVersions(world, root, step, path)}`);
  return { files, wrong };
}
