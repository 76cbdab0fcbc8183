import { corrected, type Figure, type Measured, refuse } from './measured.js';
import { pairOf, type Ratings } from './ratings.js';
import { sumOf } from './sum.js';
import { tally, whyNot } from './tally.js';
import { drawnApartByTwo, type TwoCoders, twoCoders } from './twoCoders.js';

export interface HubertKappa extends Figure {
  /** How many pairs of coders coded something together. */
  readonly pairs: number;
}

/**
 * Hubert's kappa, the mean of pairs, for two or more coders: Cohen's kappa of the mean observed agreement and the mean agreement by chance of
 * all pairs of coders. For two it is Cohen's kappa.
 * L. Hubert (1977), Kappa revisited, Psychological Bulletin 84, 289–297; as in M. J. Warrens (2010), Inequalities between multi-rater kappas,
 * Advances in Data Analysis and Classification 4, 271–286. Of each pair, the units that both coded; pairs without any are left out.
 */
export function hubertKappa(ratings: Ratings): Measured<HubertKappa> {
  const refused = whyNot(ratings, tally(ratings));
  if (refused !== undefined) return refused;
  const pairs: TwoCoders[] = [];
  for (let a = 0; a < ratings.coders.length; a++) {
    for (let b = a + 1; b < ratings.coders.length; b++) {
      const two = twoCoders(pairOf(ratings, a, b));
      if (two.refused === undefined) pairs.push(two);
    }
  }
  if (pairs.length === 0) return refuse('no-shared-units');
  const mean = (term: (two: TwoCoders) => number): number => sumOf(pairs, term) / pairs.length;
  const kappa = corrected(
    mean(two => two.observed),
    mean(drawnApartByTwo),
  );
  return kappa.refused !== undefined ? kappa : { ...kappa, pairs: pairs.length };
}
