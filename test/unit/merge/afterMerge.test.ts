import { strict as assert } from 'node:assert';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { afterMerge } from '../../../src/core/merge/afterwards/afterMerge.js';
import type { MergeChoice } from '../../../src/core/merge/merge.js';
import { coding } from '../support/coding.js';

const FILE = `${formatCodingLine(coding({ id: 'aaaaaaaaaa' }))}\n`;

describe('a file that git put together from several versions before', () => {
  it('is there again, or stays away, as was answered', () => {
    const versions = {
      path: 'codings/EA/transcripts/pp-03.jsonl',
      bases: [FILE, undefined],
      ours: FILE,
      theirs: undefined,
    };
    const file = { versions, made: undefined, now: undefined };
    const { conflicts } = afterMerge(file, new Map());
    assert.deepEqual(
      conflicts.map(({ aspect }) => aspect),
      ['presence'],
    );
    const answered = (choice: MergeChoice) => afterMerge(file, new Map([[conflicts[0]?.key ?? '', choice]]));
    assert.deepEqual(answered('ours'), { text: FILE, conflicts: [] });
    assert.deepEqual(answered('theirs'), { text: undefined, conflicts: [] });
  });
});
