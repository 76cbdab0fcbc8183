import { existsSync } from 'node:fs';
import path from 'node:path';
import { lookAt } from '../../../src/core/merge/afterwards/lookAt.js';
import type { MergeChoice } from '../../../src/core/merge/merge.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import type { Clone } from '../clones/clone.js';
import type { Chance } from '../support/chance.js';
import { take } from './answer.js';
import { type Asked, nothingAsked } from './step.js';

/** Decisions may raise further questions, but not for ever. */
const MOST_LOOKS = 5;

/**
 * Looks at what git has just made or is in the middle of, as `verbatim resolve` does, decides by chance whatever is in question, and settles
 * the files.
 */
export async function resolveAfter(clone: Clone, chance: Chance): Promise<Asked> {
  await clone.look();
  const { store } = clone.study;
  const { work, git } = await clone.product();
  const { merges } = await work.lastMerges();
  const told = nothingAsked();
  const decisions = new Map<string, Map<string, MergeChoice>>();
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const { files, left } = await lookAt(
      store,
      git,
      merges,
      () => true,
      file => decisions.get(file) ?? new Map(),
    );
    if (left.length > 0) throw new Error(`${clone.name}: ${left[0]?.path} cannot be settled (${left[0]?.why})`);
    const open = files.filter(({ outcome }) => outcome.conflicts.length > 0);
    for (const { path: file, outcome } of open) take(file, outcome.conflicts, chance, decisions, told);
    if (open.length > 0) continue;
    for (const { path: file, now, outcome } of files) {
      const next = outcome.text === undefined ? undefined : encodeUtf8(outcome.text);
      if (!(await store.replace(file, now, next))) throw new Error(`${clone.name}: ${file} was changed meanwhile`);
    }
    await work.settle(files.filter(({ isUnmerged }) => isUnmerged).map(file => file.path));
    await clone.look();
    return told;
  }
  throw new Error(`${clone.name}: the same is asked again and again: ${[...told.asked].map(String).join('; ')}`);
}

/** Whether git is in the middle of a rebase or a cherry-pick. */
export function isUnderWay({ root }: Clone, what: 'rebase' | 'cherry-pick'): boolean {
  const names = what === 'rebase' ? ['rebase-merge', 'rebase-apply'] : ['CHERRY_PICK_HEAD', 'sequencer'];
  return names.some(name => existsSync(path.join(root, '.git', name)));
}

/** Paths that git has as conflicts. */
export function unmerged(clone: Clone): string[] {
  return clone.git('diff', '--name-only', '--diff-filter=U').split('\n').filter(Boolean);
}
