import { each, type Pieces } from '../../../pieces.js';
import { PIECE, type Stretch, type Unitized } from './continuum.js';
import { sweep } from './sweep.js';

/** What the units of a code, or of all codes, have in common with those of other coders, in code points. */
export interface Intersections {
  /** Length of the units. */
  marked: number;
  /** Length that meets units of other coders, each of the others counting 1 / (coders − 1). */
  met: number;
  /** The part of that which meets units with other codes. */
  apart: number;
  /** The sum of the squares of what each unit meets: what would be paired with itself by chance. */
  itself: number;
}

/**
 * What cuα and (k)uα are made of: where units of several coders intersect, and with which codes. Gaps do not count.
 * K. Krippendorff, Y. Mathet, S. Bouvry, A. Widlöcher (2016), Quality & Quantity 50, 2347–2364, equation 10.
 */
export function* intersections(unitized: Unitized): Pieces<ReadonlyMap<string, Intersections>> {
  const byCode = new Map<string, Intersections>();
  const of = (code: string): Intersections => {
    const known = byCode.get(code) ?? { marked: 0, met: 0, apart: 0, itself: 0 };
    byCode.set(code, known);
    return known;
  };
  const metByUnit = new Map<Stretch, number>();
  const others = unitized.coders.length - 1;
  yield* each(sweep(unitized), PIECE, ({ length, marked }) => {
    const units = marked.filter(unit => unit !== undefined);
    const share = length / others;
    for (const unit of units) {
      const same = units.filter(({ code }) => code === unit.code).length;
      const sums = of(unit.code);
      sums.marked += length;
      sums.met += share * (units.length - 1);
      sums.apart += share * (units.length - same);
      metByUnit.set(unit, (metByUnit.get(unit) ?? 0) + share * (units.length - 1));
    }
  });
  yield* each(metByUnit, PIECE, ([{ code }, met]) => {
    of(code).itself += met ** 2;
  });
  return byCode;
}

/** All codes taken together. */
export function together(byCode: ReadonlyMap<string, Intersections>): Intersections {
  const all: Intersections = { marked: 0, met: 0, apart: 0, itself: 0 };
  for (const { marked, met, apart, itself } of byCode.values()) {
    all.marked += marked;
    all.met += met;
    all.apart += apart;
    all.itself += itself;
  }
  return all;
}
