import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bestGain } from '../../../../../src/core/analysis/agreement/measures/bestAlignment.js';
import type { Continuum, Unit } from '../../../../../src/core/analysis/agreement/measures/continuum.js';
import { gammaDisorder } from '../../../../../src/core/analysis/agreement/measures/gammaDisorder.js';
import { anyContinuum } from './anyContinuum.js';
import { figureOf } from './equalsCase.js';

/** The disorder of the best alignment, by trying all of them: every way to put units of different coders together. */
function byTryingAll({ coders, units }: Continuum): number {
  const difference = (a: Unit, b: Unit): number => {
    const borders = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
    return (borders / (a.end - a.start + b.end - b.start)) ** 2 + (a.code === b.code ? 0 : 1);
  };
  const pairs = (coders.length * (coders.length - 1)) / 2;
  const costOf = (set: readonly Unit[]): number => {
    let [sum, met] = [0, 0];
    for (const [at, a] of set.entries()) {
      for (const b of set.slice(at + 1)) {
        sum += difference(a, b);
        met += 1;
      }
    }
    return (sum + pairs - met) / pairs;
  };
  const best = (left: readonly Unit[], sets: readonly (readonly Unit[])[]): number => {
    const [next, ...rest] = left;
    if (next === undefined) return sets.reduce((sum, set) => sum + costOf(set), 0);
    let least = best(rest, [...sets, [next]]);
    for (const [at, set] of sets.entries()) {
      if (set.every(({ coder }) => coder !== next.coder)) {
        least = Math.min(least, best(rest, sets.with(at, [...set, next])));
      }
    }
    return least;
  };
  return best(units, []) / (units.length / coders.length);
}

describe('The disorder of the best alignment', () => {
  it('is that of the best of all alignments', () => {
    fc.assert(
      fc.property(anyContinuum({ codes: ['a', 'b'], longest: 3 }), continuum => {
        const few = { ...continuum, units: continuum.units.slice(0, 7) };
        const disorder = gammaDisorder(few);
        if (disorder.refused !== undefined) return;
        assert.ok(Math.abs(disorder.value - byTryingAll(few)) < 1e-9, String(disorder.value));
      }),
    );
  });

  it('is 0 where all coders did the same, several codes on the same text included', () => {
    const unit = (coder: string, start: number, end: number, code: string): Unit => ({ coder, start, end, code });
    const units = ['EA', 'BK', 'CO'].flatMap(coder => [
      unit(coder, 0, 9, 'a'),
      unit(coder, 3, 6, 'b'),
      unit(coder, 3, 6, 'a'),
    ]);
    assert.equal(figureOf(gammaDisorder({ length: 9, coders: ['EA', 'BK', 'CO'], units })).value, 0);
  });

  it('of a thousand units is found, as units far apart do not matter to each other', () => {
    const units = Array.from({ length: 1000 }, (_, at): Unit => {
      const start = Math.floor(at / 2) * 100 + (at % 2);
      return { coder: at % 2 === 0 ? 'EA' : 'BK', start, end: start + 10, code: 'a' };
    });
    // Borders are 1 and 1 apart, lengths 10 and 10.
    const { value } = figureOf(gammaDisorder({ length: 50_001, coders: ['EA', 'BK'], units }));
    assert.ok(Math.abs(value - 0.01) < 1e-9, String(value));
  });

  it('is refused where too many units lie too near each other', () => {
    for (const coders of [
      ['EA', 'BK'],
      ['EA', 'BK', 'CO', 'DI', 'FU'],
    ]) {
      const crowd = coders.flatMap(coder =>
        Array.from({ length: 30 }, (_, at): Unit => ({ coder, start: at, end: at + 100, code: 'a' })),
      );
      assert.equal(gammaDisorder({ length: 200, coders, units: crowd }).refused, 'too-many-alignments');
    }
    const oneWithTwo = [
      [
        { others: [1], gain: 1 },
        { others: [2], gain: 2 },
      ],
      [],
      [],
    ];
    assert.equal(bestGain(oneWithTwo, 3), 2);
    assert.equal(bestGain(oneWithTwo, 2), undefined);
  });
});
