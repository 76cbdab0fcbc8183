import { compareTexts } from '../../text/compare.js';

/** A list as the versions have it. */
export interface Orders<T> {
  readonly bases: readonly (readonly T[])[];
  readonly one: readonly T[];
  readonly two: readonly T[];
}

/**
 * Merges the order of a list. Of any two things that a base has the order holds that a side changed; what is new stands behind what it
 * stands behind there. Neither side comes first: where both put something in the same place, or contradict each other, names decide.
 * @param nameOf a name of its own for each
 */
export function mergeOrder<T>({ bases, one, two }: Orders<T>, nameOf: (item: T) => string): T[] {
  const [old, inTwo] = [new Set(bases.flat()), new Set(two)];
  const staying = one.filter(item => inTwo.has(item) && old.has(item));
  const order = mergeCommon(staying, bases.map(ranksOf), ranksOf(one), ranksOf(two), nameOf);
  const anchors = new Set(staying);
  const before = ranksOf(bases[0] ?? []);
  const [ofOne, ofTwo] = [anchorsOf(one, anchors), anchorsOf(two, anchors)];
  const anchorOf = (item: T): T | undefined => {
    if (!ofOne.has(item) || !ofTwo.has(item)) return ofOne.get(item) ?? ofTwo.get(item);
    const [a, b] = [ofOne.get(item), ofTwo.get(item)];
    return compareTexts(a === undefined ? '' : nameOf(a), b === undefined ? '' : nameOf(b)) <= 0 ? a : b;
  };
  const behind = (anchor: T | undefined): T[] => {
    const isHere = (item: T): boolean => !anchors.has(item) && anchorOf(item) === anchor;
    return mergeNew(one.filter(isHere), two.filter(isHere), before, nameOf);
  };
  return [...behind(undefined), ...order.flatMap(item => [item, ...behind(item)])];
}

/** What each of the other things stands behind. */
function anchorsOf<T>(list: readonly T[], anchors: ReadonlySet<T>): Map<T, T | undefined> {
  const found = new Map<T, T | undefined>();
  let anchor: T | undefined;
  for (const item of list) {
    if (anchors.has(item)) anchor = item;
    else found.set(item, anchor);
  }
  return found;
}

/**
 * What stands between two things that both sides have.
 * @param before where things stood that only one side has by now
 */
function mergeNew<T>(one: readonly T[], two: readonly T[], before: Ranks<T>, nameOf: (item: T) => string): T[] {
  if (one.length === 0 || two.length === 0) return [...one, ...two];
  const [inOne, inTwo] = [ranksOf(one), ranksOf(two)];
  const order = mergeCommon(
    one.filter(item => inTwo.has(item)),
    [],
    inOne,
    inTwo,
    nameOf,
  );
  const runs = new Map<T | undefined, T[][]>();
  for (const { after, items } of [...runsOf(one, inTwo), ...runsOf(two, inOne)]) {
    runs.set(after, [...(runs.get(after) ?? []), items]);
  }
  const compare = ([a]: readonly T[], [b]: readonly T[]): number => {
    const [first, second] = [before.get(a as T), before.get(b as T)];
    if (first !== undefined && second !== undefined) return first - second;
    return compareTexts(nameOf(a as T), nameOf(b as T));
  };
  const put = (after: T | undefined): T[] => (runs.get(after) ?? []).sort(compare).flat();
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
