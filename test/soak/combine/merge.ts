import type { Clone } from '../clones/clone.js';
import type { Chance } from '../support/chance.js';
import { answerAll } from './answer.js';
import type { Step } from './step.js';
import { resolveAfter, unmerged } from './underWay.js';

const lines = (text: string): string[] => text.split('\n').filter(Boolean);

/** The commits that two have in common, the last ones. */
export function basesOf(clone: Clone, ours: string, theirs: string): string[] {
  return lines(clone.ask('merge-base', '--all', ours, theirs).out);
}

/** `git merge`, and after it whatever is to be settled. */
export async function mergeByGit(clone: Clone, theirs: string, chance: Chance, how: string): Promise<Step[]> {
  const ours = clone.head();
  const bases = basesOf(clone, ours, theirs);
  if (bases.includes(theirs)) return [];
  const args = chance.percent(20) ? ['--no-ff'] : [];
  const { code, err, out } = clone.ask('merge', '--no-edit', ...args, theirs);
  if (code !== 0 && unmerged(clone).length === 0) throw new Error(`${clone.name}: git merge: ${err}${out}`);
  if (bases.includes(ours))
    return [{ how: `${how}, forward`, bases, ours, theirs, got: clone.head(), asked: new Map(), decided: new Map() }];
  const answered = await resolveAfter(clone, chance);
  clone.git('add', '--all');
  if (code !== 0) clone.git('commit', '--quiet', '--no-edit');
  else clone.commit('settled after the merge');
  return [{ how, bases, ours, theirs, got: clone.head(), ...answered, isAfterwards: true }];
}

/** What “Get Colleagues' Work” does, by the product alone. */
export async function mergeByProduct(clone: Clone, theirs: string, chance: Chance, how: string): Promise<Step[]> {
  const { work, git } = await clone.product();
  const ours = clone.head();
  const merge = await work.merge(theirs);
  if (merge.relation === 'here') return [];
  const answered = await answerAll(git, merge.bothChanged, chance);
  const got = await work.conclude(merge, answered.files, `${how} into ${clone.name}`);
  await clone.look();
  return [{ how: `${how}, ${merge.relation}`, bases: merge.bases, ours, theirs, got, ...answered }];
}

/** `git merge --squash`: everything of another version as one commit, of which history does not know where it comes from. */
export async function squash(clone: Clone, theirs: string, chance: Chance, how: string): Promise<Step[]> {
  const ours = clone.head();
  const bases = basesOf(clone, ours, theirs);
  if (bases.includes(theirs) || bases.includes(ours)) return [];
  const { code, err, out } = clone.ask('merge', '--squash', theirs);
  if (code !== 0 && unmerged(clone).length === 0) throw new Error(`${clone.name}: git merge --squash: ${err}${out}`);
  const answered = await resolveAfter(clone, chance);
  clone.commit(`squashed ${theirs} ${clone.count()}`);
  return [{ how, bases, ours, theirs, got: clone.head(), ...answered, isAfterwards: true }];
}
