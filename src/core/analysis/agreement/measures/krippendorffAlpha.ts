import { type Distance, type DistanceTable, distanceTable } from './distance.js';
import { type Figure, type Measured, refuse } from './measured.js';
import type { Ratings } from './ratings.js';
import { sumOf } from './sum.js';
import { type Spread, sharedUnits, tally, whyNot } from './tally.js';

export interface Alpha extends Figure {
  /** Mean distance of answers to the same unit, and of any two answers, in the unit of the distance. */
  readonly observedDisagreement: number;
  readonly expectedDisagreement: number;
  /** How many units at least two coders coded. */
  readonly units: number;
}

/**
 * Krippendorff's alpha for two or more coders, with answers missing where they are; chance draws two different ones of all answers that were
 * given to units with at least two. Units with one answer are left out.
 * K. Krippendorff (2011), Computing Krippendorff's alpha-reliability, Annenberg School for Communication Departmental Papers 43, section C
 * (nominal, any number of coders, missing data) and D (other metrics); K. Krippendorff (2004), Content Analysis, 2nd ed., chapter 11.
 */
export function krippendorffAlpha(ratings: Ratings, distance: Distance = 'nominal'): Measured<Alpha> {
  const spreads = tally(ratings);
  const refused = whyNot(ratings, spreads);
  if (refused !== undefined) return refused;
  const shared = spreads.filter(({ given }) => given > 1);
  const totals = new Map<string, number>();
  for (const { answers, count } of shared) {
    for (const [value, times] of answers) totals.set(value, (totals.get(value) ?? 0) + times * count);
  }
  const table = distanceTable(ratings, distance, totals);
  if (table.refused !== undefined) return table;
  const all = sumOf(totals.values(), times => times);
  const observed = sumOf(shared, spread => (apart(spread.answers, table) / (spread.given - 1)) * spread.count) / all;
  const expected = expectedDisagreement(totals, all, distance, table);
  if (!(expected > 0)) return refuse('no-variation');
  return {
    value: 1 - observed / expected,
    observedDisagreement: observed,
    expectedDisagreement: expected,
    ...(distance === 'nominal' ? { observed: 1 - observed, expected: 1 - expected } : {}),
    units: sharedUnits(shared),
  };
}

/** The distances of all ordered pairs of answers, each pair as often as it occurs. */
function apart(answers: Spread['answers'], table: DistanceTable): number {
  let sum = 0;
  for (const [a, timesA] of answers) {
    for (const [b, timesB] of answers) if (a !== b) sum += timesA * timesB * table.between(a, b);
  }
  return sum;
}

function expectedDisagreement(
  totals: ReadonlyMap<string, number>,
  all: number,
  distance: Distance,
  table: DistanceTable,
): number {
  // With names, all differing pairs count the same: the sum over pairs of answers, which can be many, is not needed.
  if (distance === 'nominal') return sumOf(totals.values(), times => (times / all) * ((all - times) / (all - 1)));
  return sumOf(totals, ([a, timesA]) =>
    sumOf(totals, ([b, timesB]) => (a === b ? 0 : (timesA / all) * (timesB / (all - 1)) * table.between(a, b))),
  );
}
