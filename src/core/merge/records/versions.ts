import type { RecordLine } from './recordLine.js';

/** One record as all versions have it. */
export interface RecordVersions {
  /** As bases have it that have it. */
  readonly bases: readonly RecordLine[];
  /** Whether every base that is known has it. */
  readonly isInAll: boolean;
  /** Whether any base is known. */
  readonly isKnown: boolean;
  readonly ours: RecordLine | undefined;
  readonly theirs: RecordLine | undefined;
}

/**
 * The record of an id as all versions have it.
 * @param bases the lines of the id in each base
 * @returns undefined where the id stands several times on a side, and so names no record
 */
export function recordOfId(
  bases: readonly (readonly RecordLine[])[],
  ours: readonly RecordLine[],
  theirs: readonly RecordLine[],
): RecordVersions | undefined {
  if (ours.length > 1 || theirs.length > 1) return undefined;
  return {
    bases: bases.flat(),
    isInAll: bases.every(lines => lines.length > 0),
    isKnown: bases.length > 0,
    ours: ours[0],
    theirs: theirs[0],
  };
}
