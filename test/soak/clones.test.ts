import assert from 'node:assert/strict';
import { setUpDriver } from './driver.js';
import { type Figures, type SoakOptions, simulate } from './simulate.js';

/** As `npm run test:soak -- --rounds N --seed N` says it. */
const ROUNDS = Number(process.env.VERBATIM_SOAK_ROUNDS ?? 500);
const SEED = Number(process.env.VERBATIM_SOAK_SEED ?? Date.now() % 1_000_000_000);

/** Seconds between two lines that say how far it has come. */
const EVERY = 20;

async function run(title: string, options: Omit<SoakOptions, 'seed' | 'rounds' | 'progress'>): Promise<void> {
  const begun = performance.now();
  const seconds = (): number => Math.round((performance.now() - begun) / 1000);
  console.log(`      ${title}: ${ROUNDS} rounds, seed ${SEED}`);
  let told = 0;
  const progress = (figures: Figures): void => {
    if (seconds() - told < EVERY) return;
    told = seconds();
    console.log(`      ${told} s: ${inWords(figures)}`);
  };
  const report = await simulate({ ...options, seed: SEED, rounds: ROUNDS, progress });
  console.log(`      ${seconds()} s: ${inWords(report)}`);
  const again = `to repeat it: npm run test:soak -- --seed ${SEED} --rounds ${report.round} --grep "${title}"`;
  assert.deepEqual(report.wrong, [], again);
  if (options.mergesOnly) assert.deepEqual(report.cut, [], again);
}

function inWords({ round, actions, commits, steps, conflicts, subjects, cuts, crossed, needless }: Figures): string {
  const all = [...steps.values()].reduce((sum, count) => sum + count, 0);
  const ways = [...steps].map(([way, count]) => `${way} ${count}`).join(', ');
  return `round ${round}, ${actions} actions, ${commits} commits, put together ${all} times (${ways}), ${conflicts} questions decided, ${subjects} codings and the like, ${cuts} cut off, ${crossed} answered by git where histories crossed, ${needless} asked needlessly`;
}

describe('eight people who work on one study', () => {
  it('lose nothing without the driver', () => run('without the driver', {}));

  it('lose nothing with the driver', () => run('with the driver', { setUp: setUpDriver }));

  it('lose nothing, and get nothing back, where they only merge', () =>
    run('where they only merge', { mergesOnly: true }));
});
