import { corrected, type Figure, type Measured, refuse } from './measured.js';
import type { Ratings } from './ratings.js';
import { twoCoders } from './twoCoders.js';

export interface BennettS extends Figure {
  /** How many units both coded. */
  readonly units: number;
  /** How many answers could have been given. */
  readonly categories: number;
}

/**
 * Bennett, Alpert and Goldstein's S for two coders; chance gives every possible answer equally often, so that it matters which answers
 * are declared in `Ratings.categories`.
 * E. M. Bennett, R. Alpert, A. C. Goldstein (1954), Communications through limited-response questioning, Public Opinion Quarterly 18,
 * 303–308.
 */
export function bennettS(ratings: Ratings): Measured<BennettS> {
  const two = twoCoders(ratings);
  if (two.refused !== undefined) return two;
  const categories = two.answers.length;
  if (categories < 2) return refuse('one-category');
  const s = corrected(two.observed, 1 - 1 / categories);
  return s.refused !== undefined ? s : { ...s, units: two.units, categories };
}
