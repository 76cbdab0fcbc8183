import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineStarts } from '../../../src/core/text/lines.js';
import { normaliseText } from '../../../src/core/text/normalise.js';
import { overlaps } from '../../../src/core/text/span.js';

describe('lines', () => {
  it('start where a line end was', () => {
    const lines = new LineStarts('a\n\nbc\n');
    assert.equal(lines.count, 4);
    assert.deepEqual(
      [0, 1, 2, 3, 5, 6, 99].map(offset => lines.lineAt(offset)),
      [0, 0, 1, 2, 2, 3, 3],
    );
    assert.deepEqual(
      [-1, 0, 1, 2, 3, 9].map(line => lines.startOf(line)),
      [0, 0, 2, 3, 6, 6],
    );
  });

  it('agree with splitting', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n') }), fc.nat(20), (text, offset) => {
        const at = Math.min(offset, text.length);
        const lines = new LineStarts(text);
        assert.equal(lines.count, text.split('\n').length);
        assert.equal(lines.lineAt(at), text.slice(0, at).split('\n').length - 1);
      }),
    );
  });
});

describe('normaliseText', () => {
  it('makes every line end one LF and drops one byte order mark', () => {
    assert.equal(normaliseText('\ufeffa\r\nb\rc\n\r\n\r'), 'a\nb\nc\n\n\n');
    assert.equal(normaliseText('\ufeff\ufeffa'), '\ufeffa');
    assert.equal(normaliseText('e\u0301\u00a0\0'), 'e\u0301\u00a0\0');
  });

  it('changes nothing the second time but a mark that comes to the front', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\r', '\n') }), text =>
        assert.equal(normaliseText(normaliseText(text)), normaliseText(text)),
      ),
    );
  });
});

describe('overlaps', () => {
  it('needs a shared code point', () => {
    assert.equal(overlaps({ start: 0, end: 2 }, { start: 1, end: 3 }), true);
    assert.equal(overlaps({ start: 0, end: 2 }, { start: 2, end: 3 }), false);
    assert.equal(overlaps({ start: 0, end: 5 }, { start: 2, end: 3 }), true);
  });
});
