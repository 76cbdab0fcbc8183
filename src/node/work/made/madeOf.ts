import type { Commit, MadeMerge } from '../../../core/ports.js';
import { bothChanged } from './bothChanged.js';
import { mergeOf } from './sides.js';

/**
 * Two versions that somebody names as a merge that was made once.
 * @param folder absolute path of the study
 * @param made full id of the version that it became
 * @param base what both come from; without it, what git finds
 */
export async function madeOf(
  folder: string,
  {
    ours,
    theirs,
    base,
    made,
  }: { readonly ours: Commit; readonly theirs: Commit; readonly base?: Commit; readonly made: string },
): Promise<MadeMerge> {
  const sides =
    base === undefined
      ? await mergeOf(folder, ours.id, theirs.id)
      : { ours: ours.id, theirs: theirs.id, bases: [base.id] };
  const files = await bothChanged(folder, sides);
  return {
    ...sides,
    underWay: undefined,
    made,
    files: files.map(file => ({ ...file, isUnmerged: false, left: undefined })),
  };
}
