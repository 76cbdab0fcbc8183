import assert from 'node:assert/strict';
import { blobId } from '../../../src/core/coding/blobId.js';
import { firstMark, hasMarks } from '../../../src/core/merge/hasMarks.js';
import { heldFiles } from '../../../src/core/merge/heldFiles.js';
import { swapBlobs, swapChoices } from '../../../src/core/merge/swapSides.js';
import type { MadeFile } from '../../../src/core/ports.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { reviewStudy } from '../support/reviewStudy.js';

const MARKED = 'a\n<<<<<<< here\nb\n=======\nc\n>>>>>>> there\n';
const id = (text: string): string => blobId(encodeUtf8(text));

describe('files of a merge that is under way', () => {
  const held = async (text: string | undefined, over: Partial<MadeFile>): Promise<string> => {
    const { store, study } = await reviewStudy();
    store.put('docs/a.md', text);
    const file: MadeFile = {
      path: 'docs/a.md',
      bases: [id('a\n')],
      ours: id('b\n'),
      theirs: id('c\n'),
      isUnmerged: true,
      left: undefined,
      ...over,
    };
    const { open, byHand } = await heldFiles(study, [file]);
    return open.length > 0 ? 'open' : byHand.length > 0 ? 'by hand' : 'left alone';
  };

  it('are open as git left them: with marks, as one of the sides, or gone', async () => {
    assert.equal(await held(MARKED, {}), 'open');
    assert.equal(await held('b\n', {}), 'open');
    assert.equal(await held('c\n', {}), 'open');
    assert.equal(await held('whatever\n', { left: id('whatever\n') }), 'open');
    assert.equal(await held(undefined, { theirs: undefined }), 'open');
  });

  it('are settled by hand where somebody took the marks out', async () => {
    assert.equal(await held('b and c\n', {}), 'by hand');
    assert.equal(await held('b and c\n', { left: id(MARKED) }), 'by hand');
    assert.equal(await held(undefined, { left: id(MARKED) }), 'by hand');
  });

  it('that git put together are looked at again only where nobody has touched them since', async () => {
    assert.equal(await held('b c\n', { isUnmerged: false, left: id('b c\n') }), 'open');
    assert.equal(await held('edited\n', { isUnmerged: false, left: id('b c\n') }), 'left alone');
    // Some versions of git do not say what they left.
    assert.equal(await held('b c\n', { isUnmerged: false }), 'left alone');
  });
});

describe('conflict marks', () => {
  it('count where they are whole, and are found by their first line', () => {
    assert.equal(hasMarks(MARKED), true);
    assert.equal(firstMark(MARKED), 1);
    assert.equal(firstMark(MARKED.slice(2)), 0);
    assert.equal(hasMarks('a\n<<<<<<< here\nb\n'), false);
    assert.equal(hasMarks('a <<<<<<< here\n'), false);
    assert.equal(firstMark('a\n'), undefined);
  });
});

describe('sides that git has the other way round', () => {
  it('are swapped, and so is what was decided about them', () => {
    const blobs = { path: 'a.md', bases: ['x'], ours: 'a', theirs: undefined };
    assert.deepEqual(swapBlobs(blobs), { path: 'a.md', bases: ['x'], ours: undefined, theirs: 'a' });
    assert.deepEqual(swapBlobs(swapBlobs(blobs)), blobs);
    const choices = new Map([
      ['a', 'ours'],
      ['b', 'theirs'],
      ['c', 'both'],
    ] as const);
    assert.deepEqual([...swapChoices(choices).values()], ['theirs', 'ours', 'both']);
  });
});
