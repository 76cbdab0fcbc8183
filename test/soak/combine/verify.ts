import type { World } from '../clones/world.js';
import { askedWrongly, type Choice, conflictsIn, differencesFrom, NEEDLESS } from '../model/check.js';
import { idealFile } from '../model/idealFile.js';
import type { ExpectedFile } from '../model/merge.js';
import { orderDiffers } from '../model/order.js';
import { readFile } from '../model/readFile.js';
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

/** Ids that are not as they must be, by file. */
export type Faulty = ReadonlyMap<string, ReadonlySet<string>>;

/** What a step came to. */
export interface Verified {
  readonly files: readonly VerifiedFile[];
  /** One sentence for everything that is not as the ideal model says. */
  readonly wrong: readonly string[];
  /** Files that git had not made as they had to be, whether that was mended or not. */
  readonly faulty: Faulty;
  /** In how many files git answered something by itself where histories had crossed. */
  readonly crossed: number;
  /** Questions after the fact that would not have been asked before. */
  readonly needless: number;
}

/**
 * Compares what became of two versions with what the ideal model makes of them, file by file.
 * @param root the clone that has all commits of the step
 * @param before what was faulty after the step before, of which this one has its `ours`
 */
export function verify(world: World, root: string, step: Step, before: Faulty = new Map()): Verified {
  const { versions } = world;
  const commits = [...step.bases, step.ours, step.theirs, step.got];
  versions.load(root, commits);
  const paths = new Set(commits.flatMap(commit => [...versions.files(root, commit).keys()]));
  const files: VerifiedFile[] = [];
  const wrong: string[] = [];
  const faulty = new Map<string, ReadonlySet<string>>();
  let crossed = 0;
  let needless = 0;
  for (const path of paths) {
    const blobs = commits.map(commit => versions.files(root, commit).get(path));
    if (new Set(blobs).size === 1) continue;
    const found =
      kindOf(path) === 'text'
        ? { faults: textFaults(world, root, step, path) }
        : stateFaults(world, root, step, path, before.get(path) ?? new Set());
    if ('expected' in found) files.push({ path, expected: found.expected });
    if ('faulty' in found && found.faulty !== undefined) faulty.set(path, found.faulty);
    if ('crossed' in found) crossed += found.crossed ?? 0;
    if ('needless' in found) needless += found.needless ?? 0;
    if (found.faults.length === 0) continue;
    wrong.push(...found.faults.map(one => `${path}: ${one}`));
    wrong.push(`${path}: its versions are in ${keepVersions(world, root, step, path)}`);
  }
  return { files, wrong, faulty, crossed, needless };
}

/** What mending changed although nothing was wrong with it: of the steps that were looked at together. */
export function overmended(
  world: World,
  root: string,
  steps: readonly Step[],
  faulty: { has(path: string): boolean },
): string[] {
  const last = steps.at(-1);
  if (last?.mended === undefined) return [];
  const [before, after] = [last.got, last.mended.got].map(commit => world.versions.files(root, commit));
  const paths = [...(before?.keys() ?? []), ...(after?.keys() ?? [])];
  const changed = paths.filter(
    path =>
      kindOf(path) !== 'text' &&
      before?.get(path) !== after?.get(path) &&
      !faulty.has(path) &&
      !last.mended?.asked.has(path),
  );
  return [...new Set(changed)].map(
    path => `${path}: was mended in ${last.mended?.got}, though nothing was wrong with it`,
  );
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
  before: ReadonlySet<string>,
): {
  faults: string[];
  expected: ExpectedFile;
  faulty?: ReadonlySet<string> | undefined;
  crossed?: number;
  needless?: number;
} {
  const state = (commit: string): FileState => world.versions.state(root, commit, path);
  const sides = [state(step.ours), state(step.theirs)] as const;
  const common = virtualBases(world, root, step.bases, path);
  const bases = common.texts.map(text => readFile(path, text));
  const expected = idealFile(path, bases, ...sides);
  const ordered = orderDiffers(bases, sides, state(step.got));
  let faults = [...common.wrong, ...faultsOf(expected, step, path, state(step.got)), ...ordered];
  if (faults.length > 0 && step.bases.length > 1 && step.isAfterwards) {
    const told = answeredByGit(expected, step, path, state(step.got));
    if (faultsOf(expected, told, path, state(step.got)).length === 0) return { faults: [], expected, crossed: 1 };
  }
  if (faults.length > 0 && world.hasNoDriver && step.isAfterwards) {
    // After the fact it cannot always be told what git did by itself and what a person did: then it is asked.
    const needless = new Set(faults.filter(one => one.endsWith(NEEDLESS)).map(subjectOf));
    const others = faults.filter(one => !needless.has(subjectOf(one)) && !needless.has(idOf(one)));
    if (others.length === 0) return { faults: [], expected, needless: needless.size };
  }
  if (faults.length === 0) return { faults, expected };
  const faulty = new Set(faults.map(idOf));
  if (step.mended !== undefined) faults = unmended(world, root, step, path, expected, faults, before);
  return { faults, expected, faulty };
}

/**
 * What was asked, and besides what git answered by itself where it made one base of several, which nobody can tell from an answer of a person's
 * after the fact.
 */
function answeredByGit(expected: ExpectedFile, { asked, decided }: Asked, path: string, got: FileState): Asked {
  const names = new Set(asked.get(path));
  const answers = new Map(decided.get(path));
  for (const [name, { subject }] of conflictsIn(expected)) {
    if (names.has(name)) continue;
    names.add(name);
    const isOurs = differencesFrom(expected, answers, got).every(one => subjectOf(one) !== subject);
    answers.set(name, isOurs ? 'ours' : 'theirs');
  }
  return { asked: new Map([[path, names]]), decided: new Map([[path, answers]]) };
}

function faultsOf(expected: ExpectedFile, { asked, decided }: Asked, path: string, got: FileState): string[] {
  const names = asked.get(path) ?? new Set<string>();
  return [
    ...askedWrongly(expected, names),
    ...differencesFrom(expected, decided.get(path) ?? new Map<string, Choice>(), got),
  ];
}

/**
 * What is still wrong where somebody looked at it after the fact, but for what was changed again in the meantime, and for what was wrong before.
 *
 * What comes out cannot be told from an `ours` that git itself had made wrongly in the step before and that nobody ever meant: of a code that
 * was moved here and merged there, git may make both, so that it is an entry and a former id. From such an `ours` an entry has to come, but what is
 * mended then may well be that it was merged. So a step does not answer for what it found wrong and left alone. The step before answers for it, and
 * for all that is to be said of an id: whether it is an entry, and whether it is a former one of another. What a step has changed itself it
 * answers for as ever; and no id may stand for two things, whoever answers for it.
 * @param before ids that were faulty after the step before
 */
function unmended(
  world: World,
  root: string,
  step: Step,
  path: string,
  expected: ExpectedFile,
  faults: readonly string[],
  before: ReadonlySet<string>,
): string[] {
  const { mended } = step;
  if (mended === undefined) return [...faults];
  const { versions } = world;
  versions.load(root, [mended.got]);
  const names = new Set([...(step.asked.get(path) ?? []), ...(mended.asked.get(path) ?? [])]);
  const decided = new Map([...(step.decided.get(path) ?? []), ...(mended.decided.get(path) ?? [])]);
  const all = { asked: new Map([[path, names]]), decided: new Map([[path, decided]]) };
  const wrongOnes = new Set(faults.flatMap(fault => [subjectOf(fault), `where ${subjectOf(fault)}`]));
  const changed = changedBy(world, root, path, [step.theirs]);
  const changedLater = changedBy(world, root, path, mended.later);
  const isStill = (fault: string): boolean => {
    const subject = subjectOf(fault);
    const isFromBefore = before.has(idOf(fault)) && !changed.has(subject);
    return wrongOnes.has(subject) && !changedLater.has(subject) && !isFromBefore;
  };
  const got = versions.state(root, mended.got, path);
  return [...faultsOf(expected, all, path, got).filter(isStill), ...standForTwo(got)];
}

/** Ids that are those of entries, and former ones as well: that is wrong whatever they were to become. */
function standForTwo(got: FileState): string[] {
  return [...got.keys()]
    .filter(subject => subject.startsWith('where ') && got.has(idOf(subject)))
    .map(subject => `${idOf(subject)}: is an entry and a former id`);
}

/** The subjects of a file that commits changed. */
function changedBy({ versions }: World, root: string, path: string, commits: readonly string[]): Set<string> {
  versions.load(
    root,
    commits.flatMap(commit => [commit, `${commit}^`]),
  );
  const changed = new Set<string>();
  for (const commit of commits) {
    const [before, after] = [versions.state(root, `${commit}^`, path), versions.state(root, commit, path)];
    for (const subject of new Set([...before.keys(), ...after.keys()])) {
      const [old, now] = [before, after].map(state => JSON.stringify([...(state.get(subject) ?? [])].sort()));
      if (old !== now) changed.add(subject);
    }
  }
  return changed;
}

function subjectOf(fault: string): string {
  return fault.split(/: | · /, 1)[0] ?? fault;
}

/** The id that a fault is about, whatever that stands for. */
function idOf(fault: string): string {
  return subjectOf(fault).replace(/^where /, '');
}
