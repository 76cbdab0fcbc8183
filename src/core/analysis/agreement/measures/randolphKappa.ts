import { corrected, type Figure, type Measured, refuse } from './measured.js';
import { categoriesOf, type Ratings } from './ratings.js';
import { observedDisagreement, sharedUnits, tally, whyNot } from './tally.js';

export interface RandolphKappa extends Figure {
  /** How many units at least two coders coded. */
  readonly units: number;
  /** How many answers could have been given. */
  readonly categories: number;
}

/**
 * Randolph's free-marginal kappa for two or more coders; chance gives every possible answer equally often, so that it matters which answers
 * are declared in `Ratings.categories`.
 * J. J. Randolph (2005), Free-marginal multirater kappa, Joensuu Learning and Instruction Symposium (ERIC ED490661). For two coders it is
 * Bennett's S. Units with one answer are left out.
 */
export function randolphKappa(ratings: Ratings): Measured<RandolphKappa> {
  const spreads = tally(ratings);
  const refused = whyNot(ratings, spreads);
  if (refused !== undefined) return refused;
  const categories = categoriesOf(ratings).length;
  if (categories < 2) return refuse('one-category');
  const kappa = corrected(observedDisagreement(spreads), 1 - 1 / categories);
  return kappa.refused !== undefined ? kappa : { ...kappa, units: sharedUnits(spreads), categories };
}
