import assert from 'node:assert/strict';
import { baseOf } from '../../../src/core/coding/blobId.js';
import { Study } from '../../../src/core/study/study.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';
import { smallStudy, TRANSCRIPT } from '../support/studies.js';

const PATH = 'transcripts/pp-03.md';

async function opened(): Promise<{ store: MemoryStore; study: Study }> {
  const store = new MemoryStore(smallStudy());
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  store.readPaths.length = 0;
  return { store, study };
}

describe('the transcripts of an open study', () => {
  it('are read once, when somebody looks, and again after they changed', async () => {
    const { store, study } = await opened();
    const [first, again] = await Promise.all([study.transcripts.get(PATH), study.transcripts.get(PATH)]);
    assert.equal(first?.text, TRANSCRIPT);
    assert.equal(again, first);
    assert.deepEqual(store.readPaths, [PATH]);
    store.put(PATH, `${TRANSCRIPT}More.\n`);
    await study.reload([PATH]);
    assert.equal((await study.transcripts.get(PATH))?.text, `${TRANSCRIPT}More.\n`);
    assert.deepEqual(store.readPaths, [PATH, PATH]);
  });

  it('know the blob id of their bytes, line ends and byte order mark included', async () => {
    const { store, study } = await opened();
    const raw = `\ufeff${TRANSCRIPT.replaceAll('\n', '\r\n')}`;
    store.put(PATH, raw);
    await study.reload([PATH]);
    const loaded = await study.transcripts.get(PATH);
    assert.equal(loaded?.text, TRANSCRIPT);
    assert.equal(loaded?.base, baseOf(store.bytes(PATH) ?? assert.fail()));
    assert.equal((await study.transcripts.text(PATH))?.points.text, TRANSCRIPT);
  });

  it('are undefined where there is no file, until there is one', async () => {
    const { store, study } = await opened();
    assert.equal(await study.transcripts.get('transcripts/new.md'), undefined);
    assert.equal(await study.transcripts.text('transcripts/new.md'), undefined);
    store.put('transcripts/new.md', 'text\n');
    await study.reload(['transcripts/new.md']);
    assert.equal((await study.transcripts.get('transcripts/new.md'))?.text, 'text\n');
  });

  it('are tried again after a read that failed', async () => {
    const { store, study } = await opened();
    store.unreadable.add(PATH);
    await assert.rejects(study.transcripts.get(PATH), /permission/);
    store.unreadable.clear();
    assert.equal((await study.transcripts.get(PATH))?.text, TRANSCRIPT);
  });

  it('are not all kept: memory stays flat however many are looked at', async () => {
    const { store, study } = await opened();
    for (let i = 0; i < 100; i++) store.put(`transcripts/${i}.md`, `text ${i}\n`);
    for (let i = 0; i < 100; i++) await study.transcripts.get(`transcripts/${i}.md`);
    store.readPaths.length = 0;
    await study.transcripts.get('transcripts/99.md');
    await study.transcripts.get('transcripts/0.md');
    assert.deepEqual(store.readPaths, ['transcripts/0.md']);
  });
});
