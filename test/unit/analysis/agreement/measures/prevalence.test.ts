import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cohenKappa } from '../../../../../src/core/analysis/agreement/measures/cohenKappa.js';
import {
  PREVALENT,
  type Prevalence,
  prevalenceOf,
} from '../../../../../src/core/analysis/agreement/measures/prevalence.js';
import type { Ratings } from '../../../../../src/core/analysis/agreement/measures/ratings.js';
import { anyRatings, someRatings } from './anyRatings.js';
import { figureOf } from './equalsCase.js';

/** The cells of a table of two coders with two answers. */
const table = (a: number, b: number, c: number, d: number): Ratings => ({
  coders: ['EA', 'BK'],
  patterns: [
    { values: ['yes', 'yes'], count: a },
    { values: ['yes', 'no'], count: b },
    { values: ['no', 'yes'], count: c },
    { values: ['no', 'no'], count: d },
  ],
});

function prevalence(ratings: Ratings): Prevalence {
  const found = prevalenceOf(ratings);
  if (found.refused !== undefined) assert.fail(found.reason);
  return found;
}

const near = (one: number, other: number): void => assert.ok(Math.abs(one - other) < 1e-9, `${one} is not ${other}`);

describe('Answers that prevail', () => {
  it('the paradox of Feinstein and Cicchetti: 85 % agreement twice, kappa 0.70 and 0.32; a warning for the second', () => {
    const balanced = table(40, 9, 6, 45);
    const skewed = table(80, 10, 5, 5);
    assert.equal(figureOf(cohenKappa(balanced)).value.toFixed(2), '0.70');
    assert.equal(figureOf(cohenKappa(skewed)).value.toFixed(2), '0.32');
    assert.equal(prevalence(balanced).warning, undefined);
    const { warning, observed, prevalenceIndex, biasIndex } = prevalence(skewed);
    near(observed, 0.85);
    near(prevalenceIndex, 0.75);
    near(biasIndex, 0.05);
    assert.equal(
      warning,
      'One answer makes up 88 % of all answers. Coders who gave it as often, but at random, would agree on 78 % of the units; so kappa, pi and ' +
        'alpha are low (0.31) although coders agree on 85 %. Read them together with the percentage and AC1, and look at the disagreements themselves.',
    );
  });

  it('the indices of Byrt, Bishop and Carlin, and kappa made of them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }), ([a = 0, b = 0, c = 0, d = 0]) => {
        const found = prevalenceOf(table(a, b, c, d));
        const kappa = cohenKappa(table(a, b, c, d));
        if (found.refused !== undefined || kappa.refused !== undefined) return;
        const n = a + b + c + d;
        near(found.prevalenceIndex, Math.abs(a - d) / n);
        near(found.biasIndex, Math.abs(b - c) / n);
        const adjusted = 2 * found.observed - 1;
        const [prevails, bias] = [found.prevalenceIndex ** 2, found.biasIndex ** 2];
        near(kappa.value, (adjusted - prevails + bias) / (1 - prevails + bias));
      }),
    );
  });

  it('a warning where, and only where, one answer prevails and kappa is far below the percentage', () => {
    fc.assert(
      fc.property(someRatings, ratings => {
        const found = prevalenceOf(ratings);
        if (found.refused !== undefined) return;
        const warned = found.prevalenceIndex >= PREVALENT && found.observed - found.kappa >= 0.2;
        assert.equal(found.warning !== undefined, warned);
        assert.ok(found.share > 0 && found.share <= 1 && found.biasIndex >= 0 && found.biasIndex <= 1);
      }),
    );
  });

  it('with complete answers, a warning means at least 70 % agreement', () => {
    fc.assert(
      fc.property(anyRatings({ coders: 3 }), fc.nat(900), (ratings, more) => {
        const frequent = { values: ['a', 'a', 'a'], count: more };
        const found = prevalenceOf({ ...ratings, patterns: [...ratings.patterns, frequent] });
        if (found.refused === undefined && found.warning !== undefined) assert.ok(found.observed >= 0.7 - 1e-9);
      }),
    );
  });

  it('nothing but all is said to be 100 %', () => {
    const rare = prevalence(table(1, 3, 2, 100_000));
    assert.match(rare.warning ?? '', /One answer makes up more than 99 % of all .* agree on more than 99 %\./);
    assert.equal(prevalenceOf(table(9, 0, 0, 0)).refused, 'no-variation');
  });
});
