import assert from 'node:assert/strict';
import { groupExcerpts } from '../../../src/core/analysis/excerptGroups.js';
import type { ListedExcerpt } from '../../../src/core/analysis/excerptList.js';
import {
  excerptsBetween,
  type Items,
  itemsOf,
  stepFrom,
  takesPlaceOf,
} from '../../../src/webview/common/excerptList/items.js';
import { Selection } from '../../../src/webview/excerpts/selection.js';
import { listedExcerpt } from '../support/listedExcerpt.js';

const EXCERPTS = [
  listedExcerpt({ id: 'a', participants: ['PP1'] }),
  listedExcerpt({ id: 'b', participants: ['PP1', 'PP2'] }),
  listedExcerpt({ id: 'c', participants: ['PP2'] }),
];

function items(excerpts: readonly ListedExcerpt[] = EXCERPTS, folded: readonly string[] = []): Items {
  const groups = groupExcerpts({ codes: [], depth: 0 }, excerpts, 'participant');
  return itemsOf(
    groups,
    new Set(folded),
    ({ id }) => id,
    () => 80,
  );
}
const keys = ({ all }: Items) => all.map(({ key }) => key);
const goes = (list: Items, from: number, steps: number) => list.all[stepFrom(list, from, steps)]?.key;

describe('the lines of the excerpts page', () => {
  it('are headings with their excerpts; one with two speakers stands twice, under keys of its own', () => {
    const list = items();
    assert.deepEqual(keys(list), ['# person pp1', 'a', 'b', '# person pp2', 'b @ person pp2', 'c']);
    assert.equal(list.rows, 4);
    assert.deepEqual(list.headings, [0, 0, 0, 3, 3, 3]);
    const positions = list.all.flatMap(item => (item.kind === 'excerpt' ? [item.position] : []));
    assert.deepEqual(positions, [1, 2, 3, 4]);
  });

  it('leave out what is folded', () => {
    assert.deepEqual(keys(items(EXCERPTS, ['person pp1'])), ['# person pp1', '# person pp2', 'b', 'c']);
  });

  it('are gone through by excerpt, over headings, and by headings that are folded', () => {
    const open = items();
    assert.equal(goes(open, -1, 1), 'a');
    assert.equal(goes(open, 2, 1), 'b @ person pp2');
    assert.equal(goes(open, 4, -1), 'b');
    assert.equal(goes(open, 1, -1), 'a');
    assert.equal(goes(open, 1, 10), 'c');
    assert.equal(goes(open, 5, Number.NEGATIVE_INFINITY), 'a');
    assert.equal(goes(open, 1, Number.POSITIVE_INFINITY), 'c');
    const folded = items(EXCERPTS, ['person pp1', 'person pp2']);
    assert.equal(goes(folded, -1, 1), '# person pp1');
    assert.equal(goes(folded, 0, 1), '# person pp2');
  });

  it('give their place to the next one when they go, or at the end to the one before', () => {
    const before = items();
    const placeOf = (gone: string, key: string) => {
      const after = items(EXCERPTS.filter(({ id }) => id !== gone));
      return after.all[takesPlaceOf(after, before, key)]?.key;
    };
    assert.equal(placeOf('a', 'a'), 'b');
    assert.equal(placeOf('b', 'b'), 'c');
    assert.equal(placeOf('c', 'c'), 'b @ person pp2');
    assert.equal(placeOf('a', 'c'), 'c');
    // In another order there is no further row: the first one of the excerpt is meant.
    const other = items(EXCERPTS, ['person pp1']);
    assert.equal(other.all[takesPlaceOf(other, before, 'b @ person pp2')]?.key, 'c');
    assert.equal(takesPlaceOf(items([]), before, 'a'), -1);
  });

  it('are selected from where one began, and one by one', () => {
    const list = items();
    assert.deepEqual(excerptsBetween(list, 4, 1), ['a', 'b']);
    const selection = new Selection();
    selection.extend(list, 1, 2);
    selection.extend(list, 2, 5);
    assert.deepEqual([...selection.excerpts].sort(), ['a', 'b', 'c']);
    selection.extend(list, 5, 2);
    assert.deepEqual([...selection.excerpts].sort(), ['a', 'b']);
    selection.toggle('a', 'a');
    assert.deepEqual([...selection.excerpts], ['b']);
    selection.keep(items(EXCERPTS.slice(0, 1)).all);
    assert.equal(selection.size, 0);
  });
});
