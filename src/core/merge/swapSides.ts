import type { FileBlobs } from '../ports.js';
import type { MergeChoice } from './merge.js';

/**
 * The same merge seen from the other side. What git calls ours is not always what a person calls theirs: when their versions are put
 * on top of colleagues' work, git has it the other way round.
 */
export function swapBlobs({ path, bases, ours, theirs }: FileBlobs): FileBlobs {
  return { path, bases, ours: theirs, theirs: ours };
}

/** What was decided about swapped sides, for the sides as they were. */
export function swapChoices(choices: ReadonlyMap<string, MergeChoice>): ReadonlyMap<string, MergeChoice> {
  const other = { ours: 'theirs', theirs: 'ours', both: 'both' } as const;
  return new Map([...choices].map(([key, choice]) => [key, other[choice]]));
}
