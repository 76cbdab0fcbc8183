import assert from 'node:assert/strict';
import { alphaU1995 } from '../../../../../src/core/analysis/agreement/measures/alphaU1995.js';
import { anyAlpha } from '../../../../../src/core/analysis/agreement/measures/anyAlpha.js';
import { bennettS } from '../../../../../src/core/analysis/agreement/measures/bennettS.js';
import { cohenKappa } from '../../../../../src/core/analysis/agreement/measures/cohenKappa.js';
import type { Continuum } from '../../../../../src/core/analysis/agreement/measures/continuum.js';
import { cuAlpha } from '../../../../../src/core/analysis/agreement/measures/cuAlpha.js';
import { fleissKappa } from '../../../../../src/core/analysis/agreement/measures/fleissKappa.js';
import { gammaDisorder } from '../../../../../src/core/analysis/agreement/measures/gammaDisorder.js';
import { gwetAC1 } from '../../../../../src/core/analysis/agreement/measures/gwetAC1.js';
import { gwetAC2 } from '../../../../../src/core/analysis/agreement/measures/gwetAC2.js';
import { hubertKappa } from '../../../../../src/core/analysis/agreement/measures/hubertKappa.js';
import { krippendorffAlpha } from '../../../../../src/core/analysis/agreement/measures/krippendorffAlpha.js';
import { kuAlpha } from '../../../../../src/core/analysis/agreement/measures/kuAlpha.js';
import type { Measured } from '../../../../../src/core/analysis/agreement/measures/measured.js';
import { percentAgreement } from '../../../../../src/core/analysis/agreement/measures/percentAgreement.js';
import { randolphKappa } from '../../../../../src/core/analysis/agreement/measures/randolphKappa.js';
import type { Ratings } from '../../../../../src/core/analysis/agreement/measures/ratings.js';
import { scottPi } from '../../../../../src/core/analysis/agreement/measures/scottPi.js';
import { uAlpha } from '../../../../../src/core/analysis/agreement/measures/uAlpha.js';
import { atOnce } from '../../../../../src/core/pieces.js';
import { EMPTY_UNITS } from './equalsCase.js';
import { continuumOf, PUBLISHED, type PublishedCase, ratingsOf } from './publishedCases.js';

const OF_RATINGS: Readonly<Record<string, (ratings: Ratings) => Measured>> = {
  percentAgreement,
  cohenKappa,
  scottPi,
  bennettS,
  randolphKappa,
  fleissKappa,
  hubertKappa,
  krippendorffAlpha: ratings => krippendorffAlpha(ratings),
  gwetAC1,
  gwetAC2: ratings => gwetAC2(ratings, 'identity'),
};

const OF_UNITS: Readonly<Record<string, (continuum: Continuum) => Measured>> = {
  alphaU1995: continuum => alphaU1995(continuum),
  uAlpha: continuum => atOnce(uAlpha(continuum)),
  cuAlpha: continuum => atOnce(cuAlpha(continuum)),
  kuAlpha: continuum => atOnce(kuAlpha(continuum, 'A')),
  anyAlpha: continuum => atOnce(anyAlpha(continuum)),
  gammaDisorder: continuum => gammaDisorder(continuum),
};

function published(id: string): PublishedCase {
  const found = PUBLISHED.find(each => each.id === id);
  assert.ok(found !== undefined);
  return found;
}

const ratings = (coders: number, ...patterns: readonly (readonly (string | null)[])[]): Ratings => ({
  coders: Array.from({ length: coders }, (_, at) => `c${at}`),
  patterns: patterns.map(values => ({ values, count: 5 })),
});

describe('Agreement that cannot be had is refused, with the reason', () => {
  for (const [name, measure] of Object.entries(OF_RATINGS)) {
    it(`${name}: no units, one coder, nothing that two coded`, () => {
      assert.equal(measure(ratingsOf(published('153-edge-no-units'))).refused, 'no-units');
      assert.equal(measure(ratings(2, [null, null])).refused, 'no-units');
      assert.equal(measure({ ...ratings(2), patterns: [{ values: ['a', 'b'], count: 0 }] }).refused, 'no-units');
      assert.equal(measure(ratings(1, ['a'], ['b'])).refused, 'one-coder');
      assert.equal(measure(ratings(2, ['a', null], [null, 'b'])).refused, 'no-shared-units');
    });

    it(`${name}: patterns that are none`, () => {
      assert.throws(() => measure(ratings(2, ['a'])), RangeError);
      assert.throws(() => measure({ ...ratings(2), patterns: [{ values: ['a', 'b'], count: -1 }] }), RangeError);
      assert.throws(() => measure({ ...ratings(2), patterns: [{ values: ['a', 'b'], count: 0.5 }] }), RangeError);
    });
  }

  for (const name of ['cohenKappa', 'scottPi', 'bennettS'] as const) {
    it(`${name}: three coders`, () => {
      const three = ratingsOf(published('155-edge-three-coders-given-to-a-two-coder-measure'));
      assert.equal(OF_RATINGS[name]?.(three).refused, 'not-two-coders');
    });
  }

  it('one answer only: no variation, or no alternative', () => {
    const same = ratings(2, ['a', 'a']);
    for (const measure of [cohenKappa, scottPi, fleissKappa, hubertKappa, krippendorffAlpha]) {
      assert.equal(measure(same).refused, 'no-variation');
    }
    for (const measure of [bennettS, randolphKappa, gwetAC1]) {
      assert.equal(measure(same).refused, 'one-category');
      assert.equal(measure({ ...same, categories: ['a', 'b'] }).value, 1);
    }
    assert.equal(percentAgreement(same).value, 1);
  });

  it('answers without numbers or an order', () => {
    const words = ratings(2, ['low', 'high'], ['high', 'high']);
    assert.equal(krippendorffAlpha(words, 'interval').refused, 'not-numbers');
    assert.equal(krippendorffAlpha(words, 'ratio').refused, 'not-numbers');
    assert.equal(krippendorffAlpha(words, 'ordinal').refused, 'no-order');
    assert.equal(gwetAC2(words, 'linear').refused, 'no-order');
    const ordered = { ...words, categories: ['low', 'high'] };
    assert.equal(krippendorffAlpha(ordered, 'ordinal').refused, undefined);
    assert.equal(gwetAC2(ordered, 'linear').refused, undefined);
  });

  for (const [name, measure] of Object.entries(OF_UNITS)) {
    it(`${name}: no units, one coder, units without length`, () => {
      assert.equal(measure(continuumOf(published('156-edge-alphau-empty-continuum'))).refused, 'no-units');
      assert.equal(measure(continuumOf(published(EMPTY_UNITS))).refused, 'empty-unit');
      const units = [{ coder: 'EA', start: 0, end: 4, code: 'A' }];
      assert.equal(measure({ length: 9, coders: ['EA'], units }).refused, 'one-coder');
    });
  }

  it('units: several codes in one place, nothing in common, nothing else', () => {
    const unit = (coder: string, start: number, end: number, code: string) => ({ coder, start, end, code });
    const two = { length: 9, coders: ['EA', 'BK'], units: [unit('EA', 0, 4, 'A'), unit('EA', 3, 6, 'B')] };
    for (const measure of [uAlpha, cuAlpha]) assert.equal(atOnce(measure(two)).refused, 'overlapping-units');
    assert.equal(alphaU1995(two).refused, undefined);
    assert.equal(atOnce(anyAlpha(two)).refused, undefined);
    const apart = { ...two, units: [unit('EA', 0, 4, 'A'), unit('BK', 4, 6, 'B')] };
    assert.equal(atOnce(cuAlpha(apart)).refused, 'not-comparable');
    assert.equal(atOnce(kuAlpha(apart, 'A')).refused, 'not-comparable');
    assert.equal(atOnce(kuAlpha(apart, 'C')).refused, 'no-units');
    const all = { ...two, units: [unit('EA', 0, 9, 'A'), unit('BK', 0, 9, 'A')] };
    for (const measure of [uAlpha, cuAlpha, anyAlpha]) assert.equal(atOnce(measure(all)).refused, 'no-variation');
    assert.equal(atOnce(kuAlpha(all, 'A')).refused, 'no-variation');
    assert.throws(() => atOnce(uAlpha({ ...two, units: [unit('EA', 0, 10, 'A')] })), RangeError);
    assert.throws(() => atOnce(uAlpha({ ...two, units: [unit('XY', 0, 4, 'A')] })), RangeError);
  });
});
