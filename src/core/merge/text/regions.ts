import { compareTexts } from '../../text/compare.js';
import { hunkPlaces } from '../../text/lineHunks.js';

/** Lines from an index to before another one. */
export type Range = readonly [from: number, to: number];

/** A stretch in which two texts differ. */
export interface Difference {
  readonly ours: Range;
  readonly theirs: Range;
}

/** Differences that are to be judged together, with the stretch around them: between lines that all versions have in common. */
export interface Region extends Difference {
  /** The stretch of each base. */
  readonly bases: readonly Range[];
  readonly differences: readonly Difference[];
}

/** Where two texts differ; the same, swapped, where they are swapped. */
export function differencesOf(ours: readonly string[], theirs: readonly string[]): Difference[] {
  const isFirst = compareTexts(ours.join('\n'), theirs.join('\n')) <= 0;
  const hunks = isFirst ? hunkPlaces(ours, theirs) : hunkPlaces(theirs, ours);
  return hunks.map(({ before, after }) =>
    isFirst ? { ours: before, theirs: after } : { ours: after, theirs: before },
  );
}

/**
 * The stretches in which two texts differ that come from others, as far apart as can be told by lines that all of them have.
 * This is what diff3 finds, but for lines that both sides put in alike: they are no difference.
 */
export function regionsOf(
  bases: readonly (readonly string[])[],
  ours: readonly string[],
  theirs: readonly string[],
): Region[] {
  const matches = bases.map(base => [matchesOf(base, ours), matchesOf(base, theirs)] as const);
  const regions: Region[] = [];
  let last: Tie = { ours: -1, theirs: -1, bases: bases.map(() => -1) };
  let open: Difference[] = [];
  const close = (tie: Tie): void => {
    if (open.length > 0) regions.push(between(last, tie, open));
    last = tie;
    open = [];
  };
  let [i, j] = [0, 0];
  const end: Range = [ours.length, ours.length];
  for (const difference of [
    ...differencesOf(ours, theirs),
    { ours: end, theirs: [theirs.length, theirs.length] as const },
  ]) {
    for (; i < difference.ours[0]; i++, j++) {
      const places = matches.map(([inOurs, inTheirs]) => (inOurs[i] === inTheirs[j] ? (inOurs[i] as number) : -1));
      if (!places.includes(-1)) close({ ours: i, theirs: j, bases: places });
    }
    if (difference.ours !== end) open.push(difference);
    [i, j] = [difference.ours[1], difference.theirs[1]];
  }
  close({ ours: ours.length, theirs: theirs.length, bases: bases.map(base => base.length) });
  return regions;
}

/** A line that all versions have in common, by where it stands in each. */
interface Tie {
  readonly ours: number;
  readonly theirs: number;
  readonly bases: readonly number[];
}

function between(from: Tie, to: Tie, differences: readonly Difference[]): Region {
  return {
    ours: [from.ours + 1, to.ours],
    theirs: [from.theirs + 1, to.theirs],
    bases: from.bases.map((at, i) => [at + 1, to.bases[i] as number]),
    differences,
  };
}

/** For each line of a side, where it stands in a base; -1 where it does not. */
function matchesOf(base: readonly string[], side: readonly string[]): Int32Array {
  const matches = new Int32Array(side.length).fill(-1);
  let [i, j] = [0, 0];
  for (const { before, after } of hunkPlaces(base, side)) {
    while (j < after[0]) matches[j++] = i++;
    [i, j] = [before[1], after[1]];
  }
  while (j < side.length) matches[j++] = i++;
  return matches;
}
