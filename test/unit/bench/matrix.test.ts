import assert from 'node:assert/strict';
import { matrixGates } from '../../../bench/matrix/main.js';
import { corpusOf } from '../../../bench/matrix/study.js';
import { WORKS } from '../../../bench/matrix/works.js';

describe('the benchmark of counting', () => {
  it('counts something in everything it measures', async () => {
    const { corpus } = await corpusOf(600, 3000);
    assert.equal([...corpus.excerpts()].length, 600);
    for (const work of WORKS) assert.ok(work.run(corpus) > 0, work.name);
  });

  it('breaks a gate where the work grows faster than it may', () => {
    const linear = { name: 'a', all: 20, half: 10 };
    const squared = { name: 'b', all: 40, half: 10 };
    assert.deepEqual(
      matrixGates([linear, squared]).map(({ holds }) => holds),
      [true, false],
    );
  });
});
