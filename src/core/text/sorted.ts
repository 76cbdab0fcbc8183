import { type Pieces, pieceOf } from '../pieces.js';

/** So many are sorted, or put together, in one go. */
const PIECE = 1000;

/** The same as `toSorted`, in pieces: equal ones stay in their order. */
export function* sorted<T>(all: Iterable<T>, compare: (a: T, b: T) => number): Pieces<readonly T[]> {
  const things = [...all];
  let runs: (readonly T[])[] = [];
  for (let at = 0; at < things.length; at += PIECE) {
    runs.push(things.slice(at, at + PIECE).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: (readonly T[])[] = [];
    for (let at = 0; at < runs.length; at += 2)
      longer.push(yield* merged(runs[at] as readonly T[], runs[at + 1] ?? [], compare));
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merged<T>(one: readonly T[], other: readonly T[], compare: (a: T, b: T) => number): Pieces<readonly T[]> {
  if (other.length === 0) return one;
  const all: T[] = [];
  const isPiece = pieceOf(PIECE);
  for (let i = 0, j = 0; i < one.length || j < other.length; ) {
    const isOfOne = j >= other.length || (i < one.length && compare(one[i] as T, other[j] as T) <= 0);
    all.push((isOfOne ? one[i++] : other[j++]) as T);
    if (isPiece()) yield;
  }
  return all;
}
