import assert from 'node:assert/strict';
import { bennettS } from '../../../../../src/core/analysis/agreement/measures/bennettS.js';
import { codesOf } from '../../../../../src/core/analysis/agreement/measures/codeSets.js';
import { cohenKappa } from '../../../../../src/core/analysis/agreement/measures/cohenKappa.js';
import type { Distance } from '../../../../../src/core/analysis/agreement/measures/distance.js';
import { fleissKappa } from '../../../../../src/core/analysis/agreement/measures/fleissKappa.js';
import { gwetAC1 } from '../../../../../src/core/analysis/agreement/measures/gwetAC1.js';
import { gwetAC2 } from '../../../../../src/core/analysis/agreement/measures/gwetAC2.js';
import { hubertKappa } from '../../../../../src/core/analysis/agreement/measures/hubertKappa.js';
import { krippendorffAlpha } from '../../../../../src/core/analysis/agreement/measures/krippendorffAlpha.js';
import type { Measured } from '../../../../../src/core/analysis/agreement/measures/measured.js';
import {
  percentAgreement,
  percentByPattern,
} from '../../../../../src/core/analysis/agreement/measures/percentAgreement.js';
import { randolphKappa } from '../../../../../src/core/analysis/agreement/measures/randolphKappa.js';
import { scottPi } from '../../../../../src/core/analysis/agreement/measures/scottPi.js';
import type { Weights } from '../../../../../src/core/analysis/agreement/measures/weights.js';
import { figureOf } from './equalsCase.js';
import { type Figures, type PublishedCase, ratingsOf } from './publishedCases.js';

type MeasureCase = (each: PublishedCase) => Figures;

/** What we measure in a case, under the names that the cases have for figures, by what the case measures. */
export const MEASURED: Readonly<Record<string, MeasureCase>> = {
  'percent-agreement': each => {
    const byItem = percentByPattern(ratingsOf(each)).map((share, at) => [String(at + 1), share ?? Number.NaN]);
    return { ...named(percentAgreement(ratingsOf(each))), by_item: Object.fromEntries(byItem) };
  },
  'cohen-kappa': each => {
    const kappa = figureOf(cohenKappa(ratingsOf(each)));
    return {
      ...named(kappa),
      max_observed: kappa.maxObserved,
      max_value: kappa.maxValue,
      // The cases give Fleiss' form of kappa by category here, too: its note says so.
      by_category: byCategory(each),
    };
  },
  'scott-pi': each => named(scottPi(ratingsOf(each))),
  'bennett-s': each => named(bennettS(ratingsOf(each))),
  'randolph-kappa': each => named(randolphKappa(ratingsOf(each))),
  'fleiss-kappa': each => ({ ...named(fleissKappa(ratingsOf(each))), by_category: byCategory(each) }),
  'hubert-kappa': each => named(hubertKappa(ratingsOf(each))),
  'krippendorff-alpha': each => {
    const alpha = figureOf(krippendorffAlpha(ratingsOf(each), distanceOf(each)));
    return {
      value: alpha.value,
      observed_disagreement: alpha.observedDisagreement,
      expected_disagreement: alpha.expectedDisagreement,
    };
  },
  'gwet-ac1': each => named(gwetAC1(ratingsOf(each))),
  'gwet-ac2': each => named(gwetAC2(ratingsOf(each), each.params?.weights as Weights)),
};

function named(measured: Measured): Figures {
  const { value, observed, expected } = figureOf(measured);
  return { value, observed, chance: expected };
}

const byCategory = (each: PublishedCase): Readonly<Record<string, number>> =>
  Object.fromEntries(figureOf(fleissKappa(ratingsOf(each))).byCategory);

function distanceOf({ params }: PublishedCase): Distance {
  const { metric, distance, labels, distance_matrix: matrix } = params ?? {};
  if (metric !== 'custom') return (metric ?? 'nominal') as Distance;
  if (distance !== undefined) return (a, b) => distance[`${a}|${b}`] ?? distance[`${b}|${a}`] ?? 0;
  assert.ok(labels !== undefined && matrix !== undefined);
  const at = (answer: string): number => labels.indexOf(codesOf(answer).join(''));
  return (a, b) => matrix[at(a)]?.[at(b)] ?? Number.NaN;
}
