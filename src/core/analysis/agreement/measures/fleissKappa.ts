import { type Corrected, corrected, type Measured } from './measured.js';
import { oneAgainstRest, type Ratings } from './ratings.js';
import { drawnApart, observedDisagreement, prevalences, type Spread, sharedUnits, tally, whyNot } from './tally.js';

export interface FleissKappa extends Corrected {
  /** Kappa of each answer that was given against all others. */
  readonly byCategory: ReadonlyMap<string, number>;
  /** How many units at least two coders coded. */
  readonly units: number;
}

/**
 * Fleiss' kappa for two or more coders; chance draws from how often all coders together gave each answer. For two it is Scott's pi.
 * J. L. Fleiss (1971), Measuring nominal scale agreement among many raters, Psychological Bulletin 76, 378–382.
 * Fleiss wants the same number of answers for each unit. Where coders left out some, it is K. L. Gwet's extension (2014, Handbook of
 * Inter-Rater Reliability, 4th ed., chapter 2): observed agreement comes from the units with at least two answers, the distribution of the
 * answers from all units, each counting once.
 */
export function fleissKappa(ratings: Ratings): Measured<FleissKappa> {
  const spreads = tally(ratings);
  const refused = whyNot(ratings, spreads);
  if (refused !== undefined) return refused;
  const shares = prevalences(spreads);
  const kappa = fromSpreads(spreads, shares);
  if (kappa.refused !== undefined) return kappa;
  const byCategory = new Map<string, number>();
  for (const category of shares.keys()) {
    const collapsed = tally(oneAgainstRest(ratings, category));
    const one = fromSpreads(collapsed, prevalences(collapsed));
    if (one.refused === undefined) byCategory.set(category, one.value);
  }
  return { ...kappa, byCategory, units: sharedUnits(spreads) };
}

const fromSpreads = (spreads: readonly Spread[], shares: ReadonlyMap<string, number>) =>
  corrected(observedDisagreement(spreads), drawnApart(shares.values()));
