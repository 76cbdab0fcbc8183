import assert from 'node:assert/strict';
import fc from 'fast-check';
import { trackSpan } from '../../../src/core/text/trackSpan.js';

const span = { start: 10, end: 20 };

describe('trackSpan', () => {
  for (const [what, change, expected] of [
    ['moves with text typed before', { start: 2, end: 2, inserted: 3 }, { start: 13, end: 23 }],
    ['moves with text removed before', { start: 2, end: 6, inserted: 0 }, { start: 6, end: 16 }],
    ['stays where text is typed after', { start: 25, end: 25, inserted: 3 }, span],
    ['leaves text typed at its start outside', { start: 10, end: 10, inserted: 3 }, { start: 13, end: 23 }],
    ['leaves text typed at its end outside', { start: 20, end: 20, inserted: 3 }, span],
    ['takes text typed inside in', { start: 15, end: 15, inserted: 3 }, { start: 10, end: 23 }],
    ['shrinks where its end is cut off', { start: 18, end: 23, inserted: 0 }, { start: 10, end: 18 }],
    ['shrinks where its start is cut off', { start: 7, end: 12, inserted: 1 }, { start: 8, end: 16 }],
    ['has what is typed over its first words', { start: 10, end: 12, inserted: 3 }, { start: 10, end: 21 }],
    ['has what is typed over its last words', { start: 18, end: 20, inserted: 1 }, { start: 10, end: 19 }],
    ['keeps what is left of it, however much was cut', { start: 12, end: 90, inserted: 70 }, { start: 10, end: 12 }],
    ['is nowhere once it was replaced as a whole', { start: 5, end: 30, inserted: 25 }, undefined],
    ['is nowhere once just it was typed over', { start: 10, end: 20, inserted: 1 }, undefined],
    ['is nowhere once all its text is gone', { start: 10, end: 20, inserted: 0 }, undefined],
  ] as const) {
    it(what, () => assert.deepEqual(trackSpan(span, change), expected));
  }

  it('holds the same text as before wherever the change is outside', () => {
    const text = fc.string({ minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(text, text, text, text, fc.boolean(), (before, inside, after, typed, first) => {
        const whole = before + inside + after;
        const tracked = { start: before.length, end: before.length + inside.length };
        const start = first ? 0 : tracked.end;
        const end = first ? before.length : whole.length;
        const changed = whole.slice(0, start) + typed + whole.slice(end);
        const moved = trackSpan(tracked, { start, end, inserted: typed.length });
        assert.equal(moved && changed.slice(moved.start, moved.end), inside);
      }),
    );
  });
});
