import { type Continuum, type Unitized, unitize } from './continuum.js';
import { type Corrected, corrected, type Measured } from './measured.js';
import { Sum, sumOf } from './sum.js';
import { sweep } from './sweep.js';

/**
 * Krippendorff's uα for two or more coders: whether coders marked the same stretches with the same codes; what nobody marked counts as
 * agreement. Chance pairs what all coders marked or left, but no unit with itself.
 * K. Krippendorff, Y. Mathet, S. Bouvry, A. Widlöcher (2016), On the reliability of unitizing textual continua: further developments, Quality &
 * Quantity 50, 2347–2364, equations 1, 4 and 5; K. Krippendorff (2019), Content Analysis, 4th ed., section 12.6.3.
 * Wants one code for each place: refused where a coder gave several.
 */
export function uAlpha(continuum: Continuum): Measured<Corrected> {
  const unitized = unitize(continuum);
  return unitized.refused !== undefined ? unitized : uAlphaOf(unitized);
}

/** uα of stretches that are in order already. */
export function uAlphaOf(unitized: Unitized): Measured<Corrected> {
  const { coders, length } = unitized;
  const all = coders.length * length;
  return corrected(apart(unitized) / (all * (coders.length - 1)), expected(unitized, all));
}

/** How much of the continuum pairs of coders see differently: the sum over ordered pairs, in code points. */
function apart(unitized: Unitized): number {
  const sum = new Sum();
  for (const { length, marked } of sweep(unitized)) {
    const seen = new Map<string | undefined, number>();
    for (const unit of marked) seen.set(unit?.code, (seen.get(unit?.code) ?? 0) + 1);
    for (const times of seen.values()) sum.add(length * times * (marked.length - times));
  }
  return sum.value;
}

/** @param all the length of what all coders marked or left */
function expected({ coders }: Unitized, all: number): number {
  const byCode = new Map<string, number>();
  let marked = 0;
  let squares = 0;
  for (const { start, end, code } of coders.flat()) {
    byCode.set(code, (byCode.get(code) ?? 0) + end - start);
    marked += end - start;
    squares += (end - start) ** 2;
  }
  const gaps = all - marked;
  const lengths = [gaps, ...byCode.values()];
  // A unit is not paired with itself, nor a point of a gap with itself: gaps are not somebody's units.
  return sumOf(lengths, each => each * (all - each)) / (all ** 2 - squares - gaps);
}
