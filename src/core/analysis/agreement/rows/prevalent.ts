import { prevalenceOf } from '../measures/prevalence.js';
import type { Ratings } from '../measures/ratings.js';

/**
 * A sentence where one answer is so frequent that coefficients are low although coders agree: nearly always “not this code”, as most codes
 * are rare. Of several codes it says for how many of them that holds.
 * @returns undefined where they do not mislead
 */
export function prevalenceSentence(questions: readonly Ratings[]): string | undefined {
  const warnings = questions.flatMap(ratings => {
    const prevalence = prevalenceOf(ratings);
    return prevalence.refused === undefined && prevalence.warning !== undefined ? [prevalence.warning] : [];
  });
  if (warnings.length === 0 || questions.length === 1) return warnings[0];
  return (
    `For ${warnings.length} of ${questions.length} codes one answer is so frequent that kappa, pi and alpha are low although coders agree on most ` +
    'units. Read them together with the percentage and AC1, and look at the disagreements themselves.'
  );
}
