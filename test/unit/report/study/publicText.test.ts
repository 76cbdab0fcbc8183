import assert from 'node:assert/strict';
import { publicTextOf } from '../../../../src/core/report/study/publicText.js';

describe('Words that leave the study', () => {
  it('name people as they may be named, and touch no other words', () => {
    const publicText = publicTextOf([
      ['PP1', 'P-A'],
      ['PP12', 'P-B'],
      ['(x)', 'y'],
      ['PP3', 'PP3'],
    ]);
    assert.equal(publicText('pp12 and PP1, xPP1, PP1x, PP3 (x)'), 'P-B and P-A, xPP1, PP1x, PP3 y');
    assert.equal(publicTextOf([])('PP1'), 'PP1');
  });
});
