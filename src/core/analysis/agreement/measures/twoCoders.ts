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
  /** Every answer, with the share of the units to which the first and the second coder gave it. */
  readonly shares: readonly { readonly category: string; readonly first: number; readonly second: number }[];
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
  const share = (of: ReadonlyMap<string, number>, category: string): number => (of.get(category) ?? 0) / units;
  const shares = categoriesOf(ratings).map(category => ({
    category,
    first: share(first, category),
    second: share(second, category),
  }));
  return { units, observed: different / units, shares };
}

/** The share of pairs that differ where each coder's answers are drawn from a distribution of its own. */
export const drawnApartByTwo = (shares: TwoCoders['shares']): number =>
  sumOf(shares, ({ first, second }) => first * (1 - second));
