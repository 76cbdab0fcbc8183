import { strict as assert } from 'node:assert';
import type { CodebookChange } from '../../../src/core/codebook/change.js';
import { changeCodebookInSteps } from '../../../src/core/codebook/changeCodebook.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import type { MergeChoice } from '../../../src/core/merge/merge.js';
import { atOnce } from '../../../src/core/pieces.js';
import { BOOK } from '../codebook/book.js';
import { apply } from '../codebook/support.js';
import { merge } from './codebooks.js';

function changed(raw: string, ...changes: readonly CodebookChange[]): string {
  return apply(raw, atOnce(changeCodebookInSteps(raw, changes, { used: new Set() })).edits);
}

const into = (from: string, to: string): CodebookChange => ({ do: 'merge', from: [from], into: to });

/** What each id means: the id of the entry that has it now. */
function meaning(text: string, ids: readonly string[]): (string | undefined)[] {
  const book = parseCodebook(text);
  return ids.map(id => book.find(id)?.id);
}

function decided(ours: string, theirs: string, choice: MergeChoice): string {
  const { conflicts } = merge(BOOK, ours, theirs);
  const { text, conflicts: open } = merge(BOOK, ours, theirs, new Map(conflicts.map(({ key }) => [key, choice])));
  assert.deepEqual(open, []);
  return text as string;
}

const IDS = ['hope', 'waiting', 'words', 'pay'];

describe('merging codebooks in which codes were merged', () => {
  it('takes a merge beside other changes', () => {
    const ours = changed(BOOK, into('waiting', 'hope'));
    const theirs = changed(BOOK, { do: 'rename', entry: 'hope', title: 'Heart' });
    const { text = '', conflicts } = merge(BOOK, ours, theirs);
    assert.deepEqual(conflicts, []);
    assert.match(text, /### Heart \{#hope color=green formerly=waiting\}/);
    assert.match(text, /Merged: Waiting \{#waiting parent=meetings stood-after=hope\}\n\n> Silence\./);
    assert.equal(changed(text, { do: 'unmerge', id: 'waiting' }).includes('### Waiting {#waiting}'), true);
  });

  it('asks about a code that one side merged and the other one changed', () => {
    const ours = changed(BOOK, into('waiting', 'hope'));
    const theirs = changed(BOOK, { do: 'define', entry: 'waiting', definition: 'Pause.' });
    const { conflicts } = merge(BOOK, ours, theirs);
    assert.deepEqual(
      conflicts.map(({ key, aspect, ours, theirs }) => [key, aspect, ours, theirs]),
      [
        [
          'entry waiting presence',
          'presence',
          { isThere: false, text: 'Merged into “Hope”.' },
          { isThere: true, text: 'Waiting\n\nPause.' },
        ],
      ],
    );
    assert.equal(decided(ours, theirs, 'ours'), ours);
    assert.equal(decided(ours, theirs, 'theirs'), theirs);
  });

  it('follows a chain: one side merged into a code that the other one merged away', () => {
    const ours = changed(BOOK, into('words', 'hope'));
    const theirs = changed(BOOK, into('hope', 'pay'));
    const { text = '', conflicts } = merge(BOOK, ours, theirs);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(meaning(text, IDS), ['pay', 'waiting', 'pay', 'pay']);
    assert.equal(text.match(/^Merged: /gm)?.length, 2);
    const apart = changed(text, { do: 'unmerge', id: 'hope' });
    assert.deepEqual(meaning(apart, IDS), ['hope', 'waiting', 'hope', 'pay']);
    assert.deepEqual(meaning(changed(apart, { do: 'unmerge', id: 'words' }), IDS), IDS);
  });

  it('keeps one record where both sides merged the same', () => {
    const ours = changed(BOOK, into('waiting', 'hope'), { do: 'rename', entry: 'pay', title: 'Wage' });
    const theirs = changed(BOOK, { do: 'move', entries: ['waiting'], to: { under: 'role' } }, into('waiting', 'hope'));
    const { text = '', conflicts } = merge(BOOK, ours, theirs);
    assert.deepEqual(conflicts, []);
    assert.equal(text.match(/^Merged: /gm)?.length, 1);
    assert.deepEqual(meaning(text, IDS), ['hope', 'hope', 'words', 'pay']);
  });

  it('asks where both sides merged the same into different codes', () => {
    const ours = changed(BOOK, into('waiting', 'hope'));
    const theirs = changed(BOOK, into('waiting', 'pay'));
    const { conflicts } = merge(BOOK, ours, theirs);
    assert.deepEqual(
      conflicts.map(({ key, ours, theirs }) => [key, ours.text, theirs.text]),
      [['entry waiting presence', 'Merged into “Hope”.', 'Merged into “Pay”.']],
    );
    assert.equal(decided(ours, theirs, 'ours'), ours);
    assert.equal(decided(ours, theirs, 'theirs'), theirs);
  });

  it('asks where the sides merged two codes into each other', () => {
    const ours = changed(BOOK, into('waiting', 'pay'));
    const theirs = changed(BOOK, into('pay', 'waiting'));
    const { conflicts } = merge(BOOK, ours, theirs);
    assert.equal(conflicts.length, 1);
    assert.equal(decided(ours, theirs, 'ours'), ours);
    assert.equal(decided(ours, theirs, 'theirs'), theirs);
  });

  it('leaves a code apart that one side un-merged', () => {
    const base = changed(BOOK, into('waiting', 'hope'));
    const ours = changed(base, { do: 'unmerge', id: 'waiting' });
    const theirs = changed(base, into('hope', 'pay'));
    const { text = '', conflicts } = merge(base, ours, theirs);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(meaning(text, IDS), ['pay', 'waiting', 'words', 'pay']);
    assert.equal(text.match(/^Merged: /gm)?.length, 1);
  });

  it('puts what the other side added into a merged theme into the one it went into', () => {
    const ours = changed(BOOK, into('role', 'meetings'));
    const theirs = changed(BOOK, { do: 'add', kind: 'code', title: 'Rank', under: 'role' });
    const { text = '', conflicts } = merge(BOOK, ours, theirs);
    assert.deepEqual(conflicts, []);
    assert.equal(parseCodebook(text).find('rank')?.parent?.id, 'meetings');
  });
});
