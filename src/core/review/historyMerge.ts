import type { CommittedFile } from '../ports.js';
import type { Change } from './change.js';
import type { Comparison } from './compare.js';
import type { FileState } from './historyStates.js';
import type { StudyState } from './studyState.js';

/** Compares two states. */
export type Compare = (before: StudyState, after: StudyState) => Promise<Comparison>;

/**
 * What a merge commit changed itself: what is said by none of the states it brought together.
 *
 * A file that is as one of the parents had it came from there. Of the others, where both sides were brought together line by line, each
 * parent's version is compared with what was made of it: a change that is one against every parent is nobody's but the merge's.
 * @param files what the merge changed against its first parent
 * @param before the states of its parents
 */
export async function changedByMerge(
  files: readonly CommittedFile[],
  before: readonly [FileState, ...FileState[]],
  after: FileState,
  compare: Compare,
  stateOf: (state: FileState, files?: ReadonlyMap<string, string>) => StudyState,
): Promise<readonly Change[]> {
  const own = files.filter(({ path, after: blob }) => before.every(parent => parent.files.get(path) !== blob));
  if (own.length === 0) return [];
  const lists: (readonly Change[])[] = [];
  for (const parent of before) {
    const overlaid = new Map(after.files);
    for (const { path } of own) {
      const blob = parent.files.get(path);
      if (blob === undefined) overlaid.delete(path);
      else overlaid.set(path, blob);
    }
    lists.push((await compare(stateOf(parent, overlaid), stateOf(after))).changes);
  }
  const [first = [], ...others] = lists;
  const keys = others.map(changes => new Set(changes.map(({ key }) => key)));
  return first.filter(({ key }) => keys.every(known => known.has(key)));
}
