import { atOnce } from '../../../pieces.js';
import { firstWhere } from '../../../text/firstWhere.js';
import { putTo } from '../../../text/grouped.js';
import { type Continuum, type Stretch, type Unit, type Unitized, unitize } from './continuum.js';
import { type Figure, type Measured, refuse } from './measured.js';
import { sumOf } from './sum.js';
import { distanceOfCoders } from './unitDistance.js';

export interface AlphaU extends Figure {
  /** In squares of the length of the continuum; of several codes the sum. */
  readonly observedDisagreement: number;
  readonly expectedDisagreement: number;
  /** Alpha of each code. */
  readonly byCategory: ReadonlyMap<string, number>;
}

/**
 * Krippendorff's alpha for unitizing, in its first form: whether coders marked the same stretches and set the same borders. Each code is compared
 * by itself, so that a text may have several; all of them together are 1 − the sum of what is observed / the sum of what is expected.
 * K. Krippendorff (1995), On the reliability of unitizing continuous data, Sociological Methodology 25, 47–76; the expected disagreement as in
 * K. Krippendorff (2004), Content Analysis, 2nd ed., p. 254. For more than two coders take `uAlpha`: its authors found that this one does
 * not behave as it should there.
 * @param code only this code; all without
 */
export function alphaU1995(continuum: Continuum, code?: string): Measured<AlphaU> {
  if (continuum.coders.length < 2) return refuse('one-coder');
  const unitsByCode = new Map<string, Unit[]>();
  for (const unit of continuum.units) {
    if (code !== undefined && unit.code !== code) continue;
    putTo(unitsByCode, unit.code, unit);
  }
  if (unitsByCode.size === 0) return refuse('no-units');
  const byCategory = new Map<string, number>();
  let observed = 0;
  let expected = 0;
  for (const [each, units] of unitsByCode) {
    const unitized = atOnce(unitize({ ...continuum, units }));
    if (unitized.refused !== undefined) return unitized;
    const ofCode = { observed: observedDisagreement(unitized), expected: expectedDisagreement(unitized) };
    if (ofCode.expected > 0) byCategory.set(each, 1 - ofCode.observed / ofCode.expected);
    observed += ofCode.observed;
    expected += ofCode.expected;
  }
  if (!(expected > 0)) return refuse('no-variation');
  return { value: 1 - observed / expected, observedDisagreement: observed, expectedDisagreement: expected, byCategory };
}

function observedDisagreement({ coders, length }: Unitized): number {
  let sum = 0;
  for (const [at, coder] of coders.entries()) {
    for (const other of coders.slice(at + 1)) sum += distanceOfCoders(coder, other) / length ** 2;
  }
  return (2 * sum) / (coders.length * (coders.length - 1));
}

/** What all places to which all units could be moved would give. */
function expectedDisagreement({ coders, length }: Unitized): number {
  const units = coders.flat().map(lengthOf);
  const fits = gapsThatFit(coders.flatMap(list => gapsOf(list, length)));
  const sum = sumOf(units, l => ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * fits(l));
  const all = coders.length * length;
  return ((2 / length) * sum) / (all * (all - 1) - sumOf(units, l => l * (l - 1)));
}

const lengthOf = ({ start, end }: Stretch): number => end - start;

/** The lengths of what a coder left between units, before the first and after the last. */
function gapsOf(units: readonly Stretch[], length: number): number[] {
  const gaps: number[] = [];
  let from = 0;
  for (const { start, end } of units) {
    if (start > from) gaps.push(start - from);
    from = end;
  }
  if (length > from) gaps.push(length - from);
  return gaps;
}

/** @returns at how many places a unit of a length fits into the gaps; looked up in their order by length, not counted anew each time */
function gapsThatFit(gaps: number[]): (length: number) => number {
  gaps.sort((a, b) => b - a);
  const sums: number[] = [0];
  for (const gap of gaps) sums.push((sums.at(-1) ?? 0) + gap);
  return length => {
    const fit = firstWhere(gaps, gap => gap < length);
    return (sums[fit] ?? 0) - fit * (length - 1);
  };
}
