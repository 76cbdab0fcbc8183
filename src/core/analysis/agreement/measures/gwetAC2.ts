import { corrected, type Figure, type Measured, refuse } from './measured.js';
import type { Ratings } from './ratings.js';
import { Sum, sumOf } from './sum.js';
import { drawnApart, prevalences, type Spread, sharedUnits, tally, whyNot } from './tally.js';
import { type Weights, type WeightTable, weightTable } from './weights.js';

export interface GwetAC2 extends Figure {
  /** How many units at least two coders coded. */
  readonly units: number;
  /** How many answers could have been given. */
  readonly categories: number;
}

/**
 * Gwet's AC2 for two or more coders: AC1 where some answers differ less than others, as `weights` say. With the weights `identity` it is AC1.
 * K. L. Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapters 3 to 5: observed agreement is weighted and comes from the
 * units with at least two answers; by chance it is T / (q (q − 1)) · Σ π (1 − π), T being the sum of the weights, q the number of answers and
 * π how frequent each is in all units.
 */
export function gwetAC2(ratings: Ratings, weights: Weights): Measured<GwetAC2> {
  const spreads = tally(ratings);
  const refused = whyNot(ratings, spreads);
  if (refused !== undefined) return refused;
  const table = weightTable(ratings, weights);
  if (table.refused !== undefined) return table;
  const q = table.categories.length;
  if (q < 2) return refuse('one-category');
  const chance = (sumOfWeights(table) / (q * (q - 1))) * drawnApart(prevalences(spreads).values());
  const units = sharedUnits(spreads);
  const coefficient = corrected(weightedDisagreement(spreads, table) / units, 1 - chance);
  return coefficient.refused !== undefined ? coefficient : { ...coefficient, units, categories: q };
}

function sumOfWeights({ categories, weight }: WeightTable): number {
  const total = new Sum();
  for (let a = 0; a < categories.length; a++) {
    for (let b = 0; b < categories.length; b++) total.add(weight(a, b));
  }
  return total.value;
}

/** How much the pairs of answers differ, summed over units: pairs of equal answers add nothing. */
function weightedDisagreement(spreads: readonly Spread[], { categories, weight }: WeightTable): number {
  const indexOf = new Map(categories.map((category, at) => [category, at]));
  return sumOf(spreads, ({ answers, given, count }) => {
    if (given < 2) return 0;
    let apart = 0;
    for (const [a, timesA] of answers) {
      for (const [b, timesB] of answers) {
        if (a !== b) apart += timesA * timesB * (1 - weight(indexOf.get(a) ?? 0, indexOf.get(b) ?? 0));
      }
    }
    return (apart / (given * (given - 1))) * count;
  });
}
