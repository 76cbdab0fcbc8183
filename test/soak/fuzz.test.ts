import assert from 'node:assert/strict';
import { Slices } from '../unit/fuzz/slices.js';

const CASES = 200_000;
const SLICE = 2000;
const SEED = Number(process.env.VERBATIM_SOAK_SEED ?? Date.now() % 1_000_000_000);

describe('200,000 mutated transcripts, codebooks, coding files and study files', () => {
  const slices = new Slices();
  before(() => slices.build());
  after(() => slices.remove());

  it('are read, checked and written into without a crash, without an end that does not come, and without a lost line', async () => {
    console.log(`      seed ${SEED}`);
    for (let first = 0; first < CASES; first += SLICE) {
      assert.deepEqual(await slices.run(SEED, first, SLICE, 3_600_000), [], `seed ${SEED}, from ${first} on`);
      console.log(`      ${first + SLICE} of ${CASES}`);
    }
  });
});
