import assert from 'node:assert/strict';
import { Slices } from './slices.js';

/** How many cases `npm test` affords; `npm run test:soak` has 200,000. */
const CASES = 300;
const SEED = 20260302;

describe('mutated transcripts, codebooks, coding files and study files', () => {
  const slices = new Slices();
  before(() => slices.build());
  after(() => slices.remove());

  it(`are read, checked and written into without a crash, without an end that does not come, and without a lost line (${CASES} of them)`, async function () {
    this.timeout(600_000);
    assert.deepEqual(await slices.run(SEED, 0, CASES, 500_000), []);
  });
});
