import { compareTexts } from '../../text/compare.js';

/** A list as the versions have it. */
export interface Orders<T> {
  readonly bases: readonly (readonly T[])[];
  readonly one: readonly T[];
  readonly two: readonly T[];
}

/**
 * Merges the order of a list. Of any two things the order holds that a side changed; what only one side has stands behind what it
 * stands behind there. Neither side comes first: where both put something in the same place, or contradict each other, names decide.
 * @param nameOf a name of its own for each
 */
export function mergeOrder<T>({ bases, one, two }: Orders<T>, nameOf: (item: T) => string): T[] {
  const [inOne, inTwo] = [ranksOf(one), ranksOf(two)];
  const common = one.filter(item => inTwo.has(item));
  const order = mergeCommon(common, bases.map(ranksOf), inOne, inTwo, nameOf);
  const runs = [...runsOf(one, inTwo), ...runsOf(two, inOne)];
  const behind = new Map<T | undefined, T[][]>();
  for (const { after, items } of runs) behind.set(after, [...(behind.get(after) ?? []), items]);
  const put = (after: T | undefined): T[] => {
    const sorted = (behind.get(after) ?? []).sort((a, b) => compareTexts(nameOf(a[0] as T), nameOf(b[0] as T)));
    return sorted.flat();
  };
  return [...put(undefined), ...order.flatMap(item => [item, ...put(item)])];
}

type Ranks<T> = ReadonlyMap<T, number>;

function ranksOf<T>(list: readonly T[]): Ranks<T> {
  return new Map(list.map((item, i) => [item, i]));
}

/** What only this list has, in runs, each with what it stands behind. */
function runsOf<T>(list: readonly T[], other: Ranks<T>): { after: T | undefined; items: T[] }[] {
  const runs: { after: T | undefined; items: T[] }[] = [];
  let after: T | undefined;
  let open: T[] | undefined;
  for (const item of list) {
    if (other.has(item)) {
      after = item;
      open = undefined;
    } else if (open !== undefined) open.push(item);
    else {
      open = [item];
      runs.push({ after, items: open });
    }
  }
  return runs;
}

/** The order of what both sides have. */
function mergeCommon<T>(
  common: readonly T[],
  bases: readonly Ranks<T>[],
  one: Ranks<T>,
  two: Ranks<T>,
  nameOf: (item: T) => string,
): T[] {
  const by = (ranks: Ranks<T>): T[] => [...common].sort((a, b) => rank(ranks, a) - rank(ranks, b));
  const [inOne, inTwo] = [by(one), by(two)];
  const isSame = (a: readonly T[], b: readonly T[]): boolean => a.every((item, i) => item === b[i]);
  if (isSame(inOne, inTwo)) return inOne;
  const isOld = (list: readonly T[]): boolean =>
    bases.some(base =>
      list.every((item, i) => base.has(item) && (i === 0 || rank(base, list[i - 1] as T) < rank(base, item))),
    );
  if (isOld(inOne) !== isOld(inTwo)) return isOld(inOne) ? inTwo : inOne;
  return byWins(
    common,
    (a, b) => {
      const [first, second] = [rank(one, a) < rank(one, b), rank(two, a) < rank(two, b)];
      if (first === second) return first;
      const isNew = (now: boolean): boolean =>
        bases.every(base => !base.has(a) || !base.has(b) || rank(base, a) < rank(base, b) !== now);
      if (isNew(first) !== isNew(second)) return isNew(first) ? first : second;
      return compareTexts(nameOf(a), nameOf(b)) < 0;
    },
    ring => {
      const in1 = inOne.filter(item => ring.has(item));
      const in2 = inTwo.filter(item => ring.has(item));
      const names = (list: readonly T[]): string => list.map(nameOf).join('\n');
      return compareTexts(names(in1), names(in2)) <= 0 ? in1 : in2;
    },
  );
}

function rank<T>(ranks: Ranks<T>, item: T): number {
  return ranks.get(item) ?? Number.POSITIVE_INFINITY;
}

/**
 * Sorts by a relation that says of any two which comes first, but need not agree with itself.
 * @param inRing the order of things that the relation sends in a circle
 */
function byWins<T>(items: readonly T[], isFirst: (a: T, b: T) => boolean, inRing: (ring: ReadonlySet<T>) => T[]): T[] {
  const losses = new Map(items.map(item => [item, 0]));
  items.forEach((a, i) => {
    for (const b of items.slice(i + 1)) {
      const loser = isFirst(a, b) ? b : a;
      losses.set(loser, (losses.get(loser) ?? 0) + 1);
    }
  });
  const sorted = [...items].sort((a, b) => (losses.get(a) as number) - (losses.get(b) as number));
  const order: T[] = [];
  let ring: T[] = [];
  let sum = 0;
  sorted.forEach((item, i) => {
    ring.push(item);
    sum += losses.get(item) as number;
    // As many losses as the first ones can have among themselves: none of them stands behind any of the others.
    if (sum !== ((i + 1) * i) / 2) return;
    order.push(...(ring.length === 1 ? ring : inRing(new Set(ring))));
    ring = [];
  });
  return order;
}
