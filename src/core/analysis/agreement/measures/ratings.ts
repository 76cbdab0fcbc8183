/** What several coders said of units, as how often each pattern of answers occurs: a million characters cost no more than the stretches they fall into. */
export interface Ratings {
  readonly coders: readonly string[];
  readonly patterns: readonly RatingPattern[];
  /**
   * Every answer that could have been given, in their order where they have one. Without it, the answers that were given. Answers that
   * were given and are not listed are added at the end.
   */
  readonly categories?: readonly string[] | undefined;
}

/** How often coders gave just these answers. */
export interface RatingPattern {
  /** One answer a coder, in the order of the coders; null where that coder did not code the unit. */
  readonly values: readonly (string | null)[];
  /** How many units got these answers: whole, 0 or more. */
  readonly count: number;
}

/** Every answer that could have been given or was: the declared ones in their order, then others as they come. */
export function categoriesOf(ratings: Ratings): readonly string[] {
  const categories = new Set(ratings.categories ?? []);
  for (const { values, count } of ratings.patterns) {
    if (count > 0) for (const value of values) if (value !== null) categories.add(value);
  }
  return [...categories];
}

/** The same answers, seen as “this one or another one”: `yes` and `no`. */
export function oneAgainstRest(ratings: Ratings, category: string): Ratings {
  const collapse = (value: string | null): string | null => (value === null ? null : value === category ? 'yes' : 'no');
  return {
    coders: ratings.coders,
    patterns: ratings.patterns.map(({ values, count }) => ({ values: values.map(collapse), count })),
    categories: ['yes', 'no'],
  };
}

/** The answers of two of the coders alone; `a` and `b` count from 0. */
export function pairOf(ratings: Ratings, a: number, b: number): Ratings {
  const pick = (from: readonly (string | null)[]): (string | null)[] => [from[a] ?? null, from[b] ?? null];
  return {
    coders: [ratings.coders[a] ?? '', ratings.coders[b] ?? ''],
    patterns: ratings.patterns.map(({ values, count }) => ({ values: pick(values), count })),
    categories: ratings.categories,
  };
}
