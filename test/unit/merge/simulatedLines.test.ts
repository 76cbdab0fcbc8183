import assert from 'node:assert/strict';
import { linesDiffer } from '../../soak/model/textLines.js';

/** How often a line stands in the base, ours and theirs, and how often it may stand in what came of them. */
const CASES: readonly (readonly [number, number, number, readonly number[]])[] = [
  [1, 1, 0, [0]],
  [0, 1, 0, [1]],
  [1, 0, 0, [0]],
  [0, 1, 1, [1, 2]],
  [2, 1, 1, [0, 1]],
  // Theirs took out both, one of them as ours did.
  [2, 1, 0, [0]],
  [3, 2, 1, [0, 1]],
  [1, 3, 2, [3, 4]],
  [2, 3, 1, [2]],
];

describe('a text that git put together in the simulation', () => {
  for (const [before, ours, theirs, allowed] of CASES)
    it(`has a line that stood ${before} times, ${ours} times in ours and ${theirs} in theirs, ${allowed.join(' or ')} times`, () => {
      const [base, mine, other] = [before, ours, theirs].map(count => 'So it is.\n'.repeat(count));
      const right = [0, 1, 2, 3, 4, 5].filter(
        count => linesDiffer(base, mine, other, 'So it is.\n'.repeat(count)).length === 0,
      );
      assert.deepEqual(right, allowed);
    });
});
