import type { Pieces } from '../../../pieces.js';
import { type Continuum, unitize } from './continuum.js';
import type { CuAlpha } from './cuAlpha.js';
import { type Intersections, intersections, together } from './intersections.js';
import { corrected, type Measured, type Refused, refuse } from './measured.js';

/** Its `coverage` is that of the units with this code. */
export type KuAlpha = CuAlpha;

/**
 * Krippendorff's (k)uα for two or more coders: whether coders gave this code where they both marked the text and one of them gave it. What
 * they gave to text that nobody else marked does not count.
 * K. Krippendorff, Y. Mathet, S. Bouvry, A. Widlöcher (2016), On the reliability of unitizing textual continua: further developments, Quality &
 * Quantity 50, 2347–2364, equation 13; K. Krippendorff (2019), Content Analysis, 4th ed., section 12.6.6.
 * Wants one code for each place: refused where a coder gave several.
 */
export function* kuAlpha(continuum: Continuum, code: string): Pieces<Measured<KuAlpha>> {
  const all = yield* kuAlphas(continuum);
  if (all.refused !== undefined) return all;
  return all.byCode.get(code) ?? refuse('no-units');
}

/** The figure of each code. */
export interface KuAlphas {
  readonly byCode: ReadonlyMap<string, Measured<KuAlpha>>;
  readonly refused?: undefined;
}

/** (k)uα of every code that was given, in one pass. */
export function* kuAlphas(continuum: Continuum): Pieces<KuAlphas | Refused> {
  const unitized = yield* unitize(continuum);
  if (unitized.refused !== undefined) return unitized;
  const byCode = yield* intersections(unitized);
  const all = together(byCode);
  return { byCode: new Map([...byCode].map(([code, ofCode]) => [code, alphaOf(ofCode, all)])) };
}

function alphaOf({ marked, met, apart, itself }: Intersections, all: Intersections): Measured<KuAlpha> {
  if (met === 0) return refuse('not-comparable');
  // Where every unit that is met has this code, no other could be met.
  if (all.met === met) return refuse('no-variation');
  const alpha = corrected(apart / met, (met * (all.met - met)) / (met * all.met - itself));
  return alpha.refused !== undefined ? alpha : { ...alpha, coverage: met / marked };
}
