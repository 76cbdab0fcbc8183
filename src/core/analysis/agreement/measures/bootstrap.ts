import { seeded } from '../ratings/seeded.js';
import { type Measured, type Refused, refuse } from './measured.js';
import type { RatingPattern, Ratings } from './ratings.js';

/** How to draw again. */
export interface BootstrapOptions extends Pick<Ratings, 'coders' | 'categories'> {
  /** How many resamples; 999 where nothing is said: with it, both ends of a 95 % interval are one of the figures. */
  readonly samples?: number;
  /** The same seed gives the same interval. */
  readonly seed?: number;
  /** How much of the resampled figures lies within, 0 … 1; 0.95 where nothing is said. */
  readonly confidence?: number;
}

/** Where the middle of the resampled figures lies. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** How many resamples gave a figure; the others had nothing to tell apart. */
  readonly samples: number;
  readonly refused?: undefined;
}

/**
 * Blocks below which there is no interval. Drawing n of n blocks with replacement can come out in C(2n − 1, n) ways: 126 with five, too few to
 * say where the outer 5 % begin, and 92,378 with ten.
 */
export const FEWEST_BLOCKS = 10;

/** Share of the resamples that must give a figure: else the interval would be about the few that happened to have one. */
export const FEWEST_FIGURES = 0.5;

/**
 * A percentile interval for a measure, by drawing whole blocks again, with replacement. Blocks are what was coded in one go: turns, or
 * transcripts. Characters are not independent of each other: who codes one codes its neighbours. Drawn one by one they would promise a
 * certainty that is not there, so what belongs together is drawn together.
 * B. Efron, R. J. Tibshirani (1993), An Introduction to the Bootstrap, chapters 8 (what to draw where data depend on each other) and 13
 * (percentile intervals); A. C. Davison, D. V. Hinkley (1997), Bootstrap Methods and their Application, section 3.8 (groups drawn whole) and
 * chapter 5.
 * @param blocks the patterns of each block; blocks without any count as drawn
 * @param measure what is measured of each resample
 */
export function bootstrap(
  blocks: readonly (readonly RatingPattern[])[],
  measure: (ratings: Ratings) => Measured,
  { coders, categories, samples = 999, seed = 1, confidence = 0.95 }: BootstrapOptions,
): Interval | Refused {
  if (blocks.length < FEWEST_BLOCKS) {
    return refuse('few-blocks', `There are ${blocks.length} blocks to draw from: an interval needs ${FEWEST_BLOCKS}.`);
  }
  const { patterns, parts } = shared(blocks);
  const random = seeded(seed);
  const figures: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const counts = patterns.map(() => 0);
    for (let drawn = 0; drawn < blocks.length; drawn++) {
      for (const { pattern, count } of parts[Math.floor(random() * blocks.length)] ?? []) {
        counts[pattern] = (counts[pattern] ?? 0) + count;
      }
    }
    const { value } = measure({
      coders,
      categories,
      patterns: patterns.map((values, at) => ({ values, count: counts[at] ?? 0 })),
    });
    if (value !== undefined) figures.push(value);
  }
  if (figures.length === 0 || figures.length < samples * FEWEST_FIGURES) {
    return refuse('no-variation', 'Most of what was drawn again has no difference in it.');
  }
  return middleOf(figures, confidence);
}

/** The patterns that occur at all, once each, and how often each occurs in a block: a resample is then a sum of counts. */
function shared(blocks: readonly (readonly RatingPattern[])[]): {
  readonly patterns: readonly RatingPattern['values'][];
  readonly parts: readonly (readonly { readonly pattern: number; readonly count: number }[])[];
} {
  const patterns: RatingPattern['values'][] = [];
  const known = new Map<string, number>();
  const indexOf = (values: RatingPattern['values']): number => {
    const key = JSON.stringify(values);
    const index = known.get(key) ?? patterns.push(values) - 1;
    known.set(key, index);
    return index;
  };
  const parts = blocks.map(block => block.map(({ values, count }) => ({ pattern: indexOf(values), count })));
  return { patterns, parts };
}

/**
 * The middle of some figures: ends at (n + 1) (1 ± confidence) / 2 of the figures in order, between two in proportion (Davison and Hinkley 1997,
 * chapter 5).
 * @param figures at least one
 */
export function middleOf(figures: readonly number[], confidence: number): Interval {
  const ordered = [...figures].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = Math.min(Math.max((ordered.length + 1) * share - 1, 0), ordered.length - 1);
    const low = ordered[Math.floor(place)] ?? 0;
    return low + ((ordered[Math.ceil(place)] ?? low) - low) * (place - Math.floor(place));
  };
  return { low: at((1 - confidence) / 2), high: at((1 + confidence) / 2), samples: figures.length };
}
