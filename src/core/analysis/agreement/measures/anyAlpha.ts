import { mapped, type Pieces } from '../../../pieces.js';
import { type Continuum, PIECE } from './continuum.js';
import type { Corrected, Measured } from './measured.js';
import { uAlpha } from './uAlpha.js';

/**
 * Krippendorff's |uα for two or more coders: whether coders marked the same text at all, whatever the codes. It is uα where all codes are one;
 * stretches of a coder that overlap, with whatever codes, are one.
 * K. Krippendorff, Y. Mathet, S. Bouvry, A. Widlöcher (2016), On the reliability of unitizing textual continua: further developments, Quality &
 * Quantity 50, 2347–2364, equation 6; K. Krippendorff (2019), Content Analysis, 4th ed., section 12.6.4.
 */
export function* anyAlpha(continuum: Continuum): Pieces<Measured<Corrected>> {
  const units = yield* mapped(continuum.units, PIECE, ({ coder, start, end }) => ({ coder, start, end, code: '' }));
  return yield* uAlpha({ ...continuum, units });
}
