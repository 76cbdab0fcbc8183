import assert from 'node:assert/strict';
import { EMPTY_HISTORY, record, redo, undo } from '../../../src/core/coding/history.js';
import { writeResults } from '../../../src/core/merge/writeResults.js';
import { Study } from '../../../src/core/study/study.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';
import { EA_ONE, linesOf, made, reviewStudy } from '../support/reviewStudy.js';
import { CODEBOOK } from '../support/studies.js';

const KITCHEN = made('Maria from the kitchen brought me tea every morning', 'kitchen000');
const PEN = made('never write in it while somebody speaks', 'pen0000000');
const OTHER = { ...KITCHEN, memo: 'Care.' };
/** The same coding twice, between the marks of a conflict, and another one behind. */
const MARKED = `<<<<<<< HEAD\n${linesOf(KITCHEN)}=======\n${linesOf(OTHER)}>>>>>>> other\n${linesOf(PEN)}`;

async function studyWith(files: Readonly<Record<string, string>>) {
  const { store, study } = await reviewStudy();
  for (const [path, text] of Object.entries(files)) store.put(path, text);
  await study.refresh();
  return { store, study };
}

describe('what came of a merge', () => {
  it('is written into the files, taken into the study, and taken back by one undo, marks and all', async () => {
    const { store, study } = await studyWith({ [EA_ONE]: MARKED, 'docs/a.md': 'one\ntwo\n', 'docs/gone.md': 'left\n' });
    const edits = await writeResults(study, [
      { path: EA_ONE, bytes: encodeUtf8(linesOf(OTHER, PEN)) },
      { path: 'docs/a.md', bytes: encodeUtf8('one\n2\n') },
      { path: 'docs/gone.md', bytes: undefined },
      { path: 'docs/new.md', bytes: encodeUtf8('new\n') },
      { path: 'codebook.md', bytes: encodeUtf8(CODEBOOK) },
    ]);
    const after = [EA_ONE, 'docs/a.md', 'docs/gone.md', 'docs/new.md'].map(path => store.text(path));
    assert.deepEqual(after, [linesOf(OTHER, PEN), 'one\n2\n', undefined, 'new\n']);
    assert.equal(study.index.file(EA_ONE)?.codings.length, 2);
    // The codebook said it already.
    assert.equal(edits.length, 4);
    const undone = await undo(study, record(EMPTY_HISTORY, { title: 'merged', edits }));
    assert.ok(undone);
    assert.equal(store.text(EA_ONE), MARKED);
    const before = ['docs/a.md', 'docs/gone.md', 'docs/new.md'].map(path => store.text(path));
    assert.deepEqual(before, ['one\ntwo\n', 'left\n', undefined]);
    await redo(study, undone.history);
    assert.equal(store.text(EA_ONE), linesOf(OTHER, PEN));
  });

  it('brings back marks and their records where nothing but these went, and where the file went with them', async () => {
    const texts = [linesOf(PEN), undefined];
    for (const text of texts) {
      const { store, study } = await studyWith({ [EA_ONE]: MARKED });
      const edits = await writeResults(study, [
        { path: EA_ONE, bytes: text === undefined ? undefined : encodeUtf8(text) },
      ]);
      assert.equal(store.text(EA_ONE), text);
      await undo(study, record(EMPTY_HISTORY, { title: 'merged', edits }));
      assert.equal(store.text(EA_ONE), MARKED);
    }
  });

  it('leaves the bytes of lines that stay, and their line ends', async () => {
    const { store, study } = await studyWith({
      'docs/a.md': '\ufeffone\r\n<<<<<<< a\r\ntwo\r\n=======\r\n2\r\n>>>>>>> b\r\nend\r\n',
    });
    await writeResults(study, [{ path: 'docs/a.md', bytes: encodeUtf8('one\n2\nend\n') }]);
    assert.equal(store.text('docs/a.md'), '\ufeffone\r\n2\r\nend\r\n');
  });

  it('keeps every byte of what is no text', async () => {
    const latin = Uint8Array.of(0x70, 0xe9, 0x0a);
    const { store, study } = await studyWith({ 'participants.csv': 'p\n' });
    assert.deepEqual(await writeResults(study, [{ path: 'participants.csv', bytes: latin }]), []);
    assert.deepEqual(store.bytes('participants.csv'), latin);
    await writeResults(study, [{ path: 'participants.csv', bytes: latin }]);
    assert.equal(store.writtenPaths.filter(path => path === 'participants.csv').length, 1);
  });

  it('is not written over what somebody wrote meanwhile, nor into any other file then', async () => {
    const { store, study } = await studyWith({ 'docs/a.md': 'one\n', 'docs/b.md': 'theirs\n' });
    const results = ['docs/a.md', 'docs/b.md'].map(path => ({
      path,
      bytes: encodeUtf8('new\n'),
      expected: encodeUtf8('one\n'),
    }));
    await assert.rejects(writeResults(study, results), /docs\/b.md was changed meanwhile/);
    assert.deepEqual([store.text('docs/a.md'), store.text('docs/b.md')], ['one\n', 'theirs\n']);
  });

  it('is written whole or not at all', async () => {
    const store = new MemoryStore({ 'codebook.md': CODEBOOK, 'docs/a.md': 'one\n', 'docs/b.md': 'two\n' });
    const study = new Study(store, fixedEnvironment());
    await study.refresh();
    store.unreadable.add('docs/b.md');
    const results = ['docs/a.md', 'docs/b.md'].map(path => ({ path, bytes: encodeUtf8('new\n') }));
    await assert.rejects(writeResults(study, results), /EACCES/);
    assert.equal(store.text('docs/a.md'), 'one\n');
  });
});
