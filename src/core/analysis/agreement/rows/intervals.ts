import type { Pacing, Pieces } from '../../../pieces.js';
import type { AgreementInterval, AgreementOptions } from '../agreement.js';
import { FEWEST_BLOCKS, FEWEST_FIGURES, middleOf } from '../measures/bootstrap.js';
import type { Blocks } from '../ratings/blocks.js';
import { seeded } from '../ratings/seeded.js';
import { coefficient, measuresFor, type RatedMeasure } from './coefficients.js';
import { ratingsOf } from './figures.js';
import type { RowPlan } from './plan.js';

const MIDDLE = 0.95;

/** The intervals of a row, for each coefficient that has one. */
export type RowIntervals = ReadonlyMap<RatedMeasure, AgreementInterval>;

/**
 * Where the figures of rows lie when turns are drawn again, with replacement, within their transcripts: what somebody says in one go is
 * coded as one, so characters or sentences drawn one by one would promise too much. All rows share the draws.
 * @returns the intervals in the order of the rows; fewer resamples where it was cancelled
 */
export function* intervalsOf(
  plans: readonly RowPlan[],
  blocks: Blocks,
  { samples = 0, seed = 1 }: Pick<AgreementOptions, 'samples' | 'seed'>,
  { progress, cancellation }: Pacing = {},
): Pieces<RowIntervals[]> {
  const found = plans.map(
    ({ coders }) => new Map(measuresFor(coders.length).map(measure => [measure, [] as number[]])),
  );
  const random = seeded(seed);
  for (let sample = 0; sample < samples && !cancellation?.cancelled; sample++) {
    const draw = blocks.resample(random);
    for (const [i, plan] of plans.entries()) {
      const ratings = yield* ratingsOf(plan, draw);
      for (const [measure, values] of found[i] ?? []) {
        const { value } = coefficient(measure, ratings);
        if (value !== undefined) values.push(value);
      }
      yield;
    }
    progress?.(sample + 1, samples);
  }
  return plans.map(({ transcripts }, i) => {
    const count = transcripts.reduce((sum, { ruler }) => sum + ruler.blocks.length, 0);
    const all = count < FEWEST_BLOCKS ? [] : [...(found[i] ?? [])];
    return new Map(
      all.flatMap(([measure, values]) =>
        values.length === 0 || values.length < samples * FEWEST_FIGURES ? [] : [[measure, middleOf(values, MIDDLE)]],
      ),
    );
  });
}
