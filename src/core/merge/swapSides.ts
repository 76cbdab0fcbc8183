import type { FileBlobs } from '../ports.js';

/**
 * The same merge seen from the other side. What git calls ours is not always what a person calls theirs: when their versions are put
 * on top of colleagues' work, git has it the other way round.
 */
export function swapBlobs({ path, bases, ours, theirs }: FileBlobs): FileBlobs {
  return { path, bases, ours: theirs, theirs: ours };
}
