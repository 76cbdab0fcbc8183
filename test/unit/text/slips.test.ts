import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { slipsTo } from '../../../src/core/text/slips.js';
import { check } from '../codebook/support.js';

/** The whole table, without any thought of speed. */
function table(a: string, b: string): number[][] {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, isSwap ? at(i - 2, j - 2) + 1 : changed));
    }
  }
  return rows;
}

describe('slips of the keyboard', () => {
  it('are a letter too many, too few, another, or two in the wrong order', () => {
    for (const typed of ['disclosuree', 'discloure', 'disclosare', 'dislcosure'])
      assert.equal(slipsTo(typed, 'disclosure', 2).whole, 1, typed);
    assert.deepEqual(slipsTo('hope', 'hope', 1), { whole: 0, begun: 0 });
  });

  it('are counted up to where somebody has come in a word as well', () => {
    assert.deepEqual(slipsTo('dislc', 'disclosure', 1), { whole: Number.POSITIVE_INFINITY, begun: 1 });
    assert.equal(slipsTo('', 'hope', 0).begun, 0);
  });

  it('are as many as the whole table says, or too many', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 9 });
    check(
      fc.property(letters, letters, fc.integer({ min: 0, max: 4 }), (typed, word, most) => {
        const last = table(typed, word).at(-1) ?? [];
        const within = (slips: number): number => (slips <= most ? slips : Number.POSITIVE_INFINITY);
        assert.deepEqual(slipsTo(typed, word, most), {
          whole: within(last.at(-1) ?? 0),
          begun: within(Math.min(...last)),
        });
      }),
      2000,
    );
  });

  it('may be in long texts', () => {
    const long = 'abcdefghij'.repeat(50);
    assert.equal(slipsTo(`x${long}`, long, 1).whole, 1);
  });
});
