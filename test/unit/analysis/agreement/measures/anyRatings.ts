import fc from 'fast-check';
import type { RatingPattern, Ratings } from '../../../../../src/core/analysis/agreement/measures/ratings.js';

const CATEGORIES = ['a', 'b', 'c', 'd'];

/** Answers of a number of coders to some kinds of units; declared are all that there could be. */
export function anyRatings({ coders, missing = false }: { coders: number; missing?: boolean }): fc.Arbitrary<Ratings> {
  const answer = missing ? fc.constantFrom(...CATEGORIES, null) : fc.constantFrom(...CATEGORIES);
  return fc
    .array(
      fc.record({
        values: fc.array(answer, { minLength: coders, maxLength: coders }),
        count: fc.nat(40),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map(patterns => ({ coders: namesOf(coders), patterns, categories: CATEGORIES }));
}

/** Answers of two to four coders, some of them missing. */
export const someRatings: fc.Arbitrary<Ratings> = fc
  .integer({ min: 2, max: 4 })
  .chain(coders => anyRatings({ coders, missing: true }));

const namesOf = (coders: number): string[] => Array.from({ length: coders }, (_, at) => `c${at}`);

/** The same ratings, each pattern made into another one. */
export const mapPatterns = (ratings: Ratings, map: (pattern: RatingPattern) => readonly RatingPattern[]): Ratings => ({
  ...ratings,
  patterns: ratings.patterns.flatMap(map),
});
