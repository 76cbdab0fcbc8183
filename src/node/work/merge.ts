import type { GitMerge } from '../../core/ports.js';
import { noVersionYet } from '../../core/versions/failures.js';
import { requireFullId } from '../gitFiles.js';
import { gitPieces } from '../gitOutput.js';
import { bothChanged } from './bothChanged.js';
import { putTogether } from './mergeTree.js';
import { headOf } from './ownIndex.js';
import type { Place } from './place.js';

/**
 * Puts the current version and another one together in memory; files, index and branches are not touched.
 * @param theirs full id
 */
export async function merge(place: Place, theirs: string): Promise<GitMerge> {
  requireFullId(theirs);
  const ours = await headOf(place);
  if (ours === undefined) throw noVersionYet();
  const bases = await basesOf(place, ours, theirs);
  const simple = { ours, theirs, bases, bothChanged: [], foreign: [], tree: '' };
  if (bases.includes(theirs)) return { ...simple, relation: 'here' };
  if (bases.includes(ours)) return { ...simple, relation: 'forward' };
  const together = await putTogether(place, ours, theirs, bases);
  const changed = await bothChanged(place, { ours, theirs, bases }, together);
  return { ...simple, ...changed, relation: 'both', tree: together.tree };
}

/** All versions that two come from and that are no older than another such version. */
export async function basesOf(place: Place, ours: string, theirs: string): Promise<string[]> {
  const args = ['merge-base', '--all', ours, theirs];
  return gitPieces({ folder: place.top, args, purpose: 'find where two versions part', answers: [1] }, '\n');
}
