import type { Stretch } from './continuum.js';

/** A segment of a continuum: what a coder marked (`valued`), or the gap between that. `end` is exclusive. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly valued: boolean;
}

/**
 * The distance of two coders' segments, in square code points: of units that overlap the squares of what their borders are apart, of a unit
 * that lies in a gap the square of its length, else 0.
 * K. Krippendorff (1995), On the reliability of unitizing continuous data, Sociological Methodology 25, 47–76; K. Krippendorff (2004), Content
 * Analysis, 2nd ed., p. 254.
 */
export function unitDistance(a: Segment, b: Segment): number {
  if (a.valued && b.valued) return a.start < b.end && b.start < a.end ? bordersApart(a, b) : 0;
  if (a.valued) return lengthWithin(a, b);
  return b.valued ? lengthWithin(b, a) : 0;
}

const bordersApart = (a: Pick<Segment, 'start' | 'end'>, b: Pick<Segment, 'start' | 'end'>): number =>
  (a.start - b.start) ** 2 + (a.end - b.end) ** 2;

const lengthWithin = (unit: Segment, gap: Segment): number =>
  gap.start <= unit.start && unit.end <= gap.end ? (unit.end - unit.start) ** 2 : 0;

/**
 * The sum of `unitDistance` over all pairs of segments of two coders, in one pass: a unit that overlaps none of the other coder's lies in a gap.
 * @param a units in order, none overlapping; so `b`
 */
export function distanceOfCoders(a: readonly Stretch[], b: readonly Stretch[]): number {
  let sum = 0;
  const met = { a: new Set<Stretch>(), b: new Set<Stretch>() };
  for (let i = 0, j = 0; ; ) {
    const left = a[i];
    const right = b[j];
    if (left === undefined || right === undefined) break;
    if (left.start < right.end && right.start < left.end) {
      sum += bordersApart(left, right);
      met.a.add(left);
      met.b.add(right);
    }
    if (left.end <= right.end) i += 1;
    else j += 1;
  }
  for (const unit of a) if (!met.a.has(unit)) sum += (unit.end - unit.start) ** 2;
  for (const unit of b) if (!met.b.has(unit)) sum += (unit.end - unit.start) ** 2;
  return sum;
}
