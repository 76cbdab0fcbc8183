import assert from 'node:assert/strict';
import { NUMERAL, numeralValue } from '../../../../src/core/report/numbers/numerals.js';
import { headingBefore, ownProse } from '../../../../src/core/report/numbers/prose.js';

describe('Numbers in prose', () => {
  it('are read in digits and in words', () => {
    const cases: [string, number][] = [
      ['23', 23],
      ['Twenty-three', 23],
      ['twenty nine', 29],
      ['eighteen', 18],
      ['Ninety', 90],
      ['zero', 0],
    ];
    for (const [written, value] of cases) {
      assert.equal(numeralValue(written), value, written);
      assert.match(written, new RegExp(`^${NUMERAL}$`, 'iu'));
    }
    for (const other of ['some', 'twenty-ten', 'onety', '']) assert.equal(numeralValue(other), undefined, other);
  });

  it('are the authors’ own, where nobody is quoted and nothing is commented out', () => {
    const text = '---\na: 1\n---\nSay 2.\n\n> Quoted 3,\nstill 4\n\n“five 5” “6\n7” <!-- 8 --> and 9\n\n```\n10\n```\n';
    const prose = ownProse(text);
    assert.equal(prose.length, text.length);
    assert.deepEqual(prose.match(/\d+/g), ['2', '9']);
    assert.equal(headingBefore('# A\n\n## Hope ##\n\nx', 16), 'Hope');
    assert.equal(headingBefore('x', 1), undefined);
  });
});
