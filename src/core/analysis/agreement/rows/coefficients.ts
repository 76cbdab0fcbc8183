import type { MeasureName } from '../agreement.js';
import { cohenKappa } from '../measures/cohenKappa.js';
import { fleissKappa } from '../measures/fleissKappa.js';
import { gwetAC1 } from '../measures/gwetAC1.js';
import { krippendorffAlpha } from '../measures/krippendorffAlpha.js';
import { corrected, type Measured, type Refused, refuse } from '../measures/measured.js';
import { percentAgreement } from '../measures/percentAgreement.js';
import { pairOf, type Ratings } from '../measures/ratings.js';
import { scottPi } from '../measures/scottPi.js';
import { pairsOf } from './pairs.js';

/** The coefficients that are made of answers to units. */
export type RatedMeasure = Exclude<MeasureName, 'anyAlpha' | 'uAlpha' | 'cuAlpha' | 'kuAlpha'>;

type Measure = (ratings: Ratings) => Measured;

const MEASURE: Readonly<Record<RatedMeasure, Measure>> = {
  percent: percentAgreement,
  cohen: cohenKappa,
  scott: scottPi,
  fleiss: fleissKappa,
  alpha: ratings => krippendorffAlpha(ratings),
  ac1: gwetAC1,
};

/** The coefficients that fit a number of coders, in the order in which they are shown: for two, Fleiss’ kappa is Scott’s pi. */
export function measuresFor(coders: number): readonly RatedMeasure[] {
  return coders > 2 ? ['percent', 'cohen', 'fleiss', 'alpha', 'ac1'] : ['percent', 'cohen', 'scott', 'alpha', 'ac1'];
}

/**
 * One coefficient of how the same coders answered one question, or several: one a code. Several are pooled as H. de Vries, M. N. Elliott,
 * D. E. Kanouse and S. S. Teleki propose for kappa (2008, Using pooled kappa to summarize interrater agreement across many items, Field
 * Methods 20, 272–282): what was observed and what chance gives are each averaged over the questions, and the coefficient is made of the
 * two means. So a rare code is compared with what chance gives for a rare code; and one that has no figure of its own, as all answers are the
 * same, neither helps nor harms. Cohen's kappa of more than two coders is the mean of that of all pairs who share units (R. J. Light 1971).
 */
export function coefficient(measure: RatedMeasure, questions: readonly Ratings[]): Measured {
  const coders = questions[0]?.coders ?? [];
  return measure === 'cohen' && coders.length > 2 ? meanOfPairs(coders, questions) : pooled(measure, questions);
}

function pooled(measure: RatedMeasure, questions: readonly Ratings[]): Measured {
  const [first, ...more] = questions.map(ratings => MEASURE[measure](ratings));
  if (first === undefined) return refuse('no-units');
  if (more.length === 0) return first;
  let [differing, byChance] = [0, 0];
  for (const figure of [first, ...more]) {
    if (figure.refused === 'no-variation' || figure.refused === 'one-category') continue;
    if (figure.refused !== undefined) return figure;
    differing += 1 - (figure.observed ?? figure.value);
    byChance += 1 - (figure.expected ?? 0);
  }
  const count = questions.length;
  if (measure !== 'percent') return corrected(differing / count, byChance / count);
  const value = 1 - differing / count;
  return { value, observed: value };
}

function meanOfPairs(coders: readonly string[], questions: readonly Ratings[]): Measured {
  const values: number[] = [];
  let shares: Refused | undefined;
  for (const [a, b] of pairsOf([...coders.keys()])) {
    const figure = pooled(
      'cohen',
      questions.map(ratings => pairOf(ratings, a, b)),
    );
    if (figure.refused === undefined) values.push(figure.value);
    else if (figure.refused === 'no-shared-units' || figure.refused === 'no-units') shares = figure;
    // A mean over those pairs alone that have a figure would be one of other pairs in each row.
    else return { ...figure, reason: `${coders[a]} and ${coders[b]}: ${figure.reason}` };
  }
  if (values.length === 0) return shares ?? refuse('no-units');
  return { value: values.reduce((sum, value) => sum + value, 0) / values.length };
}
