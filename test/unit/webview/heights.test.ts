import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Heights, stretches } from '../../../src/webview/common/heights.js';

const itemsOf = (heights: readonly number[]) => heights.map((estimate, i) => ({ key: `k${i}`, estimate }));

describe('heights of a long list', () => {
  it('answer the items that stand in a stretch, as asking each of them would', () => {
    const height = fc.integer({ min: 1, max: 90 });
    const list = fc.array(fc.tuple(height, fc.option(height, { nil: undefined })), { maxLength: 40 });
    fc.assert(
      fc.property(list, fc.integer({ min: -100, max: 4000 }), fc.integer({ min: 1, max: 900 }), (rows, top, size) => {
        const heights = new Heights();
        heights.setItems(itemsOf(rows.map(([estimate]) => estimate)));
        rows.forEach(([, measured], i) => {
          if (measured !== undefined) heights.measure(`k${i}`, measured);
        });
        const true_ = rows.map(([estimate, measured]) => measured ?? estimate);
        const starts = true_.map((_, i) => true_.slice(0, i).reduce((sum, one) => sum + one, 0));
        const inside = true_.flatMap((one, i) => {
          const start = starts[i] as number;
          return start + one > top && start < top + size ? [i] : [];
        });
        const { first, end } = heights.range(top, top + size);
        assert.deepEqual(
          Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i),
          inside,
        );
        assert.equal(
          heights.between({ first: 0, end: rows.length }),
          true_.reduce((sum, one) => sum + one, 0),
        );
      }),
    );
  });

  it('keep what was measured when the list changes, until its width does', () => {
    const heights = new Heights();
    heights.setItems(itemsOf([10, 10, 10]));
    assert.equal(heights.measure('k1', 50), true);
    assert.equal(heights.measure('k1', 50), false);
    heights.setItems([{ key: 'new', estimate: 5 }, ...itemsOf([10, 10])]);
    assert.equal(heights.offset(2), 15);
    assert.equal(heights.offset(3), 65);
    heights.forget();
    assert.equal(heights.offset(3), 25);
  });

  it('join neighbours into stretches, each index once', () => {
    assert.deepEqual(stretches([7, 2, 3, 3, 0]), [
      { first: 0, end: 1 },
      { first: 2, end: 4 },
      { first: 7, end: 8 },
    ]);
    assert.deepEqual(stretches([]), []);
  });
});
