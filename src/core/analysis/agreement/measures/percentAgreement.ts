import type { Figure, Measured } from './measured.js';
import type { Ratings } from './ratings.js';
import { differing, observedDisagreement, type Spread, sharedUnits, tally, whyNot } from './tally.js';

export interface PercentAgreement extends Figure {
  /** How many units at least two coders coded. */
  readonly units: number;
}

/**
 * Percentage agreement: how often two coders give a unit the same answer. With more than two, the share of pairs of coders who agree about a
 * unit, averaged over the units (P̄ of Fleiss 1971, Psychological Bulletin 76, p. 379). Units with one answer are left out.
 * It does not correct for chance.
 */
export function percentAgreement(ratings: Ratings): Measured<PercentAgreement> {
  const spreads = tally(ratings);
  const refused = whyNot(ratings, spreads);
  if (refused !== undefined) return refused;
  const value = 1 - observedDisagreement(spreads);
  return { value, observed: value, units: sharedUnits(spreads) };
}

/**
 * The share of pairs of coders who agree about a unit of each pattern, in the order of the patterns (P of Fleiss 1971, p. 379);
 * null where fewer than two coders coded it.
 */
export function percentByPattern(ratings: Ratings): readonly (number | null)[] {
  return ratings.patterns.map(pattern => {
    const [spread]: readonly (Spread | undefined)[] = tally({ ...ratings, patterns: [{ ...pattern, count: 1 }] });
    return spread === undefined || spread.given < 2 ? null : 1 - differing(spread);
  });
}
