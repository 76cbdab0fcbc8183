import type { Method } from './method.js';

/** An excerpt of which less is left than this, in characters, is gone. */
const LEFT = 0.25;

/**
 * A plain diff of characters from the version that was coded to the new text: the passage is what stands between its first and its
 * last character that the diff kept. It finds nothing that was moved.
 */
export const characterDiff: Method = {
  name: 'character diff',
  every: 6,
  prepare: (first, now) => {
    const map = keptCharacters(unitsOf(first.points.text), unitsOf(now.points.text));
    return ({ at: [start, end] }) => {
      const kept = map.subarray(start, end).filter(place => place !== -1);
      const [from, to] = [kept[0], kept.at(-1)];
      if (from === undefined || to === undefined || kept.length < (end - start) * LEFT) return { candidates: [] };
      return { span: { start: from, end: to + 1 }, candidates: [] };
    };
  },
};

const unitsOf = (text: string): Int32Array => Int32Array.from(text, char => char.codePointAt(0) ?? 0);

/** For each character of `a` its place in `b`, or -1: a shortest edit script by Myers’ algorithm, in linear space. */
export function keptCharacters(a: Int32Array, b: Int32Array): Int32Array {
  const map = new Int32Array(a.length).fill(-1);
  const size = a.length + b.length + 3;
  const forward = new Int32Array(2 * size);
  const backward = new Int32Array(2 * size);
  const tasks: [a0: number, a1: number, b0: number, b1: number][] = [[0, a.length, 0, b.length]];
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    let [a0, a1, b0, b1] = task;
    while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) map[a0++] = b0++;
    while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) map[--a1] = --b1;
    if (a0 === a1 || b0 === b1) continue;
    const [x, y] = middle(a, b, [a0, a1, b0, b1], forward, backward);
    tasks.push([a0, x, b0, y], [x, a1, y, b1]);
  }
  return map;
}

/** A point that a shortest edit script goes through, found from both ends at once. */
function middle(
  a: Int32Array,
  b: Int32Array,
  [a0, a1, b0, b1]: readonly [number, number, number, number],
  forward: Int32Array,
  backward: Int32Array,
): [x: number, y: number] {
  const [n, m] = [a1 - a0, b1 - b0];
  const delta = n - m;
  const zero = n + m + 1;
  for (let d = 0; ; d++) {
    for (let k = -d; k <= d; k += 2) {
      let x = furthest(forward, zero + k, d, k, n, m);
      while (x >= 0 && x < n && x - k < m && a[a0 + x] === b[b0 + x - k]) x++;
      forward[zero + k] = x;
      const back = delta - k;
      if (delta % 2 === 0 || Math.abs(back) > d - 1 || x < 0) continue;
      const other = backward[zero + back] as number;
      if (other >= 0 && x + other >= n) return [a0 + x, b0 + x - k];
    }
    for (let k = -d; k <= d; k += 2) {
      let x = furthest(backward, zero + k, d, k, n, m);
      while (x >= 0 && x < n && x - k < m && a[a1 - 1 - x] === b[b1 - 1 - x + k]) x++;
      backward[zero + k] = x;
      const ahead = delta - k;
      if (delta % 2 !== 0 || Math.abs(ahead) > d || x < 0) continue;
      const other = forward[zero + ahead] as number;
      if (other >= 0 && x + other >= n) return [a1 - x, b1 - x + k];
    }
  }
}

/** How far one more step leads on a diagonal, in characters of the first text; -1 where it leads out of the texts. */
function furthest(frontier: Int32Array, at: number, d: number, k: number, n: number, m: number): number {
  if (d === 0) return 0;
  const down = k < d ? (frontier[at + 1] as number) : -1;
  const right = k > -d ? (frontier[at - 1] as number) : -1;
  const x = down - k <= m ? down : -1;
  return right >= 0 && right < n ? Math.max(x, right + 1) : x;
}
