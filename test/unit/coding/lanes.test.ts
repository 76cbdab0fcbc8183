import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assignLanes } from '../../../src/core/coding/lanes.js';

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => ({ start, end: start + length }));

describe('the lanes of coded passages', () => {
  it('are one where nothing overlaps, and as many as lie above one another', () => {
    assert.deepEqual(assignLanes([]), []);
    assert.deepEqual(
      assignLanes([
        { start: 0, end: 5 },
        { start: 6, end: 9 },
      ]),
      [0, 0],
    );
    assert.deepEqual(
      assignLanes([
        { start: 0, end: 9 },
        { start: 2, end: 4 },
        { start: 3, end: 8 },
      ]),
      [0, 1, 2],
    );
  });

  it('keep passages apart that touch, so that two of one colour do not look like one', () => {
    assert.deepEqual(
      assignLanes([
        { start: 0, end: 5 },
        { start: 5, end: 9 },
      ]),
      [0, 1],
    );
  });

  it('are never shared by passages that overlap or touch, and are no more than needed', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), spans => {
        const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
        const lanes = assignLanes(sorted);
        sorted.forEach((a, i) => {
          sorted.forEach((b, j) => {
            if (i !== j && a.start <= b.end && b.start <= a.end) assert.notEqual(lanes[i], lanes[j]);
          });
        });
        const deepest = Math.max(
          0,
          ...sorted.map(a => sorted.filter(b => b.start <= a.start && a.start <= b.end).length),
        );
        assert.ok(Math.max(0, ...lanes.map(lane => lane + 1)) <= deepest);
      }),
    );
  });
});
