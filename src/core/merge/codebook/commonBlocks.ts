import type { TextBlock } from './textBlocks.js';

/** Indices in two lists. */
export type Pair = readonly [number, number];

/** More pairs than this are not compared one by one. */
const MOST = 4_000_000;

/**
 * What two lists have in common, as much as is in the same order.
 * @param a each with the blocks that any version has of it: one of the same text makes it the same
 */
export function commonOf(a: readonly (readonly TextBlock[])[], b: readonly (readonly TextBlock[])[]): Pair[] {
  const isSame = (i: number, j: number): boolean =>
    (a[i] ?? []).some(({ text }) => (b[j] ?? []).some(other => other.text === text));
  const pairs: Pair[] = [];
  let start = 0;
  while (start < a.length && start < b.length && isSame(start, start)) pairs.push([start, start++]);
  let [endA, endB] = [a.length, b.length];
  const last: Pair[] = [];
  while (endA > start && endB > start && isSame(endA - 1, endB - 1)) last.unshift([--endA, --endB]);
  return [...pairs, ...longest(start, endA, endB, isSame), ...last];
}

/** The longest common subsequence between two places. */
function longest(start: number, endA: number, endB: number, isSame: (i: number, j: number) => boolean): Pair[] {
  const [height, width] = [endA - start, endB - start];
  if (height * width === 0 || height * width > MOST) return [];
  const lengths = new Uint32Array((height + 1) * (width + 1));
  const at = (i: number, j: number): number => lengths[i * (width + 1) + j] as number;
  for (let i = height - 1; i >= 0; i--) {
    for (let j = width - 1; j >= 0; j--) {
      const most = Math.max(at(i + 1, j), at(i, j + 1));
      lengths[i * (width + 1) + j] = isSame(start + i, start + j) ? at(i + 1, j + 1) + 1 : most;
    }
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < height && j < width) {
    if (isSame(start + i, start + j)) pairs.push([start + i++, start + j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
