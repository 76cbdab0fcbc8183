import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodePoints, codePointLength } from '../../../src/core/text/codePoints.js';

const units = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', '😀', '\ud83d', '\ude00', '\n', 'e\u0301') }),
);

describe('code points', () => {
  it('count an astral character and a lone surrogate as one', () => {
    assert.deepEqual(['', 'ab', '😀', 'a😀b', '\ud83d', '\ude00\ud83d'].map(codePointLength), [0, 2, 1, 3, 1, 2]);
  });

  it('agree with how JavaScript iterates', () => {
    fc.assert(
      fc.property(units, fc.nat(30), fc.nat(30), (text, a, b) => {
        const points = new CodePoints(text);
        const all = Array.from(text);
        assert.equal(points.length, all.length);
        assert.equal(codePointLength(text), all.length);
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        assert.equal(points.slice(start, end), all.slice(start, end).join(''));
        assert.equal(points.toUtf16(a), all.slice(0, a).join('').length);
      }),
    );
  });

  it('come back from UTF-16, the middle of a pair as its start', () => {
    fc.assert(
      fc.property(units, text => {
        const points = new CodePoints(text);
        for (let position = 0; position <= points.length; position++)
          assert.equal(points.fromUtf16(points.toUtf16(position)), position);
        for (let offset = 0; offset <= text.length; offset++)
          assert.ok(points.toUtf16(points.fromUtf16(offset)) <= offset);
      }),
    );
    assert.equal(new CodePoints('a😀b').fromUtf16(2), 1);
  });

  it('are clamped to the text', () => {
    const points = new CodePoints('a😀');
    assert.deepEqual(
      [points.toUtf16(-1), points.toUtf16(9), points.fromUtf16(-1), points.fromUtf16(9), points.slice(5, 9)],
      [0, 3, 0, 2, ''],
    );
  });
});
