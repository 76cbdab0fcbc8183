import assert from 'node:assert/strict';
import { ChangeRefused } from '../../../src/core/codebook/change.js';
import { EMPTY_HISTORY, record, redo, undo } from '../../../src/core/coding/history.js';
import { type CodebookDone, changeCodebookOf } from '../../../src/core/study/changeCodebook.js';
import { type Deletion, deleteEntries } from '../../../src/core/study/deleteEntries.js';
import { Study } from '../../../src/core/study/study.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';

const CODEBOOK = `# Codebook

## Meetings {#meetings .theme}

### Slowing down {#slow formerly="pace"}

Takes time.

#### Silence {#silence}

### Hope {#hope}

## Pay {#pay}

## Spare
`;
const line = (id: string, code: string, at = 0): string =>
  `{"code": "${code}", "quote": "x", "at": [${at}, ${at + 1}], "id": "${id}"}\n`;
const EA = 'codings/EA/transcripts/a.jsonl';
const MB = 'codings/MB/transcripts/b.jsonl';
const FILES: Readonly<Record<string, string>> = {
  'codebook.md': CODEBOOK,
  [EA]: line('e1', 'slow') + line('e2', 'hope', 2) + line('e3', 'pay', 4),
  [MB]: line('m1', 'pace') + line('m2', 'silence', 2),
};

async function opened(): Promise<{ study: Study; store: MemoryStore }> {
  const store = new MemoryStore(FILES);
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return { study, store };
}

const texts = (store: MemoryStore): unknown =>
  Object.fromEntries(Object.keys(FILES).map(path => [path, store.text(path)]));
const codesIn = (store: MemoryStore, path: string): string[] =>
  [...(store.text(path) ?? '').matchAll(/"code": "([^"]+)"/g)].map(match => match[1] ?? '');

/** Deletes, and makes sure that one undo brings every byte back and one redo does it again. */
async function deleted(deletion: Deletion): Promise<{ study: Study; store: MemoryStore; done: CodebookDone }> {
  const { study, store } = await opened();
  const done = await deleteEntries(study, deletion);
  const after = texts(store);
  const undone = await undo(study, record(EMPTY_HISTORY, { title: '', edits: done.edits }));
  assert.ok(undone);
  assert.deepEqual(texts(store), FILES);
  await redo(study, undone.history);
  assert.deepEqual(texts(store), after);
  for (const code of study.index.usedCodes()) assert.equal(study.entry(code)?.kind, 'code', `${code} is unknown now`);
  return { study, store, done };
}

describe('deleting themes and codes', () => {
  it('takes out a theme and keeps its codes', async () => {
    const { study } = await deleted({ entries: ['meetings'], contents: 'keep' });
    assert.equal(study.entry('meetings'), undefined);
    assert.equal(study.entry('slow')?.parent, undefined);
    assert.equal(study.entry('silence')?.parent?.id, 'slow');
  });

  it('removes the codings too, if that is wished', async () => {
    const { study, store } = await deleted({ entries: ['slow'], contents: 'keep', codings: { do: 'remove' } });
    assert.deepEqual([codesIn(store, EA), codesIn(store, MB)], [['hope', 'pay'], ['silence']]);
    assert.equal(study.entry('silence')?.parent?.id, 'meetings');
  });

  it('moves the codings to another code, which gets its id written out', async () => {
    const { study, store, done } = await deleted({
      entries: ['slow'],
      contents: 'delete',
      codings: { do: 'recode', to: 'spare' },
    });
    assert.deepEqual(
      [codesIn(store, EA), codesIn(store, MB)],
      [
        ['spare', 'hope', 'pay'],
        ['spare', 'spare'],
      ],
    );
    assert.ok(study.entry('spare')?.idWritten);
    assert.deepEqual(done.ids, ['spare']);
  });

  it('merges what is used and deletes the rest: no coding file changes', async () => {
    const { study, store } = await deleted({
      entries: ['meetings'],
      contents: 'delete',
      codings: { do: 'merge', into: 'pay' },
    });
    assert.deepEqual([store.text(EA), store.text(MB)], [FILES[EA], FILES[MB]]);
    for (const code of ['slow', 'pace', 'silence', 'hope']) assert.equal(study.entry(code)?.id, 'pay', code);
    assert.deepEqual(
      study.codebook.entries.map(({ id }) => id),
      ['pay', 'spare'],
    );
  });

  it('is refused while nothing is said of the codings, and changes nothing', async () => {
    const { study, store } = await opened();
    await assert.rejects(deleteEntries(study, { entries: ['slow'], contents: 'keep' }), RangeError);
    assert.deepEqual(texts(store), FILES);
  });

  it('touches no coding where the codebook refuses', async () => {
    const { study, store } = await opened();
    const deletion: Deletion = { entries: ['slow'], contents: 'keep', codings: { do: 'merge', into: 'nowhere' } };
    await assert.rejects(deleteEntries(study, deletion), ChangeRefused);
    assert.deepEqual(texts(store), FILES);
  });

  it('puts the codings back where the codebook cannot be written', async () => {
    const { study, store } = await opened();
    const replace = store.replace.bind(store);
    store.replace = async (path, ...rest) => {
      if (path === 'codebook.md') throw new Error('no rights');
      return replace(path, ...rest);
    };
    const deletion: Deletion = { entries: ['slow'], contents: 'keep', codings: { do: 'remove' } };
    await assert.rejects(deleteEntries(study, deletion), /no rights/);
    assert.deepEqual(texts(store), FILES);
  });
});

describe('several changes of the codebook as one', () => {
  it('are one edit of the file, each change seeing what the one before it left', async () => {
    const { study, store } = await opened();
    const done = await changeCodebookOf(
      study,
      { do: 'add', kind: 'theme', title: 'New one' },
      { do: 'move', entries: ['pay', 'hope'], to: { under: 'new-one' } },
      { do: 'rename', entry: 'new-one', title: 'Newer one' },
    );
    assert.equal(done.edits.length, 1);
    assert.equal(store.writtenPaths.length, 1);
    assert.deepEqual(
      study.entry('new-one')?.children.map(({ id }) => id),
      ['hope', 'pay'],
    );
    await undo(study, record(EMPTY_HISTORY, { title: '', edits: done.edits }));
    assert.equal(store.text('codebook.md'), CODEBOOK);
  });

  it('are all refused where one is', async () => {
    const { study, store } = await opened();
    const changes = [
      { do: 'add', kind: 'theme', title: 'New one' },
      { do: 'rename', entry: 'nowhere', title: 'x' },
    ] as const;
    await assert.rejects(changeCodebookOf(study, ...changes), ChangeRefused);
    assert.deepEqual(texts(store), FILES);
  });
});
