import assert from 'node:assert/strict';
import { EMPTY_HISTORY, record, undo } from '../../../src/core/coding/history.js';
import { moveAlong } from '../../../src/core/renames/moveAlong.js';
import { open } from './support.js';

const MEMO = 'memos/2026-03-02-hope.md';
const CODEBOOK = '# Codebook\n\n## Hope {#hope}\n\n## Talk {#talk}\n';

/** The text of a memo after a transcript has moved, and how many memos were changed. */
async function relinked(memo: string, from: string, to: string, others: Readonly<Record<string, string>> = {}) {
  const { study, store } = await open({ 'codebook.md': CODEBOOK, [to]: 'A: a\n', [MEMO]: memo, ...others });
  const { memos, edits } = await moveAlong(study, [{ from, to }]);
  return { study, store, edits, memos, text: store.text(MEMO) };
}

describe('links in memos to a transcript that moves', () => {
  const OLD = 'transcripts/pp-03.md';

  it('keep their form, with and without folder and ending, and their shown text', async () => {
    const memo = `---
about: [hope, pp-03]
---

[[pp-03]] and [[ pp-03.md |the third]], 🙂 [[transcripts/pp-03]], [[transcripts/pp-03.md]],
[[pp-03#k3f9x2m1qa]] ([[pp-03#k3f9x2m1qb|here]]), [[pp-031]], [[hope]], \`[[pp-03]]\`, pp-03.
`;
    const { text, memos } = await relinked(memo, OLD, 'transcripts/Gespräch 3.md');
    assert.equal(
      text,
      `---
about: [hope, Gespräch 3]
---

[[Gespräch 3]] and [[ Gespräch 3.md |the third]], 🙂 [[transcripts/Gespräch 3]], [[transcripts/Gespräch 3.md]],
[[Gespräch 3#k3f9x2m1qa]] ([[Gespräch 3#k3f9x2m1qb|here]]), [[pp-031]], [[hope]], \`[[pp-03]]\`, pp-03.
`,
    );
    assert.deepEqual(memos, [MEMO]);
  });

  it('stay as they are where they still lead there, and lines of others keep their bytes', async () => {
    const moved = await relinked('[[pp-03]] here\n', OLD, 'interviews/pp-03.md');
    assert.deepEqual([moved.text, moved.memos, moved.edits], ['[[pp-03]] here\n', [], []]);
    const { text } = await relinked('\ufeffa\r\n[[transcripts/pp-03]]\r\nb', OLD, 'interviews/pp-03.md');
    assert.equal(text, '\ufeffa\r\n[[interviews/pp-03]]\r\nb');
  });

  it('name the whole path where the new name means something else', async () => {
    const { text } = await relinked('[[pp-03]]', OLD, 'transcripts/talk.md');
    assert.equal(text, '[[transcripts/talk.md]]');
    const twin = await relinked('[[pp-03]]', 'one/pp-03.md', 'one/pp-05.md', { 'two/pp-05.md': 'B: b\n' });
    assert.equal(twin.text, '[[one/pp-05.md]]');
  });

  it('are left alone where they mean a code, or another transcript of this name', async () => {
    assert.equal((await relinked('[[talk]]', 'transcripts/talk.md', 'transcripts/new.md')).text, '[[talk]]');
    const twin = await relinked('[[pp-03]]', 'two/pp-03.md', 'two/new.md', { 'one/pp-03.md': 'B: b\n' });
    assert.equal(twin.text, '[[pp-03]]');
  });

  it('are left alone where the new name cannot stand in a link', async () => {
    const { text } = await relinked('[[pp-03]]', OLD, 'transcripts/pp#3.md');
    assert.equal(text, '[[pp-03]]');
  });

  it('lead back after an undo', async () => {
    const { study, store, edits } = await relinked('a\n[[pp-03]]\n', OLD, 'transcripts/new.md');
    await undo(study, record(EMPTY_HISTORY, { title: 'Moved', edits }));
    assert.equal(store.text(MEMO), 'a\n[[pp-03]]\n');
  });
});
