import { type Refused, refuse } from './measured.js';
import { categoriesOf, type Ratings } from './ratings.js';

/** The answers in their order, each with its number. */
export interface Scale {
  readonly values: readonly string[];
  readonly numbers: readonly number[];
  readonly refused?: undefined;
}

/** The answers as the numbers they are, in ascending order; refused where one is no number. */
export function numberScale(ratings: Ratings): Scale | Refused {
  const pairs = categoriesOf(ratings).map(value => ({
    value,
    number: value.trim() === '' ? Number.NaN : Number(value),
  }));
  if (pairs.some(({ number }) => !Number.isFinite(number))) return refuse('not-numbers');
  pairs.sort((a, b) => a.number - b.number);
  return { values: pairs.map(({ value }) => value), numbers: pairs.map(({ number }) => number) };
}

/**
 * The answers in an order: numbers by their size, others as they were declared, with 1, 2, 3 … for numbers. Refused where they are neither:
 * the order in which answers happened to be given is none.
 */
export function orderedScale(ratings: Ratings): Scale | Refused {
  const numbers = numberScale(ratings);
  if (numbers.refused === undefined) return numbers;
  const declared = ratings.categories ?? [];
  const values = categoriesOf(ratings);
  if (values.length > new Set(declared).size) return refuse('no-order');
  return { values, numbers: values.map((_, at) => at + 1) };
}
