import assert from 'node:assert/strict';
import { type ComparisonWish, readWish } from '../../../src/extension/changes/wish.js';

describe('what is to be compared', () => {
  it('is remembered as it was wished', () => {
    const wishes: readonly ComparisonWish[] = [
      { is: 'saved' },
      { is: 'request' },
      { is: 'branch', name: 'mb-second-reading' },
      { is: 'since', name: 'v1' },
      { is: 'two', before: 'v1', after: ':index' },
    ];
    for (const wish of wishes) assert.deepEqual(readWish(JSON.parse(JSON.stringify(wish))), wish);
  });

  it('is nothing where what was remembered makes no sense', () => {
    for (const value of [
      undefined,
      null,
      'saved',
      {},
      { is: 'branch' },
      { is: 'since', name: 3 },
      { is: 'two', before: 'a' },
    ])
      assert.equal(readWish(value), undefined);
  });
});
