import assert from 'node:assert/strict';
import { linesDiffer } from '../../soak/model/textLines.js';

/** A text in which a line stands so many times. */
const times = (count: number): string => 'We talked.\n\n'.repeat(count);
const isRight = (base: number, ours: number, theirs: number, got: number): boolean =>
  linesDiffer(times(base), times(ours), times(theirs), times(got)).length === 0;

describe('what the simulation asks of the lines of a merged text', () => {
  it('is that what one side wrote is there, and what one side took out is gone', () => {
    assert.ok(isRight(0, 1, 0, 1) && isRight(1, 0, 1, 0) && isRight(1, 1, 1, 1) && isRight(3, 2, 4, 3));
    assert.ok(!isRight(0, 1, 0, 0) && !isRight(0, 1, 0, 2));
    assert.ok(!isRight(1, 0, 1, 1) && !isRight(1, 1, 1, 0) && !isRight(1, 1, 1, 2));
    assert.ok(!isRight(1, 0, 0, 1) && !isRight(3, 2, 4, 2));
  });

  it('is no more than counting can tell of what both wrote or took out', () => {
    // One that both took out, and one more; or two that each took out alone.
    assert.ok(isRight(2, 1, 0, 0) && isRight(3, 2, 1, 1) && isRight(3, 2, 1, 0));
    assert.ok(!isRight(3, 2, 1, 2) && !isRight(2, 1, 0, 1));
    assert.ok(isRight(0, 1, 2, 2) && isRight(0, 1, 2, 3));
    assert.ok(!isRight(0, 1, 2, 1) && !isRight(0, 1, 2, 4));
  });
});
