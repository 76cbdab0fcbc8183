import assert from 'node:assert/strict';
import { groupReview, kindsOf, WAITING } from '../../../src/core/analysis/reviewFilter.js';
import type { ReviewEntry } from '../../../src/core/analysis/reviewList.js';
import type { KeyPress } from '../../../src/webview/common/keyPress.js';
import { type Items, itemsOf, nextOf, stepFrom, takesPlaceOf } from '../../../src/webview/review/items.js';
import { wishOf } from '../../../src/webview/review/keys.js';
import { recalled } from '../../../src/webview/review/view.js';

const entry = (key: string, transcript: string): ReviewEntry => ({
  key,
  id: key,
  kind: 'orphan',
  coder: 'EA',
  transcript,
  isThere: true,
  step: 1,
  old: [],
  places: [],
  morePlaces: 0,
});
const ALL = [entry('a', 'transcripts/one.md'), entry('b', 'transcripts/one.md'), entry('c', 'transcripts/two.md')];
const items = (entries: readonly ReviewEntry[] = ALL): Items => itemsOf(groupReview(entries), () => 200);

describe('the lines of the review list', () => {
  it('are the headings of transcripts with their entries, numbered through; the first of each says where it is', () => {
    const { all, entries, headings } = items();
    assert.deepEqual(
      all.map(({ key }) => key),
      ['# transcripts/one.md', 'a', 'b', '# transcripts/two.md', 'c'],
    );
    assert.deepEqual([entries, headings], [3, [0, 0, 0, 3, 3]]);
    const told = all.flatMap(item => (item.kind === 'entry' ? [[item.position, item.under]] : []));
    assert.deepEqual(told, [
      [1, 'one'],
      [2, undefined],
      [3, 'two'],
    ]);
  });

  it('are gone through from entry to entry, over headings, and no further than the ends', () => {
    const list = items();
    const goes = (from: number, steps: number) => list.all[stepFrom(list, from, steps)]?.key;
    assert.deepEqual([goes(-1, 1), goes(2, 1), goes(4, -1), goes(1, -1), goes(4, 5)], ['a', 'c', 'b', 'a', 'c']);
    assert.equal(goes(1, Number.POSITIVE_INFINITY), 'c');
  });

  it('give their place to the next entry when they go, at the end to the one before', () => {
    const placeOf = (gone: string): string | undefined => {
      const left = items(ALL.filter(({ key }) => key !== gone)).all;
      return left[takesPlaceOf(left, items().all, gone)]?.key;
    };
    assert.deepEqual(['a', 'b', 'c'].map(placeOf), ['b', 'c', 'b']);
    assert.deepEqual(
      ['a', 'b', 'c'].map(key => nextOf(items(), key)?.key),
      ['b', 'c', 'b'],
    );
    assert.equal(takesPlaceOf([], items().all, 'a'), -1);
    assert.equal(nextOf(items(ALL.slice(0, 1)), 'a')?.key, 'a');
  });
});

describe('the keys of the review list', () => {
  const none = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, isComposing: false };
  const wish = (event: Partial<KeyPress>) => wishOf({ key: '', code: '', ...none, ...event });

  it('take the place that is compared, or the one with a number, whatever the keyboard types for a digit', () => {
    assert.deepEqual(wish({ key: 'Enter' }), { do: 'take' });
    assert.deepEqual(wish({ key: '2', code: 'Digit2' }), { do: 'take', number: 2 });
    assert.deepEqual(wish({ key: 'é', code: 'Digit2' }), { do: 'take', number: 2 });
    assert.deepEqual(wish({ key: '3', code: 'Numpad3' }), { do: 'take', number: 3 });
    assert.deepEqual(wish({ key: 'PageDown', code: 'Numpad3' }), { do: 'move', steps: 5 });
    assert.equal(wish({ key: '0', code: 'Digit0' }), undefined);
  });

  it('are one letter each, and none of those that VS Code has with Ctrl or Alt', () => {
    const done = ['s', 'K', 'Delete', 'm', ' ', 'ArrowRight', '?'].map(key => wish({ key })?.do);
    assert.deepEqual(done, ['byHand', 'keep', 'remove', 'more', 'show', 'compare', 'help']);
    assert.deepEqual(
      [wish({ key: 'c' }), wish({ key: 'C', shiftKey: true })],
      [
        { do: 'widen', by: 1 },
        { do: 'widen', by: -1 },
      ],
    );
    for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }])
      assert.equal(wish({ key: 's', ...held }), undefined);
  });
});

describe('how the review list was looked at', () => {
  it('is taken over as far as it makes sense', () => {
    assert.deepEqual(recalled({}), { kinds: WAITING, whose: undefined, current: undefined });
    assert.deepEqual(recalled({ kinds: ['settled'], whose: 'all', current: 'a' }), {
      kinds: ['settled'],
      whose: 'all',
      current: 'a',
    });
    assert.deepEqual(kindsOf(['nonsense', 'orphan']), ['orphan']);
    assert.equal(recalled({ whose: 'nonsense' as 'all' }).whose, undefined);
  });
});
