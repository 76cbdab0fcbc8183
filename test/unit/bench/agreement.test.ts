import assert from 'node:assert/strict';
import { agreementGates, WORKS } from '../../../bench/agreement/main.js';
import { comparedStudyOf } from '../../../bench/agreement/study.js';

describe('the benchmark of agreement', () => {
  it('finds something in everything it measures', async () => {
    const study = await comparedStudyOf(600, 1500);
    for (const work of WORKS) assert.ok((await work.run(study)) > 0, work.name);
  });

  it('breaks a gate where the work grows faster than it may, or is done in too large a piece', () => {
    const linear = { name: 'a', all: 20, half: 10, longest: 2 };
    const squared = { name: 'b', all: 40, half: 10, longest: 2 };
    const whole = { name: 'c', all: 20, half: 10, longest: 15 };
    assert.deepEqual(
      agreementGates([linear, squared, whole]).map(({ holds }) => holds),
      [true, true, false, true, true, false],
    );
  });
});
