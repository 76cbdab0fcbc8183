import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alphaU1995 } from '../../../../../src/core/analysis/agreement/measures/alphaU1995.js';
import { anyAlpha } from '../../../../../src/core/analysis/agreement/measures/anyAlpha.js';
import { type Continuum, unitize } from '../../../../../src/core/analysis/agreement/measures/continuum.js';
import { cuAlpha } from '../../../../../src/core/analysis/agreement/measures/cuAlpha.js';
import { kuAlpha, kuAlphas } from '../../../../../src/core/analysis/agreement/measures/kuAlpha.js';
import type { Measured } from '../../../../../src/core/analysis/agreement/measures/measured.js';
import { uAlpha } from '../../../../../src/core/analysis/agreement/measures/uAlpha.js';
import { type Segment, unitDistance } from '../../../../../src/core/analysis/agreement/measures/unitDistance.js';
import { atOnce } from '../../../../../src/core/pieces.js';
import { anyContinuum, mapUnits } from './anyContinuum.js';
import { cuAlphaByPoint, uAlphaByPoint } from './byPoint.js';
import { figureOf } from './equalsCase.js';
import { casesOf, continuumOf } from './publishedCases.js';

const MEASURES: Readonly<Record<string, (continuum: Continuum) => Measured>> = {
  alphaU1995: continuum => alphaU1995(continuum),
  uAlpha: continuum => atOnce(uAlpha(continuum)),
  anyAlpha: continuum => atOnce(anyAlpha(continuum)),
  cuAlpha: continuum => atOnce(cuAlpha(continuum)),
  kuAlpha: continuum => atOnce(kuAlpha(continuum, 'a')),
};

function same(one: Measured, other: Measured): void {
  assert.equal(one.refused, other.refused);
  if (one.value !== undefined && other.value !== undefined) near(one.value, other.value);
}

const near = (one: number, other: number): void =>
  assert.ok(Math.abs(one - other) <= 1e-10 * Math.max(1, Math.abs(one)), `${one} is not ${other}`);

/** Segments of a coder: units, and the gaps between them. */
function segmentsOf(continuum: Continuum, coder: string): readonly Segment[] {
  const units = continuum.units.filter(unit => unit.coder === coder).map(unit => ({ ...unit, valued: true }));
  const borders = [{ end: 0 }, ...units].map(({ end }, at) => [end, units[at]?.start ?? continuum.length] as const);
  const gaps = borders.filter(([start, end]) => end > start).map(([start, end]) => ({ start, end, valued: false }));
  return [...units, ...gaps];
}

/** Alpha of 1995 as the formulas are written, every segment with every other. */
function alphaUAsWritten(continuum: Continuum): { observed: number; expected: number } {
  const { coders, length } = continuum;
  const segments = coders.map(coder => segmentsOf(continuum, coder));
  const all = segments.flat();
  const size = ({ start, end }: Segment): number => end - start;
  let distance = 0;
  for (const one of segments) {
    for (const other of segments) {
      if (one !== other) for (const a of one) for (const b of other) distance += unitDistance(a, b);
    }
  }
  let [moved, itself] = [0, 0];
  for (const unit of all.filter(({ valued }) => valued)) {
    const l = size(unit);
    const fitting = all.filter(each => !each.valued && size(each) >= l);
    moved += ((continuum.units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l);
    moved += l ** 2 * fitting.reduce((sum, gap) => sum + size(gap) - l + 1, 0);
    itself += l * (l - 1);
  }
  const [m, points] = [coders.length, coders.length * length];
  return {
    observed: distance / (m * (m - 1) * length ** 2),
    expected: ((2 / length) * moved) / (points * (points - 1) - itself),
  };
}

describe('Agreement on stretches of text, whatever they are', () => {
  it('uα is what all pairs of characters say, looked at one by one', () => {
    fc.assert(
      fc.property(anyContinuum(), continuum => {
        const alpha = atOnce(uAlpha(continuum));
        if (alpha.refused === undefined) near(alpha.value, uAlphaByPoint(continuum));
        else assert.ok(['no-units', 'no-variation'].includes(alpha.refused));
      }),
    );
  });

  it('so is |uα, where all codes are one', () => {
    fc.assert(
      fc.property(anyContinuum(), continuum => {
        const alpha = atOnce(anyAlpha(continuum));
        if (alpha.refused !== undefined) return;
        near(alpha.value, uAlphaByPoint(mapUnits(continuum, unit => ({ ...unit, code: 'any' }))));
      }),
    );
  });

  it('so are cuα and (k)uα, of the characters that coders marked', () => {
    fc.assert(
      fc.property(anyContinuum(), continuum => {
        const alpha = atOnce(cuAlpha(continuum));
        if (alpha.refused === undefined) near(alpha.value, cuAlphaByPoint(continuum));
        for (const code of ['a', 'b', 'c']) {
          const ofCode = atOnce(kuAlpha(continuum, code));
          if (ofCode.refused === undefined) near(ofCode.value, cuAlphaByPoint(continuum, code));
        }
      }),
    );
  });

  it('alpha of 1995 is what its formulas say, every segment with every other', () => {
    fc.assert(
      fc.property(anyContinuum({ codes: ['a'] }), continuum => {
        const alpha = alphaU1995(continuum);
        if (alpha.refused !== undefined) return;
        const written = alphaUAsWritten(continuum);
        near(alpha.observedDisagreement, written.observed);
        near(alpha.expectedDisagreement, written.expected);
      }),
    );
  });

  it('alpha of 1995 of several codes is made of that of each', () => {
    fc.assert(
      fc.property(anyContinuum(), continuum => {
        const alpha = alphaU1995(continuum);
        if (alpha.refused !== undefined) return;
        const codes = [...new Set(continuum.units.map(({ code }) => code))];
        const single = codes.map(code => alphaU1995(continuum, code)).filter(each => each.refused === undefined);
        near(
          alpha.expectedDisagreement,
          single.reduce((sum, each) => sum + each.expectedDisagreement, 0),
        );
        assert.deepEqual(
          [...alpha.byCategory.values()],
          single.map(({ value }) => value),
        );
      }),
    );
  });

  for (const [name, measure] of Object.entries(MEASURES)) {
    it(`${name} depends neither on the order of coders or units nor on the direction of reading`, () => {
      fc.assert(
        fc.property(anyContinuum(), continuum => {
          const turned = { ...continuum, coders: continuum.coders.toReversed(), units: continuum.units.toReversed() };
          same(measure(continuum), measure(turned));
          const mirrored = mapUnits(continuum, unit => ({
            ...unit,
            start: continuum.length - unit.end,
            end: continuum.length - unit.start,
          }));
          same(measure(continuum), measure(mirrored));
        }),
      );
    });

    it(`${name} is 1 where all coders did the same, and never more`, () => {
      fc.assert(
        fc.property(anyContinuum(), continuum => {
          const { value } = measure(continuum);
          if (value !== undefined) assert.ok(Number.isFinite(value) && value <= 1);
          const [first = ''] = continuum.coders;
          const own = continuum.units.filter(({ coder }) => coder === first);
          const alike = continuum.coders.flatMap(coder => own.map(unit => ({ ...unit, coder })));
          const perfect = measure({ ...continuum, units: alike });
          if (perfect.refused === undefined) assert.equal(perfect.value, 1);
          else assert.ok(['no-units', 'no-variation'].includes(perfect.refused));
        }),
      );
    });
  }

  it('the same code twice on the same text, by one coder, is one unit', () => {
    const unit = (start: number, end: number) => ({ coder: 'EA', start, end, code: 'a' });
    const unitized = atOnce(
      unitize({
        length: 20,
        coders: ['EA', 'BK'],
        units: [unit(4, 9), unit(2, 6), unit(9, 12), unit(5, 6)],
      }),
    );
    assert.ok(unitized.refused === undefined);
    assert.deepEqual(
      unitized.coders[0]?.map(({ start, end }) => [start, end]),
      [
        [2, 9],
        [9, 12],
      ],
    );
  });

  it('how much of the marked text is compared, in the example of Krippendorff 2019', () => {
    const [published] = casesOf('krippendorff-k-u-alpha-2016');
    assert.ok(published !== undefined);
    const alphas = atOnce(kuAlphas(continuumOf(published)));
    assert.ok(alphas.refused === undefined);
    near(figureOf(alphas.byCode.get('5') ?? assert.fail()).coverage, 8 / 18);
    assert.equal(alphas.byCode.get('7')?.refused, 'not-comparable');
  });

  it('ten thousand units on a long text take as many steps as there are units', () => {
    // As long as all transcripts of a large study; code point by code point this would not end.
    const length = 2 ** 50;
    const units = Array.from({ length: 10_000 }, (_, at) => {
      const start = Math.floor(at / 2) * 2 ** 37 + (at % 2) * 1000;
      return { coder: at % 2 === 0 ? 'EA' : 'BK', start, end: start + 2 ** 36, code: at % 10 < 8 ? 'a' : 'b' };
    });
    for (const [name, measure] of Object.entries(MEASURES)) {
      const { value } = figureOf(measure({ length, coders: ['EA', 'BK'], units }));
      assert.ok(value > 0.99 && value <= 1, `${name}: ${value}`);
    }
  });
});
