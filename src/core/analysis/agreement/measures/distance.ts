import { masi } from './codeSets.js';
import type { Refused } from './measured.js';
import type { Ratings } from './ratings.js';
import { numberScale, orderedScale, type Scale } from './scale.js';

/**
 * How different two answers are. `nominal`: the same or not; `ordinal`: by how many answers lie between them; `interval`: by their difference;
 * `ratio`: by their difference in proportion; `masi`: for sets of codes; or a function, 0 for equal answers, the same in both directions.
 */
export type Distance = 'nominal' | 'ordinal' | 'interval' | 'ratio' | 'masi' | ((a: string, b: string) => number);

/** Distances (squared, as Krippendorff has them) of two different answers. */
export interface DistanceTable {
  between(a: string, b: string): number;
  readonly refused?: undefined;
}

/**
 * The metric differences of K. Krippendorff (2011), Computing Krippendorff's alpha-reliability, Annenberg School for Communication Departmental
 * Papers 43.
 * @param totals how often each answer was given, to units with at least two answers: the ordinal distance depends on it
 */
export function distanceTable(
  ratings: Ratings,
  distance: Distance,
  totals: ReadonlyMap<string, number>,
): DistanceTable | Refused {
  if (typeof distance === 'function') return { between: distance };
  if (distance === 'nominal') return { between: (a, b) => (a === b ? 0 : 1) };
  if (distance === 'masi') return { between: masi };
  const scale = distance === 'ordinal' ? orderedScale(ratings) : numberScale(ratings);
  if (scale.refused !== undefined) return scale;
  if (distance === 'ordinal') return ordinal(scale, totals);
  const numbers = new Map(scale.values.map((value, at) => [value, scale.numbers[at] ?? 0]));
  const of = (value: string): number => numbers.get(value) ?? 0;
  if (distance === 'interval') return { between: (a, b) => (of(a) - of(b)) ** 2 };
  return { between: (a, b) => (of(a) === of(b) ? 0 : ((of(a) - of(b)) / (of(a) + of(b))) ** 2) };
}

/** The square of how many answers lie between two, each of the two counted half. */
function ordinal(scale: Scale, totals: ReadonlyMap<string, number>): DistanceTable {
  const middles = new Map<string, number>();
  let below = 0;
  for (const value of scale.values) {
    const here = totals.get(value) ?? 0;
    middles.set(value, below + here / 2);
    below += here;
  }
  return { between: (a, b) => ((middles.get(a) ?? 0) - (middles.get(b) ?? 0)) ** 2 };
}
