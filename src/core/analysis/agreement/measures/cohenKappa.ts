import { corrected, type Figure, type Measured } from './measured.js';
import type { Ratings } from './ratings.js';
import { sumOf } from './sum.js';
import { drawnApartByTwo, twoCoders } from './twoCoders.js';

export interface CohenKappa extends Figure {
  /** The highest observed agreement, and with it the highest kappa, that these two coders could have had, each answering as often as they did. */
  readonly maxObserved: number;
  readonly maxValue: number;
  /** How many units both coded. */
  readonly units: number;
}

/**
 * Cohen's kappa for two coders; chance draws each coder's answers from how often that coder gave them.
 * J. Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20, 37–46, which also gives the
 * highest kappa. Units that one of them did not code are left out.
 */
export function cohenKappa(ratings: Ratings): Measured<CohenKappa> {
  const two = twoCoders(ratings);
  if (two.refused !== undefined) return two;
  const expected = drawnApartByTwo(two);
  const kappa = corrected(two.observed, expected);
  if (kappa.refused !== undefined) return kappa;
  // Agreement is highest where the rarer use of each answer meets the other coder's; what is left over must differ.
  const least = sumOf(two.answers, ({ first, second }) => Math.max(0, first - second)) / two.units;
  return { ...kappa, maxObserved: 1 - least, maxValue: 1 - least / expected, units: two.units };
}
