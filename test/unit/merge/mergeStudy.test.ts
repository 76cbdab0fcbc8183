import assert from 'node:assert/strict';
import { formatRecord } from '../../../src/core/coding/line.js';
import { mergeBlobs } from '../../../src/core/merge/mergeStudy.js';
import type { FileBlobs } from '../../../src/core/ports.js';
import { decodeUtf8, encodeUtf8 } from '../../../src/core/text/utf8.js';

const FILE = 'codings/EA/transcripts/pp-01.jsonl';
const coding = (id: string, code: string): string =>
  `${formatRecord({ code, quote: `words of ${id}`, at: [id.charCodeAt(0), id.charCodeAt(0) + 5], id })}\n`;
const [A, B, C] = ['a', 'b', 'c'].map(id => coding(id, 'hope')) as [string, string, string];

/** A git that has contents under the names that they are given. */
const gitWith = (blobs: Readonly<Record<string, string | Uint8Array>>) => ({
  read: async (id: string) => {
    const content = blobs[id];
    return typeof content === 'string' ? encodeUtf8(content) : content;
  },
});
const file = (path = FILE, bases: readonly (string | undefined)[] = ['base']): FileBlobs => ({
  path,
  bases,
  ours: 'ours',
  theirs: 'theirs',
});

describe('files of the study that both sides changed', () => {
  it('are read from git and put together one by one, with a pause between them', async () => {
    const git = gitWith({ base: A, ours: A + B, theirs: A + C });
    const seen: string[] = [];
    const pace = { progress: (done: number, total: number) => void seen.push(`${done}/${total}`) };
    const merged = await mergeBlobs(git, [file(), file('memos/a.md')], undefined, {
      ...pace,
      pause: async () => void seen.push('pause'),
    });
    assert.deepEqual(seen, ['1/2', 'pause', '2/2', 'pause']);
    const [records, text] = merged;
    assert.deepEqual([records?.merged, records?.bytes], [{ text: A + B + C, conflicts: [] }, encodeUtf8(A + B + C)]);
    assert.deepEqual(records?.versions, { path: FILE, bases: [A], ours: A + B, theirs: A + C });
    assert.equal(text?.merged.conflicts.length, 1);
  });

  it('are put together as was decided about each', async () => {
    const git = gitWith({ base: A, ours: coding('a', 'fear'), theirs: coding('a', 'trust') });
    const [open] = await mergeBlobs(git, [file()]);
    const key = open?.merged.conflicts[0]?.key ?? assert.fail();
    const [merged] = await mergeBlobs(git, [file()], path => (path === FILE ? new Map([[key, 'theirs']]) : undefined));
    assert.deepEqual(merged?.merged, { text: coding('a', 'trust'), conflicts: [] });
  });

  it('have several bases where git made one of them, with marks', async () => {
    const [left, right] = [coding('a', 'fear'), coding('a', 'trust')];
    const base = `${B}<<<<<<< one\n${left}=======\n${right}>>>>>>> other\n`;
    const git = gitWith({ base, ours: B + left, theirs: B + coding('a', 'anger') });
    const [merged] = await mergeBlobs(git, [file()]);
    assert.deepEqual(merged?.versions.bases, [B + left, B + right]);
    assert.deepEqual(
      merged?.merged.conflicts.map(({ aspect }) => aspect),
      ['code'],
    );
    assert.equal(merged?.merged.text, B + left);
  });

  it('keep every byte where they are no text, and are a question as a whole', async () => {
    const [ours, theirs] = [new Uint8Array([0x61, 0xe9, 0x0a]), new Uint8Array([0x62, 0xe9, 0x0a])];
    const git = gitWith({ base: 'a\n', ours, theirs });
    const [open] = await mergeBlobs(git, [file('participants.csv')]);
    const [question, ...more] = open?.merged.conflicts ?? [];
    assert.deepEqual([open?.bytes, more, question?.choices], [ours, [], ['ours', 'theirs']]);
    const decided = new Map([[question?.key ?? '', 'theirs' as const]]);
    const [merged] = await mergeBlobs(git, [file('participants.csv')], () => decided);
    assert.deepEqual([merged?.bytes, merged?.merged.conflicts], [theirs, []]);
  });

  it('are gone where they are gone', async () => {
    const git = gitWith({ base: A });
    const [merged] = await mergeBlobs(git, [{ path: FILE, bases: ['base'], ours: 'base', theirs: undefined }]);
    assert.deepEqual([merged?.bytes, merged?.merged], [undefined, { text: undefined, conflicts: [] }]);
  });

  it('are not taken for gone where git does not give them', async () => {
    await assert.rejects(
      mergeBlobs(gitWith({ base: A, ours: A }), [file()]),
      /does not give a version of codings.*pp-01/,
    );
  });

  it('say what they are in bytes as in words', async () => {
    const git = gitWith({ base: A, ours: A + B, theirs: A });
    const [merged] = await mergeBlobs(git, [file()]);
    assert.equal(merged?.bytes && decodeUtf8(merged.bytes), merged?.merged.text);
  });
});
