/** What decides where order is open. */
export interface OrderRules<T> {
  /** Which of two stands first. */
  compare(a: T, b: T): number;
  /** The same for things of which two versions have two orders: by what is the same in both. */
  compareNames(a: T, b: T): number;
  /** Tells what has no place of its own and goes with what stands before it. */
  isLoose(item: T): boolean;
}

/**
 * The order of what two versions are put together to, without moving anything: what the base has keeps the base's order, what is new stands
 * behind what it stands behind in its own version, and where both versions have something new in one place, the rules say. The same whichever side is ours.
 * @param base what of it the base has, in its order; empty where nothing is known
 * @param ours what of it each side has, in its order
 */
export function mergeOrder<T>(base: readonly T[], ours: readonly T[], theirs: readonly T[], by: OrderRules<T>): T[] {
  const rank = new Map(base.map((item, i) => [item, i]));
  const [mine, other] = [gapsOf(ours, rank), gapsOf(theirs, rank)];
  const isHere = (item: T, gap: number, others: ReadonlyMap<T, number>): boolean => (others.get(item) ?? gap) >= gap;
  const byGap = (own: ReadonlyMap<T, number>, others: ReadonlyMap<T, number>): Map<number, T[]> => {
    const lists = new Map<number, T[]>();
    // What both have new, in two places, stands in the earlier one.
    for (const [item, gap] of own) {
      if (!isHere(item, gap, others)) continue;
      const list = lists.get(gap);
      if (list === undefined) lists.set(gap, [item]);
      else list.push(item);
    }
    return lists;
  };
  const [a, b] = [byGap(mine, other), byGap(other, mine)];
  const result: T[] = [];
  for (let gap = -1; gap < base.length; gap++) {
    if (gap >= 0) result.push(base[gap] as T);
    for (const item of mergedGap(a.get(gap) ?? [], b.get(gap) ?? [], by)) result.push(item);
  }
  return result;
}

/** Of what a side has that the base has not: the rank in the base of what it stands behind, -1 at the beginning. In the side's order. */
function gapsOf<T>(side: readonly T[], rank: ReadonlyMap<T, number>): Map<T, number> {
  const gaps = new Map<T, number>();
  let gap = -1;
  for (const item of side) {
    const known = rank.get(item);
    if (known === undefined) gaps.set(item, gap);
    else gap = known;
  }
  return gaps;
}

/** What two sides have new in one place. Each keeps its order, unless what both have stands in two orders: then all is sorted. */
function mergedGap<T>(ours: readonly T[], theirs: readonly T[], by: OrderRules<T>): readonly T[] {
  if (theirs.length === 0) return ours;
  if (ours.length === 0) return theirs;
  const [inOurs, inTheirs] = [new Set(ours), new Set(theirs)];
  const [common, others] = [ours.filter(item => inTheirs.has(item)), theirs.filter(item => inOurs.has(item))];
  if (common.some((item, i) => others[i] !== item)) return [...new Set([...ours, ...theirs])].sort(by.compareNames);
  const result: T[] = [];
  let [i, j] = [0, 0];
  for (const item of [...common, undefined]) {
    const [toI, toJ] =
      item === undefined ? [ours.length, theirs.length] : [ours.indexOf(item, i), theirs.indexOf(item, j)];
    for (const next of interleaved(ours.slice(i, toI), theirs.slice(j, toJ), by)) result.push(next);
    if (item !== undefined) result.push(item);
    [i, j] = [toI + 1, toJ + 1];
  }
  return result;
}

/** Two lists of different things as one. */
function interleaved<T>(a: readonly T[], b: readonly T[], by: OrderRules<T>): T[] {
  const result: T[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] as T, b[j] as T];
    const isFirst = by.isLoose(x) === by.isLoose(y) ? by.compare(x, y) <= 0 : by.isLoose(x);
    const from = isFirst ? a : b;
    let at = isFirst ? i : j;
    // Loose lines are kept together: they may be pieces of one thing.
    do result.push(from[at++] as T);
    while (at < from.length && by.isLoose(from[at - 1] as T) && by.isLoose(from[at] as T));
    if (isFirst) i = at;
    else j = at;
  }
  return [...result, ...a.slice(i), ...b.slice(j)];
}
