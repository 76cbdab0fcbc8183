import type { Pieces } from '../../../pieces.js';
import { type Continuum, unitize } from './continuum.js';
import { intersections, together } from './intersections.js';
import { type Corrected, corrected, type Measured, refuse } from './measured.js';
import { sumOf } from './sum.js';

export interface CuAlpha extends Corrected {
  /** Which share of what coders marked meets another coder's marks, and so is compared; 0 … 1. */
  readonly coverage: number;
}

/**
 * Krippendorff's cuα for two or more coders: whether coders gave the same codes where they both marked the text; where only one did does not
 * count.
 * K. Krippendorff, Y. Mathet, S. Bouvry, A. Widlöcher (2016), On the reliability of unitizing textual continua: further developments, Quality &
 * Quantity 50, 2347–2364, equations 10 and 11; K. Krippendorff (2019), Content Analysis, 4th ed., section 12.6.5.
 * Wants one code for each place: refused where a coder gave several.
 */
export function* cuAlpha(continuum: Continuum): Pieces<Measured<CuAlpha>> {
  const unitized = yield* unitize(continuum);
  if (unitized.refused !== undefined) return unitized;
  const byCode = yield* intersections(unitized);
  const { marked, met, apart, itself } = together(byCode);
  if (met === 0) return refuse('not-comparable', 'No two coders marked the same text.');
  // Codes that differ by chance, over all pairs but those of a unit with itself.
  const expected = sumOf(byCode.values(), code => code.met * (met - code.met)) / (met ** 2 - itself);
  const alpha = corrected(apart / met, expected);
  return alpha.refused !== undefined ? alpha : { ...alpha, coverage: met / marked };
}
