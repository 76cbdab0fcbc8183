import { type Refused, refuse } from './measured.js';
import type { Ratings } from './ratings.js';
import { sumOf } from './sum.js';

/** How the answers of one pattern are spread over the categories, whoever gave them. */
export interface Spread {
  /** How many coders gave each answer that was given. */
  readonly answers: ReadonlyMap<string, number>;
  /** How many coders answered. */
  readonly given: number;
  /** How many units. */
  readonly count: number;
}

/**
 * What the measures for several coders add up: the spread of each pattern with at least one unit and one answer.
 * @throws RangeError where a pattern has not one value a coder, or its count is no whole number from 0
 */
export function tally(ratings: Ratings): readonly Spread[] {
  const spreads: Spread[] = [];
  for (const { values, count } of ratings.patterns) {
    if (values.length !== ratings.coders.length || !Number.isSafeInteger(count) || count < 0) {
      throw new RangeError('a pattern needs one value for each coder and a whole count');
    }
    const answers = new Map<string, number>();
    let given = 0;
    for (const value of values) {
      if (value === null) continue;
      given += 1;
      answers.set(value, (answers.get(value) ?? 0) + 1);
    }
    if (count > 0 && given > 0) spreads.push({ answers, given, count });
  }
  return spreads;
}

/** Why nothing can be said about these ratings, whatever the measure; undefined where something can. */
export function whyNot(ratings: Ratings, spreads: readonly Spread[]): Refused | undefined {
  if (ratings.coders.length < 2) return refuse('one-coder');
  if (spreads.length === 0) return refuse('no-units');
  if (!spreads.some(({ given }) => given > 1)) return refuse('no-shared-units');
  return undefined;
}

/** Which share of the pairs of answers to a unit differ; for units with at least two answers. 0 … 1. */
export function differing({ answers, given }: Spread): number {
  let pairs = 0;
  for (const times of answers.values()) pairs += times * (given - times);
  return pairs / (given * (given - 1));
}

/** How many units have at least two answers. */
export const sharedUnits = (spreads: readonly Spread[]): number =>
  spreads.reduce((units, { given, count }) => (given > 1 ? units + count : units), 0);

/** The mean share of differing pairs, over the units with at least two answers: 1 − P̄ of Fleiss 1971, p. 379. */
export function observedDisagreement(spreads: readonly Spread[]): number {
  const shared = spreads.filter(({ given }) => given > 1);
  return sumOf(shared, spread => differing(spread) * spread.count) / sharedUnits(spreads);
}

/**
 * How frequent each answer is: the mean over units of the share of their answers, so that each unit counts once however many coders
 * answered; shares add up to 1.
 */
export function prevalences(spreads: readonly Spread[]): ReadonlyMap<string, number> {
  const units = spreads.reduce((sum, { count }) => sum + count, 0);
  const categories = new Set(spreads.flatMap(({ answers }) => [...answers.keys()]));
  const share = (category: string): number =>
    sumOf(spreads, ({ answers, given, count }) => ((answers.get(category) ?? 0) / given) * count) / units;
  return new Map([...categories].map(category => [category, share(category)]));
}

/**
 * The share of pairs that differ where two answers are drawn independently: 1 − Σ p², or Σ p (1 − p). Added up pair by pair of answers, so that a
 * rare answer beside one that is nearly 1 is not lost in a difference.
 */
export function drawnApart(shares: Iterable<number>): number {
  let before = 0;
  return sumOf(shares, share => {
    const apart = 2 * share * before;
    before += share;
    return apart;
  });
}
