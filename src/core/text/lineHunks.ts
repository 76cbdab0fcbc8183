import { heaviestChain } from './heaviestChain.js';

/** Lines of one text in whose place another has other lines. Either may be none. */
export interface Hunk {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Where two lists of lines differ: lines from `from` to before `to` in either. */
export interface HunkPlace {
  readonly before: readonly [from: number, to: number];
  readonly after: readonly [from: number, to: number];
}

/**
 * Where two lists of lines differ. Lines that stand once in both tie them together (patience diff: Cohen 2003), between these
 * again and again; what is left between is a hunk. A line that moved is removed in one place and added in another.
 */
export function lineHunks(before: readonly string[], after: readonly string[]): Hunk[] {
  return hunkPlaces(before, after).map(hunk => ({
    removed: before.slice(...hunk.before),
    added: after.slice(...hunk.after),
  }));
}

/** The places of the hunks of two lists of lines, in their order; between them lines are the same. */
export function hunkPlaces(before: readonly string[], after: readonly string[]): HunkPlace[] {
  const hunks: HunkPlace[] = [];
  const open: [number, number, number, number][] = [[0, before.length, 0, after.length]];
  for (let gap = open.pop(); gap !== undefined; gap = open.pop()) {
    let [a0, a1, b0, b1] = gap;
    while (a0 < a1 && b0 < b1 && before[a0] === after[b0]) [a0, b0] = [a0 + 1, b0 + 1];
    while (a0 < a1 && b0 < b1 && before[a1 - 1] === after[b1 - 1]) [a1, b1] = [a1 - 1, b1 - 1];
    if (a0 === a1 && b0 === b1) continue;
    const ties = tiesOf(before, a0, a1, after, b0, b1);
    if (ties.length === 0) {
      hunks.push({ before: [a0, a1], after: [b0, b1] });
      continue;
    }
    const gaps: [number, number, number, number][] = [];
    for (const [a, b] of [...ties, [a1, b1] as const]) {
      gaps.push([a0, a, b0, b]);
      [a0, b0] = [a + 1, b + 1];
    }
    open.push(...gaps.reverse());
  }
  return hunks;
}

/** Lines that stand once in either stretch, as many as are in the same order. */
function tiesOf(
  before: readonly string[],
  a0: number,
  a1: number,
  after: readonly string[],
  b0: number,
  b1: number,
): (readonly [number, number])[] {
  const [inA, inB] = [placesOf(before, a0, a1), placesOf(after, b0, b1)];
  const pairs = [...inA].flatMap(([line, a]) => {
    const b = inB.get(line);
    return a === SEVERAL || b === undefined || b === SEVERAL ? [] : [[a, b] as const];
  });
  return heaviestChain(pairs.map(([, b]) => b)).map(i => pairs[i] as readonly [number, number]);
}

const SEVERAL = -1;

function placesOf(lines: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let i = from; i < to; i++) {
    const line = lines[i] as string;
    places.set(line, places.has(line) ? SEVERAL : i);
  }
  return places;
}
