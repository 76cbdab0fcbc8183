import assert from 'node:assert/strict';
import { matrixGates } from '../../../bench/matrix/main.js';
import { corpusOf } from '../../../bench/matrix/study.js';
import { WORKS } from '../../../bench/matrix/works.js';
import { atOnce } from '../../../src/core/pieces.js';

describe('the benchmark of counting', () => {
  it('counts something in everything it measures', async () => {
    const { corpus } = await corpusOf(600, 3000);
    assert.equal([...corpus.excerpts()].length, 600);
    for (const work of WORKS) assert.ok(atOnce(work.run(corpus)) > 0, work.name);
  });

  it('breaks a gate where the work grows faster than it may, or is done in too large a piece', () => {
    const linear = { name: 'a', all: 20, half: 10, longest: 2 };
    const squared = { name: 'b', all: 40, half: 10, longest: 2 };
    const whole = { name: 'c', all: 20, half: 10, longest: 15 };
    assert.deepEqual(
      matrixGates([linear, squared, whole]).map(({ holds }) => holds),
      [true, true, false, true, true, false],
    );
  });
});
