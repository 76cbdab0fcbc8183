import assert from 'node:assert/strict';
import fc from 'fast-check';
import { groundsOf } from '../../../src/core/coding/grounds.js';

describe('the colour behind coded text', () => {
  it('is that of the narrowest passage', () => {
    const spans = [
      { start: 0, end: 20 },
      { start: 5, end: 9 },
      { start: 7, end: 20 },
    ];
    assert.deepEqual(groundsOf(spans), [
      { start: 0, end: 5, index: 0 },
      { start: 5, end: 9, index: 1 },
      { start: 9, end: 20, index: 2 },
    ]);
  });

  it('is one wherever something is coded, and none elsewhere', () => {
    const anySpans = fc
      .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 15 })), { maxLength: 15 })
      .map(list => list.map(([start, length]) => ({ start, end: start + length })))
      .map(spans => spans.sort((a, b) => a.start - b.start || a.end - b.end));
    fc.assert(
      fc.property(anySpans, spans => {
        const grounds = groundsOf(spans);
        for (let at = 0; at < 60; at++) {
          const here = spans.filter(({ start, end }) => start <= at && at < end);
          const behind = grounds.filter(({ start, end }) => start <= at && at < end);
          assert.equal(behind.length, Math.min(1, here.length));
          const [ground] = behind;
          const own = ground && spans[ground.index];
          if (own === undefined) continue;
          assert.ok(here.includes(own));
          assert.ok(here.every(({ start, end }) => own.end - own.start <= end - start));
        }
      }),
    );
  });
});
