import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bennettS } from '../../../../../src/core/analysis/agreement/measures/bennettS.js';
import { cohenKappa } from '../../../../../src/core/analysis/agreement/measures/cohenKappa.js';
import { fleissKappa } from '../../../../../src/core/analysis/agreement/measures/fleissKappa.js';
import { gwetAC1 } from '../../../../../src/core/analysis/agreement/measures/gwetAC1.js';
import { gwetAC2 } from '../../../../../src/core/analysis/agreement/measures/gwetAC2.js';
import { hubertKappa } from '../../../../../src/core/analysis/agreement/measures/hubertKappa.js';
import { krippendorffAlpha } from '../../../../../src/core/analysis/agreement/measures/krippendorffAlpha.js';
import type { Measured } from '../../../../../src/core/analysis/agreement/measures/measured.js';
import { percentAgreement } from '../../../../../src/core/analysis/agreement/measures/percentAgreement.js';
import { randolphKappa } from '../../../../../src/core/analysis/agreement/measures/randolphKappa.js';
import { oneAgainstRest, type Ratings } from '../../../../../src/core/analysis/agreement/measures/ratings.js';
import { scottPi } from '../../../../../src/core/analysis/agreement/measures/scottPi.js';
import { anyRatings, mapPatterns, someRatings } from './anyRatings.js';
import { figureOf } from './equalsCase.js';
import { PUBLISHED, ratingsOf } from './publishedCases.js';

type Measure = (ratings: Ratings) => Measured;

const FOR_SEVERAL: Readonly<Record<string, Measure>> = {
  percentAgreement,
  randolphKappa,
  fleissKappa,
  hubertKappa,
  krippendorffAlpha: ratings => krippendorffAlpha(ratings),
  gwetAC1,
};
const FOR_TWO: Readonly<Record<string, Measure>> = { cohenKappa, scottPi, bennettS };
const ALL = { ...FOR_SEVERAL, ...FOR_TWO };

const pairs = anyRatings({ coders: 2, missing: true });
const complete = anyRatings({ coders: 2 });

/** Both give the same figure, or the same refusal. */
function same(one: Measured, other: Measured): void {
  assert.equal(one.refused, other.refused);
  if (one.value !== undefined && other.value !== undefined) near(one.value, other.value);
}

const near = (one: number, other: number): void =>
  assert.ok(Math.abs(one - other) <= 1e-10 * Math.max(1, Math.abs(one)), `${one} is not ${other}`);

describe('Agreement of ratings, whatever they are', () => {
  for (const [name, measure] of Object.entries(ALL)) {
    const given = name in FOR_TWO ? pairs : someRatings;

    it(`${name} does not depend on the order of the coders`, () => {
      fc.assert(
        fc.property(given, ratings => {
          const turned = mapPatterns(ratings, ({ values, count }) => [{ values: values.toReversed(), count }]);
          same(measure(ratings), measure({ ...turned, coders: ratings.coders.toReversed() }));
        }),
      );
    });

    it(`${name} does not depend on the names of the answers`, () => {
      const renamed = new Map(['a', 'b', 'c', 'd'].map((value, at) => [value, ['z', 'a', 'y', 'c'][at] ?? value]));
      const rename = (value: string | null): string | null => (value === null ? null : (renamed.get(value) ?? value));
      fc.assert(
        fc.property(given, ratings => {
          const other = mapPatterns(ratings, ({ values, count }) => [{ values: values.map(rename), count }]);
          same(measure(ratings), measure({ ...other, categories: [...renamed.values()] }));
        }),
      );
    });

    it(`${name} does not depend on how units are put together`, () => {
      fc.assert(
        fc.property(given, fc.nat(40), (ratings, most) => {
          const split = mapPatterns(ratings, ({ values, count }) => [
            { values, count: Math.min(most, count) },
            { values, count: count - Math.min(most, count) },
          ]);
          same(measure(ratings), measure({ ...split, patterns: split.patterns.toReversed() }));
        }),
      );
    });

    it(`${name} is 1 where all agree, never more, and always a number`, () => {
      fc.assert(
        fc.property(given, ratings => {
          const { value } = measure(ratings);
          if (value !== undefined) assert.ok(Number.isFinite(value) && value <= 1, String(value));
          const agreed = mapPatterns(ratings, ({ values, count }) => [
            { values: values.map(() => values.find(each => each !== null) ?? null), count },
          ]);
          const perfect = measure(agreed);
          if (perfect.refused === undefined) assert.equal(perfect.value, 1);
          else assert.ok(['no-units', 'no-variation'].includes(perfect.refused));
        }),
      );
    });

    it(`${name} is less than 1 where somebody differs`, () => {
      fc.assert(
        fc.property(given, ratings => {
          const differs = { values: ratings.coders.map((_, at) => (at === 0 ? 'a' : 'b')), count: 1 };
          assert.ok(figureOf(measure({ ...ratings, patterns: [...ratings.patterns, differs] })).value < 1);
        }),
      );
    });
  }

  it('for two coders, the measures for several are those for two', () => {
    fc.assert(
      fc.property(complete, ratings => {
        same(fleissKappa(ratings), scottPi(ratings));
        same(hubertKappa(ratings), cohenKappa(ratings));
        same(randolphKappa(ratings), bennettS(ratings));
      }),
    );
  });

  it('kappa and pi of two coders are at least −1, pi never above kappa', () => {
    fc.assert(
      fc.property(complete, ratings => {
        const [kappa, pi] = [cohenKappa(ratings), scottPi(ratings)];
        if (kappa.refused !== undefined || pi.refused !== undefined) return;
        assert.ok(pi.value >= -1 - 1e-12 && kappa.value >= pi.value - 1e-12);
        assert.ok(kappa.value <= kappa.maxValue + 1e-12 && kappa.observed !== undefined);
        near((kappa.maxObserved - (kappa.expected ?? 0)) / (1 - (kappa.expected ?? 0)), kappa.maxValue);
      }),
    );
  });

  it('alpha of two coders without missing answers is pi, corrected for the size of the sample', () => {
    fc.assert(
      fc.property(complete, ratings => {
        const [alpha, pi] = [krippendorffAlpha(ratings), scottPi(ratings)];
        assert.equal(alpha.refused, pi.refused);
        if (alpha.refused !== undefined || pi.refused !== undefined) return;
        const answers = 2 * alpha.units;
        near(1 - alpha.value, (1 - pi.value) * ((answers - 1) / answers));
      }),
    );
  });

  it('alpha is what all pairs of answers say, counted one by one', () => {
    fc.assert(
      fc.property(someRatings, ratings => {
        const few = mapPatterns(ratings, ({ values, count }) => [{ values, count: count % 4 }]);
        const alpha = krippendorffAlpha(few);
        if (alpha.refused !== undefined) return;
        const units = few.patterns
          .flatMap(({ values, count }) => Array.from({ length: count }, () => values.filter(each => each !== null)))
          .filter(unit => unit.length > 1);
        const differ = (all: readonly string[]): number =>
          all.reduce((sum, a, i) => sum + all.filter((b, j) => i !== j && a !== b).length, 0);
        const all = units.flat();
        const observed = units.reduce((sum, unit) => sum + differ(unit) / (unit.length - 1), 0) / all.length;
        near(alpha.value, 1 - observed / (differ(all) / (all.length * (all.length - 1))));
      }),
    );
  });

  it('distances and weights that know only “the same or not” are alpha of names and AC1', () => {
    const numbered = (ratings: Ratings): Ratings =>
      mapPatterns(ratings, ({ values, count }) => [
        { values: values.map(each => (each === null ? null : 'ab'.includes(each) ? '1' : '2')), count },
      ]);
    fc.assert(
      fc.property(someRatings, ratings => {
        same(
          krippendorffAlpha(ratings, (a, b) => (a === b ? 0 : 1)),
          krippendorffAlpha(ratings),
        );
        same(
          gwetAC2(ratings, (a, b) => (a === b ? 1 : 0)),
          gwetAC1(ratings),
        );
        // With two answers, how far they are apart makes no difference.
        const two = { ...numbered(ratings), categories: ['1', '2'] };
        for (const distance of ['ordinal', 'interval', 'ratio'] as const) {
          same(krippendorffAlpha(two, distance), krippendorffAlpha(two));
        }
        for (const weights of ['identity', 'linear', 'quadratic', 'ordinal', 'ratio'] as const) {
          same(gwetAC2(two, weights), gwetAC1(two));
        }
      }),
    );
  });

  it('what one coder alone coded leaves alpha as it is', () => {
    fc.assert(
      fc.property(someRatings, fc.nat(40), (ratings, count) => {
        const alone = { values: ratings.coders.map((_, at) => (at === 0 ? 'a' : null)), count };
        const more = krippendorffAlpha({ ...ratings, patterns: [...ratings.patterns, alone] });
        const before = krippendorffAlpha(ratings);
        if (before.refused !== 'no-units') same(more, before);
      }),
    );
  });

  it('a thousand million times as many units give the same kappa', () => {
    fc.assert(
      fc.property(pairs, ratings => {
        const many = mapPatterns(ratings, ({ values, count }) => [{ values, count: count * 1e9 }]);
        for (const measure of [cohenKappa, scottPi, fleissKappa, gwetAC1, percentAgreement]) {
          same(measure(many), measure(ratings));
        }
      }),
    );
  });

  it('one disagreement in a million million is not lost', () => {
    const ratings: Ratings = {
      coders: ['EA', 'BK'],
      patterns: [
        { values: ['a', 'a'], count: 1e12 },
        { values: ['b', 'b'], count: 1 },
        { values: ['a', 'b'], count: 1 },
      ],
    };
    // Of three times that b was given, two met.
    near(figureOf(scottPi(ratings)).value, 2 / 3);
  });

  it('one answer against the rest: Cohen’s kappa of each category of Landis and Koch', () => {
    const pathologists = PUBLISHED.find(({ id }) => id === '027-agresti-1992-landis-koch-pathologists');
    assert.ok(pathologists !== undefined);
    const kappas = ['1', '2', '3', '4'].map(
      category => figureOf(cohenKappa(oneAgainstRest(ratingsOf(pathologists), category))).value,
    );
    assert.deepEqual(
      kappas.map(kappa => kappa.toFixed(4)),
      ['0.7810', '0.2663', '0.4405', '0.4587'],
    );
  });
});
