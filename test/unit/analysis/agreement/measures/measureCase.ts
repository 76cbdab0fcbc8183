import assert from 'node:assert/strict';
import { type AlphaU, alphaU1995 } from '../../../../../src/core/analysis/agreement/measures/alphaU1995.js';
import { bennettS } from '../../../../../src/core/analysis/agreement/measures/bennettS.js';
import { codesOf } from '../../../../../src/core/analysis/agreement/measures/codeSets.js';
import { cohenKappa } from '../../../../../src/core/analysis/agreement/measures/cohenKappa.js';
import { cuAlpha } from '../../../../../src/core/analysis/agreement/measures/cuAlpha.js';
import type { Distance } from '../../../../../src/core/analysis/agreement/measures/distance.js';
import { fleissKappa } from '../../../../../src/core/analysis/agreement/measures/fleissKappa.js';
import { gammaDisorder } from '../../../../../src/core/analysis/agreement/measures/gammaDisorder.js';
import { gwetAC1 } from '../../../../../src/core/analysis/agreement/measures/gwetAC1.js';
import { gwetAC2 } from '../../../../../src/core/analysis/agreement/measures/gwetAC2.js';
import { hubertKappa } from '../../../../../src/core/analysis/agreement/measures/hubertKappa.js';
import {
  type Alpha,
  krippendorffAlpha,
} from '../../../../../src/core/analysis/agreement/measures/krippendorffAlpha.js';
import { kuAlpha } from '../../../../../src/core/analysis/agreement/measures/kuAlpha.js';
import type { Measured } from '../../../../../src/core/analysis/agreement/measures/measured.js';
import {
  percentAgreement,
  percentByPattern,
} from '../../../../../src/core/analysis/agreement/measures/percentAgreement.js';
import { randolphKappa } from '../../../../../src/core/analysis/agreement/measures/randolphKappa.js';
import { scottPi } from '../../../../../src/core/analysis/agreement/measures/scottPi.js';
import { uAlpha } from '../../../../../src/core/analysis/agreement/measures/uAlpha.js';
import { type Segment, unitDistance } from '../../../../../src/core/analysis/agreement/measures/unitDistance.js';
import type { Weights } from '../../../../../src/core/analysis/agreement/measures/weights.js';
import { atOnce } from '../../../../../src/core/pieces.js';
import { figureOf } from './equalsCase.js';
import { continuumOf, type Figures, type PublishedCase, ratingsOf, type SegmentInput } from './publishedCases.js';

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
  'krippendorff-alpha': each => disagreements(krippendorffAlpha(ratingsOf(each), distanceOf(each))),
  'krippendorff-alpha-u-1995': each => disagreements(alphaU1995(continuumOf(each))),
  'alpha-u-1995-distance': ({ input: { a, b } }) => {
    assert.ok(a !== undefined && b !== undefined);
    return { value: unitDistance(segment(a), segment(b)) };
  },
  'krippendorff-u-alpha-2016': each => named(atOnce(uAlpha(continuumOf(each)))),
  'krippendorff-cu-alpha-2016': each => named(atOnce(cuAlpha(continuumOf(each)))),
  'krippendorff-k-u-alpha-2016': each => {
    const codes = Object.keys(each.expected.by_category ?? {});
    const alphas = codes.map(code => [code, figureOf(atOnce(kuAlpha(continuumOf(each), code))).value]);
    return { by_category: Object.fromEntries(alphas) };
  },
  'gamma-best-alignment-disorder': each => {
    const { alpha = 1, beta = 1, deltaEmpty = 1 } = each.params ?? {};
    return named(gammaDisorder(continuumOf(each), { alpha, beta, deltaEmpty }));
  },
  'gwet-ac1': each => named(gwetAC1(ratingsOf(each))),
  'gwet-ac2': each => named(gwetAC2(ratingsOf(each), each.params?.weights as Weights)),
};

function named(measured: Measured): Figures {
  const { value, observed, expected } = figureOf(measured);
  return { value, observed, chance: expected };
}

function disagreements(measured: Measured<Alpha | AlphaU>): Figures {
  const { value, observedDisagreement, expectedDisagreement } = figureOf(measured);
  return { value, observed_disagreement: observedDisagreement, expected_disagreement: expectedDisagreement };
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

const segment = ({ begin, length, valued }: SegmentInput): Segment => ({ start: begin, end: begin + length, valued });
