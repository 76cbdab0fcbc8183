import type { Commit, MadeMerge } from '../../../core/ports.js';
import { bothChanged } from './bothChanged.js';
import { mergeOf } from './sides.js';

/** Versions that somebody names. */
export interface NamedVersions {
  readonly ours: Commit;
  readonly theirs: Commit;
  /** What both come from; without it, what git finds. */
  readonly base?: Commit;
  /** Full id of the version that they became. */
  readonly made: string;
}

/**
 * Two versions that somebody names as a merge that was made once.
 * @param folder absolute path of the study
 */
export async function madeOf(folder: string, { ours, theirs, base, made }: NamedVersions): Promise<MadeMerge> {
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
