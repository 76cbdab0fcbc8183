import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Clone } from '../clones/clone.js';
import type { Chance } from '../support/chance.js';
import { answerAll } from './answer.js';
import { type Asked, nothingAsked } from './step.js';

/** Looks at what git has just made or is in the middle of, as `verbatim resolve` does, and settles what it can: everything. */
export async function resolveAfter(clone: Clone, chance: Chance): Promise<Asked> {
  await clone.look();
  const { store } = clone.study;
  const [work, reading] = [await store.work?.(), await store.git?.()];
  if (work === undefined || reading === undefined) throw new Error(`${clone.name}: the product may not ask git`);
  const made = await work.lastMerge();
  if (made === undefined) return nothingAsked();
  const answered = await answerAll(reading, made.files, chance);
  for (const [file, text] of answered.texts) put(path.join(clone.root, file), text);
  if (made.underWay !== undefined) await work.settle([...answered.texts.keys()]);
  await clone.look();
  return answered;
}

function put(file: string, text: string | undefined): void {
  if (text === undefined) rmSync(file, { force: true });
  else {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Whether git is in the middle of a rebase, a cherry-pick or a merge. */
export function isUnderWay({ root }: Clone, what: 'rebase' | 'cherry-pick' | 'merge'): boolean {
  const names = {
    rebase: ['rebase-merge', 'rebase-apply'],
    'cherry-pick': ['CHERRY_PICK_HEAD', 'sequencer'],
    merge: ['MERGE_HEAD'],
  };
  return names[what].some(name => existsSync(path.join(root, '.git', name)));
}

/** Paths that git has as conflicts. */
export function unmerged(clone: Clone): string[] {
  return clone.git('diff', '--name-only', '--diff-filter=U').split('\n').filter(Boolean);
}
