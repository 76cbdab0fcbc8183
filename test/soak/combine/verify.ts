import type { World } from '../clones/world.js';
import { type Choice, conflictsIn, differencesFrom } from '../model/check.js';
import { idealFile } from '../model/idealFile.js';
import type { ExpectedFile } from '../model/merge.js';
import { orderDiffers } from '../model/order.js';
import { type FileState, kindOf } from '../model/state.js';
import { linesDiffer } from '../model/textLines.js';
import { keepVersions } from './keepVersions.js';
import type { Asked, Step } from './step.js';
import { virtualBases } from './virtualBases.js';

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
  for (const path of paths) {
    const blobs = commits.map(commit => versions.files(root, commit).get(path));
    if (new Set(blobs).size === 1) continue;
    const found =
      kindOf(path) === 'text' ? { faults: textFaults(world, root, step, path) } : stateFaults(world, root, step, path);
    if ('expected' in found) files.push({ path, expected: found.expected });
    if (found.faults.length === 0) continue;
    wrong.push(...found.faults.map(one => `${path}: ${one}`));
    wrong.push(`${path}: its versions are in ${keepVersions(world, root, step, path)}`);
  }
  return { files, wrong };
}

function textFaults({ versions }: World, root: string, step: Step, path: string): string[] {
  const [base] = step.bases;
  if (step.bases.length > 1 || step.asked.has(path) || step.mended?.asked.has(path)) return [];
  const text = (commit: string | undefined): string | undefined => versions.text(root, commit, path);
  return linesDiffer(text(base), text(step.ours), text(step.theirs), text(step.got));
}

function stateFaults(
  world: World,
  root: string,
  step: Step,
  path: string,
): { faults: string[]; expected: ExpectedFile } {
  const state = (commit: string): FileState => world.versions.state(root, commit, path);
  const sides = [state(step.ours), state(step.theirs)] as const;
  const bases = step.bases.map(state);
  const expected = idealFile(path, bases, ...sides);
  let faults = [...faultsOf(expected, step, path, state(step.got)), ...orderDiffers(bases, sides, state(step.got))];
  if (faults.length > 0 && step.bases.length > 1) {
    // Of several bases git makes one, which a driver then sees instead of them.
    const made = idealFile(path, virtualBases(world, root, step.bases, path), ...sides);
    const others = faultsOf(made, step, path, state(step.got));
    if (others.length === 0) return { faults: others, expected: made };
  }
  if (faults.length > 0 && step.mended !== undefined) faults = unmended(world, root, step, path, expected, faults);
  return { faults, expected };
}

function faultsOf(expected: ExpectedFile, { asked, decided }: Asked, path: string, got: FileState): string[] {
  const names = asked.get(path) ?? new Set<string>();
  const due = conflictsIn(expected);
  return [
    ...[...due.keys()].filter(name => !names.has(name)).map(name => `${name}: a conflict that nobody was told of`),
    ...[...names].filter(name => !due.has(name)).map(name => `${name}: no conflict, yet it is asked about`),
    ...differencesFrom(expected, decided.get(path) ?? new Map<string, Choice>(), got),
  ];
}

/** What is still wrong where somebody looked at it after the fact, but for what was changed again in the meantime. */
function unmended(
  world: World,
  root: string,
  step: Step,
  path: string,
  expected: ExpectedFile,
  faults: readonly string[],
): string[] {
  const { mended } = step;
  if (mended === undefined) return [...faults];
  const { versions } = world;
  versions.load(root, [mended.got, ...mended.later.flatMap(commit => [commit, `${commit}^`])]);
  const names = new Set([...(step.asked.get(path) ?? []), ...(mended.asked.get(path) ?? [])]);
  const decided = new Map([...(step.decided.get(path) ?? []), ...(mended.decided.get(path) ?? [])]);
  const all = { asked: new Map([[path, names]]), decided: new Map([[path, decided]]) };
  const touched = new Set<string>();
  for (const commit of mended.later) {
    const [before, after] = [versions.state(root, `${commit}^`, path), versions.state(root, commit, path)];
    for (const subject of new Set([...before.keys(), ...after.keys()])) {
      const [old, now] = [before, after].map(state => JSON.stringify([...(state.get(subject) ?? [])].sort()));
      if (old !== now) touched.add(subject);
    }
  }
  const wrongOnes = new Set(faults.map(subjectOf));
  const isStill = (fault: string): boolean => wrongOnes.has(subjectOf(fault)) && !touched.has(subjectOf(fault));
  return faultsOf(expected, all, path, versions.state(root, mended.got, path)).filter(isStill);
}

function subjectOf(fault: string): string {
  return fault.split(/: | · /, 1)[0] ?? fault;
}
