import assert from 'node:assert/strict';
import { Deciding } from '../../../src/core/analysis/questions/deciding.js';
import type { MergeChoice } from '../../../src/core/merge/merge.js';
import { mergeFile } from '../../../src/core/merge/mergeFile.js';
import { mergeBlobs } from '../../../src/core/merge/mergeStudy.js';
import { EA_ONE, linesOf, made } from '../support/reviewStudy.js';

const KITCHEN = made('Maria from the kitchen brought me tea every morning', 'kitchen000');
const PEN = made('never write in it while somebody speaks', 'pen0000000');
const BASE = linesOf(KITCHEN, PEN);
const CROSSED = {
  path: EA_ONE,
  bases: [BASE],
  ours: linesOf({ ...KITCHEN, code: 'warmth', memo: 'a' }),
  theirs: linesOf({ ...KITCHEN, code: 'care' }, { ...PEN, memo: 'b' }),
};

describe('deciding', () => {
  const all = (choice: MergeChoice | undefined) => () => choice;

  it('asks what a merge leaves in question, and nothing of files where nothing is', () => {
    const deciding = new Deciding([CROSSED, { path: 'a.md', bases: ['a\n'], ours: 'a\n', theirs: 'b\n' }]);
    assert.deepEqual(
      deciding.files.map(({ conflicts }) => conflicts.map(({ aspect }) => aspect)),
      [['code', 'presence'], []],
    );
    assert.equal(deciding.size, 2);
    assert.equal(deciding.decided(all(undefined)), undefined);
    const decisions = deciding.decided(({ aspect }) => (aspect === 'code' ? 'theirs' : 'ours'));
    assert.deepEqual([...(decisions?.keys() ?? [])], [EA_ONE]);
    const merged = mergeFile(CROSSED, decisions?.get(EA_ONE));
    assert.equal(merged.text, linesOf({ ...KITCHEN, code: 'care', memo: 'a' }));
    assert.deepEqual(merged.conflicts, []);
    assert.deepEqual([...(new Deciding([]).decided(all('ours'))?.keys() ?? [])], []);
  });

  it('is about a file that is no text as a whole', async () => {
    const bytes = [Uint8Array.of(0x70, 0xe9), Uint8Array.of(0x70, 0xe8), Uint8Array.of(0x70)];
    const git = { read: async (blob: string) => bytes[Number(blob)] };
    const files = await mergeBlobs(git, [{ path: 'participants.csv', bases: ['2'], ours: '0', theirs: '1' }]);
    const deciding = new Deciding(files);
    assert.equal(deciding.size, 1);
    const decisions = deciding.decided(all('theirs'));
    assert.equal(decisions?.get('participants.csv')?.size, 1);
    const [merged] = await mergeBlobs(git, [{ path: 'participants.csv', bases: ['2'], ours: '0', theirs: '1' }], path =>
      decisions?.get(path),
    );
    assert.deepEqual(merged?.bytes, bytes[1]);
  });
});
