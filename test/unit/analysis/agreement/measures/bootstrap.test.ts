import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  bootstrap,
  FEWEST_BLOCKS,
  type Interval,
  middleOf,
} from '../../../../../src/core/analysis/agreement/measures/bootstrap.js';
import { cohenKappa } from '../../../../../src/core/analysis/agreement/measures/cohenKappa.js';
import { krippendorffAlpha } from '../../../../../src/core/analysis/agreement/measures/krippendorffAlpha.js';
import { type Refused, refuse } from '../../../../../src/core/analysis/agreement/measures/measured.js';
import { percentAgreement } from '../../../../../src/core/analysis/agreement/measures/percentAgreement.js';
import type { RatingPattern, Ratings } from '../../../../../src/core/analysis/agreement/measures/ratings.js';

const CODERS = ['EA', 'BK'];

const pattern = (a: string, b: string, count: number): RatingPattern => ({ values: [a, b], count });

/** Blocks in which coders mostly agree, each in its own way. */
const blocks = Array.from({ length: 30 }, (_, at) => [
  pattern('yes', 'yes', 5 + (at % 7)),
  pattern('no', 'no', 12),
  pattern('yes', 'no', at % 4),
]);

function intervalOf(found: Interval | Refused): Interval {
  if (found.refused !== undefined) assert.fail(found.reason);
  return found;
}

const whole = (from: readonly (readonly RatingPattern[])[]): Ratings => ({ coders: CODERS, patterns: from.flat() });

describe('Intervals of agreement', () => {
  it('are the same for the same seed, and others for another', () => {
    const draw = (seed: number) => bootstrap(blocks, cohenKappa, { coders: CODERS, seed, samples: 200 });
    assert.deepEqual(draw(7), draw(7));
    assert.notDeepEqual(draw(7), draw(8));
  });

  it('hold the figure itself, and are wider the surer they are to be', () => {
    const draw = (confidence: number): Interval =>
      intervalOf(bootstrap(blocks, cohenKappa, { coders: CODERS, confidence }));
    const { value = Number.NaN } = cohenKappa(whole(blocks));
    const [sure, less] = [draw(0.99), draw(0.8)];
    assert.ok(sure.low < less.low && less.low < value && value < less.high && less.high < sure.high);
    assert.equal(sure.samples, 999);
  });

  it('draw whole blocks, as many as there are: no resample splits one', () => {
    fc.assert(
      fc.property(fc.integer({ min: FEWEST_BLOCKS, max: 20 }), fc.integer(), (count, seed) => {
        const each = Array.from({ length: count }, () => [pattern('yes', 'yes', 3), pattern('no', 'yes', 4)]);
        const seen = new Set<string>();
        bootstrap(
          each,
          ({ patterns }) => {
            seen.add(patterns.map(({ count: units }) => units).join());
            return { value: 1 };
          },
          { coders: CODERS, seed, samples: 20 },
        );
        assert.deepEqual([...seen], [`${3 * count},${4 * count}`]);
      }),
    );
  });

  it('are wider for turns drawn whole than for their characters one by one', () => {
    const turns = Array.from({ length: 40 }, (_, at) => [pattern('yes', at % 4 === 0 ? 'no' : 'yes', 20)]);
    const characters = turns.flatMap(turn =>
      Array.from({ length: 20 }, () => turn.map(each => ({ ...each, count: 1 }))),
    );
    const width = (from: readonly (readonly RatingPattern[])[]): number => {
      const { low, high } = intervalOf(bootstrap(from, percentAgreement, { coders: CODERS, samples: 400 }));
      return high - low;
    };
    assert.ok(width(turns) > 3 * width(characters));
  });

  it('say how many resamples had a figure, and are refused where most have none', () => {
    const same = Array.from({ length: 20 }, () => [pattern('no', 'no', 9)]);
    const rare = same.with(0, [pattern('yes', 'no', 1)]);
    const draw = (from: readonly (readonly RatingPattern[])[]) =>
      bootstrap(from, ratings => krippendorffAlpha(ratings), { coders: CODERS });
    assert.equal(draw(same).refused, 'no-variation');
    // The block with the difference is drawn in 1 − (19/20)²⁰ of the resamples: 64 %.
    const { samples } = intervalOf(draw(rare));
    assert.ok(samples > 560 && samples < 720, String(samples));
    assert.equal(bootstrap(blocks, () => refuse('no-units'), { coders: CODERS }).refused, 'no-variation');
    assert.equal(bootstrap(blocks.slice(0, FEWEST_BLOCKS - 1), cohenKappa, { coders: CODERS }).refused, 'few-blocks');
  });

  it('lie around the middle of the figures', () => {
    const figures = Array.from({ length: 999 }, (_, at) => 999 - at);
    const { low, high, samples } = middleOf(figures, 0.95);
    assert.deepEqual([low.toFixed(9), high.toFixed(9), samples], ['25.000000000', '975.000000000', 999]);
    assert.deepEqual(middleOf([3], 0.95), { low: 3, high: 3, samples: 1 });
    assert.deepEqual(middleOf([1, 2, 3], 0.25), { low: 1.5, high: 2.5, samples: 3 });
  });
});
