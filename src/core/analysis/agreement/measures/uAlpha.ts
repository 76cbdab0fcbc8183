import { each, type Pieces } from '../../../pieces.js';
import { type Continuum, PIECE, type Unitized, unitize } from './continuum.js';
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
export function* uAlpha(continuum: Continuum): Pieces<Measured<Corrected>> {
  const unitized = yield* unitize(continuum);
  return unitized.refused !== undefined ? unitized : yield* uAlphaOf(unitized);
}

/** uα of stretches that are in order already. */
export function* uAlphaOf(unitized: Unitized): Pieces<Measured<Corrected>> {
  const { coders, length } = unitized;
  const all = coders.length * length;
  return corrected((yield* apart(unitized)) / (all * (coders.length - 1)), yield* expected(unitized, all));
}

/** How much of the continuum pairs of coders see differently: the sum over ordered pairs, in code points. */
function* apart(unitized: Unitized): Pieces<number> {
  const sum = new Sum();
  yield* each(sweep(unitized), PIECE, ({ length, marked }) => {
    const seen = new Map<string | undefined, number>();
    for (const unit of marked) seen.set(unit?.code, (seen.get(unit?.code) ?? 0) + 1);
    for (const times of seen.values()) sum.add(length * times * (marked.length - times));
  });
  return sum.value;
}

/** @param all the length of what all coders marked or left */
function* expected({ coders }: Unitized, all: number): Pieces<number> {
  const byCode = new Map<string, number>();
  let marked = 0;
  let squares = 0;
  for (const stretches of coders) {
    yield* each(stretches, PIECE, ({ start, end, code }) => {
      byCode.set(code, (byCode.get(code) ?? 0) + end - start);
      marked += end - start;
      squares += (end - start) ** 2;
    });
  }
  const gaps = all - marked;
  const lengths = [gaps, ...byCode.values()];
  // A unit is not paired with itself, nor a point of a gap with itself: gaps are not somebody's units.
  return sumOf(lengths, each => each * (all - each)) / (all ** 2 - squares - gaps);
}
