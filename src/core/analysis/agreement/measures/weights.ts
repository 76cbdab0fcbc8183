import type { Refused } from './measured.js';
import { categoriesOf, type Ratings } from './ratings.js';
import { orderedScale } from './scale.js';

/**
 * How much of an agreement two different answers are. `identity`: none; `linear`, `quadratic`: the nearer the numbers, the more; `ordinal`:
 * the nearer in the order; `ratio`: the nearer in proportion; or a function with 1 for equal answers and 0 … 1 for others.
 */
export type Weights = 'identity' | 'linear' | 'quadratic' | 'ordinal' | 'ratio' | ((a: string, b: string) => number);

/** The weight of each pair of answers, by their place among `categories`. */
export interface WeightTable {
  readonly categories: readonly string[];
  weight(a: number, b: number): number;
  readonly refused?: undefined;
}

/**
 * The weights of K. L. Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapter 3. Answers that are no numbers have the numbers 1, 2, 3 …
 * in the order in which they are declared.
 */
export function weightTable(ratings: Ratings, weights: Weights): WeightTable | Refused {
  if (typeof weights === 'function' || weights === 'identity') {
    const categories = categoriesOf(ratings);
    const of = weights === 'identity' ? (a: string, b: string) => (a === b ? 1 : 0) : weights;
    return { categories, weight: (a, b) => of(categories[a] ?? '', categories[b] ?? '') };
  }
  const scale = orderedScale(ratings);
  if (scale.refused !== undefined) return scale;
  const { values: categories, numbers } = scale;
  const low = numbers[0] ?? 0;
  const high = numbers.at(-1) ?? 0;
  const apart: Readonly<Record<typeof weights, (a: number, b: number) => number>> = {
    linear: (a, b) => Math.abs(at(a) - at(b)) / (high - low),
    quadratic: (a, b) => ((at(a) - at(b)) / (high - low)) ** 2,
    ordinal: (a, b) => pairsWithin(Math.abs(a - b) + 1) / pairsWithin(numbers.length),
    ratio: (a, b) => ((at(a) - at(b)) / (at(a) + at(b))) ** 2 / ((high - low) / (high + low)) ** 2,
  };
  const at = (index: number): number => numbers[index] ?? 0;
  return { categories, weight: (a, b) => (a === b ? 1 : 1 - apart[weights](a, b)) };
}

/** How many pairs there are of so many things. */
const pairsWithin = (things: number): number => (things * (things - 1)) / 2;
