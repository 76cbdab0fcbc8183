import { askGit } from '../clones/git.js';
import type { World } from '../clones/world.js';
import { idealFile } from '../model/idealFile.js';
import { settled } from '../model/settled.js';
import type { FileState } from '../model/state.js';

/**
 * What git makes of several bases before it merges: it puts them together in turn. Where they contradict each other there are two states, one
 * with all as the one has it, one as the other.
 */
export function virtualBases(world: World, root: string, bases: readonly string[], path: string): FileState[] {
  const { versions } = world;
  versions.load(root, bases);
  const [first, ...others] = bases;
  if (first === undefined) return [];
  let made: FileState[] = [versions.state(root, first, path)];
  let last = first;
  for (const other of others) {
    const below = askGit(root, ['merge-base', '--all', last, other]).out.split('\n').filter(Boolean);
    const state = versions.state(root, other, path);
    const before = virtualBases(world, root, below, path);
    const results = made.flatMap(one => {
      const expected = idealFile(path, before, one, state);
      return [settled(expected, 'ours'), settled(expected, 'theirs')];
    });
    made = results;
    last = other;
  }
  return made;
}
