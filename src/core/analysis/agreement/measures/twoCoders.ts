import { type Refused, refuse } from './measured.js';
import { categoriesOf, type Ratings } from './ratings.js';
import { sumOf } from './sum.js';
import { tally, whyNot } from './tally.js';

/** What two coders said of the units that both coded. */
export interface TwoCoders {
  /** How many units both coded. */
  readonly units: number;
  /** Share of these to which they gave different answers. */
  readonly observed: number;
  /** Every possible answer, with the number of units to which the first and the second coder gave it. */
  readonly answers: readonly { readonly category: string; readonly first: number; readonly second: number }[];
  readonly refused?: undefined;
}

/** Units that one coder alone coded say nothing about two, and are left out. */
export function twoCoders(ratings: Ratings): TwoCoders | Refused {
  if (ratings.coders.length > 2) return refuse('not-two-coders');
  const refused = whyNot(ratings, tally(ratings));
  if (refused !== undefined) return refused;
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  let units = 0;
  let different = 0;
  for (const { values, count } of ratings.patterns) {
    const [a = null, b = null] = values;
    if (a === null || b === null) continue;
    first.set(a, (first.get(a) ?? 0) + count);
    second.set(b, (second.get(b) ?? 0) + count);
    units += count;
    if (a !== b) different += count;
  }
  const answers = categoriesOf(ratings).map(category => ({
    category,
    first: first.get(category) ?? 0,
    second: second.get(category) ?? 0,
  }));
  return { units, observed: different / units, answers };
}

/** The share of pairs that differ where each coder's answers are drawn from how often that coder gave them. */
export const drawnApartByTwo = ({ answers, units }: TwoCoders): number =>
  sumOf(answers, ({ first, second }) => (first / units) * ((units - second) / units));
