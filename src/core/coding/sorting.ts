/** How many codes an excerpt can be sorted into: the keys 1 to 9. */
export const MOST_TARGETS = 9;

/** The number of the code that is being split; the new places count from 1. */
export const OLD_CODE = 0;

/**
 * Where somebody has come in sorting the excerpts of a code into other codes. Plain data in the end (`packSorting`), so
 * that an hour of sorting survives a hidden page and a reload of the window.
 */
export interface Sorting {
  /** Counts the changes: of two states of one sorting the one with more turns is the newer. */
  readonly turn: number;
  /** Names of the codes to sort into, as typed: of a code that exists or of one that will be made. Number 1 is the first. */
  readonly targets: readonly string[];
  /** For each coding, by id, the numbers of its codes in the order they were given; one that is not in it waits to be sorted. */
  readonly choices: ReadonlyMap<string, readonly number[]>;
  /** Leaves the codings of other coders alone. */
  readonly onlyMine: boolean;
  /** It was applied; it is kept for who undoes that and sorts on. */
  readonly applied: boolean;
}

/** A sorting that has not begun: two codes without a name. */
export const NEW_SORTING: Sorting = { turn: 0, targets: ['', ''], choices: new Map(), onlyMine: false, applied: false };

/** The sorting with another name for a code. */
export function nameTarget(sorting: Sorting, number: number, name: string): Sorting {
  return next(sorting, { targets: sorting.targets.map((old, i) => (i === number - 1 ? name : old)) });
}

/** The sorting with one more code, up to nine. */
export function addTarget(sorting: Sorting, name = ''): Sorting {
  return sorting.targets.length >= MOST_TARGETS ? sorting : next(sorting, { targets: [...sorting.targets, name] });
}

/** The sorting without a code: what was sorted into it alone waits again, and those behind it move up. */
export function removeTarget(sorting: Sorting, number: number): Sorting {
  const choices = new Map<string, readonly number[]>();
  for (const [id, numbers] of sorting.choices) {
    const left = numbers.filter(one => one !== number).map(one => (one > number ? one - 1 : one));
    if (left.length > 0) choices.set(id, left);
  }
  return next(sorting, { targets: sorting.targets.filter((_, i) => i !== number - 1), choices });
}

/** The sorting with an excerpt in one code and no other; number 0 leaves it with the old code. */
export function assign(sorting: Sorting, id: string, number: number): Sorting {
  return isNumber(sorting, number) ? choose(sorting, id, [number]) : sorting;
}

/** The sorting with an excerpt in a further code as well, or no longer in it where it was. */
export function assignAlso(sorting: Sorting, id: string, number: number): Sorting {
  if (!isNumber(sorting, number)) return sorting;
  const numbers = sorting.choices.get(id) ?? [];
  return choose(sorting, id, numbers.includes(number) ? numbers.filter(one => one !== number) : [...numbers, number]);
}

/** The sorting with an excerpt that waits to be sorted again. */
export function unassign(sorting: Sorting, id: string): Sorting {
  return sorting.choices.has(id) ? choose(sorting, id, []) : sorting;
}

/** The sorting for all coders, or for the codings of one's own only. */
export function sortOnlyMine(sorting: Sorting, onlyMine: boolean): Sorting {
  return next(sorting, { onlyMine });
}

/** The sorting as one that was applied. */
export function applied(sorting: Sorting): Sorting {
  return { ...sorting, applied: true };
}

/**
 * A sorting that was begun before, to go on with: undefined where none of what was sorted is there any more. After it was
 * applied only those count that it took away and an undo brought back.
 * @param ids of the codings that have the code now
 */
export function resumed(sorting: Sorting, ids: Iterable<string>): Sorting | undefined {
  for (const id of ids) {
    const numbers = sorting.choices.get(id);
    if (numbers === undefined || (sorting.applied && numbers.includes(OLD_CODE))) continue;
    return next(sorting, {});
  }
  return undefined;
}

/** How many of some codings are in each code, by number, and how many wait; one in two codes counts in both. */
export function countSorted(sorting: Sorting, ids: Iterable<string>): { byNumber: number[]; waiting: number } {
  const byNumber: number[] = [OLD_CODE, ...sorting.targets].map(() => 0);
  let waiting = 0;
  for (const id of ids) {
    const numbers = sorting.choices.get(id);
    if (numbers === undefined) waiting++;
    for (const number of numbers ?? []) byNumber[number] = (byNumber[number] ?? 0) + 1;
  }
  return { byNumber, waiting };
}

/** A sorting as it travels in messages and is kept: JSON and nothing else. */
export interface PackedSorting {
  readonly turn: number;
  readonly targets: readonly string[];
  readonly choices: readonly (readonly [string, readonly number[]])[];
  readonly onlyMine: boolean;
  readonly applied: boolean;
}

/** A sorting as JSON. */
export function packSorting(sorting: Sorting): PackedSorting {
  return { ...sorting, choices: [...sorting.choices] };
}

/** The sorting that was packed; undefined for anything else. Numbers without a code are left out. */
export function unpackSorting(packed: unknown): Sorting | undefined {
  if (typeof packed !== 'object' || packed === null) return undefined;
  const { turn, targets, choices, onlyMine, applied: wasApplied } = packed as Readonly<Record<string, unknown>>;
  if (typeof turn !== 'number' || !Array.isArray(targets) || !Array.isArray(choices)) return undefined;
  const names = targets.filter(name => typeof name === 'string').slice(0, MOST_TARGETS);
  const known = new Map<string, readonly number[]>();
  for (const choice of choices as readonly unknown[]) {
    if (!Array.isArray(choice) || typeof choice[0] !== 'string' || !Array.isArray(choice[1])) continue;
    const numbers = choice[1].filter(one => Number.isInteger(one) && one >= OLD_CODE && one <= names.length);
    if (numbers.length > 0) known.set(choice[0], numbers);
  }
  return { turn, targets: names, choices: known, onlyMine: onlyMine === true, applied: wasApplied === true };
}

function choose(sorting: Sorting, id: string, numbers: readonly number[]): Sorting {
  const choices = new Map(sorting.choices);
  if (numbers.length === 0) choices.delete(id);
  else choices.set(id, numbers);
  return next(sorting, { choices });
}

const isNumber = ({ targets }: Sorting, number: number): boolean => number >= OLD_CODE && number <= targets.length;

const next = (sorting: Sorting, change: Partial<Sorting>): Sorting => ({
  ...sorting,
  applied: false,
  ...change,
  turn: sorting.turn + 1,
});
