import assert from 'node:assert/strict';
import { addCode } from '../../../src/core/codebook/edit.js';
import { Study } from '../../../src/core/study/study.js';
import { decodeUtf8, encodeUtf8 } from '../../../src/core/text/utf8.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';
import { smallStudy } from '../support/studies.js';

const PATH = 'codebook.md';

/** Files of which one is open in an editor with unsaved changes: it is read there, and changed and saved there. */
class EditorStore extends MemoryStore {
  unsaved: string | undefined;

  override async read(path: string): Promise<Uint8Array | undefined> {
    const onDisk = await super.read(path);
    return path === PATH && this.unsaved !== undefined ? encodeUtf8(this.unsaved) : onDisk;
  }

  override async replace(path: string, expected: Uint8Array | undefined, next: Uint8Array | undefined) {
    if (path !== PATH || this.unsaved === undefined || next === undefined) return super.replace(path, expected, next);
    if (expected === undefined || decodeUtf8(expected) !== this.unsaved) return false;
    this.unsaved = undefined;
    this.put(path, next);
    return true;
  }
}

async function opened() {
  const store = new EditorStore(smallStudy());
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  const events: string[][] = [];
  study.onDidChange(({ paths }) => events.push([...paths]));
  const saved = store.text(PATH) ?? '';
  const type = async (text: string | undefined): Promise<void> => {
    store.unsaved = text;
    await study.reread(PATH);
  };
  return { store, study, events, saved, type };
}

describe('typing in the codebook', () => {
  it('shows before it is saved, and goes when it is not', async () => {
    const { study, events, saved, type } = await opened();
    await type(`${saved}\n### Quiet rooms\n`);
    assert.equal(study.titleOf('quiet-rooms'), 'Quiet rooms');
    await type(undefined);
    assert.equal(study.entry('quiet-rooms'), undefined);
    assert.equal(study.codebook.text, saved);
    assert.deepEqual(events, [[PATH], [PATH]]);
  });

  it('says nothing, and parses nothing, where the text is as known: typed and saved, or touched only', async () => {
    const { store, study, events, saved, type } = await opened();
    await type(`${saved}\n### Quiet rooms\n`);
    const { codebook } = study;
    store.put(PATH, store.unsaved);
    store.unsaved = undefined;
    await study.reload([PATH]);
    await study.reread(PATH);
    assert.equal(study.codebook, codebook);
    assert.deepEqual(events, [[PATH]]);
  });

  it('shows a codebook that is not on disk yet, and none once it is turned away from', async () => {
    const { store, study, type } = await opened();
    store.put(PATH, undefined);
    await study.reload([PATH]);
    assert.equal(study.hasCodebook, false);
    await type('# New\n\n## Hope\n');
    assert.deepEqual([study.hasCodebook, study.titleOf('hope')], [true, 'Hope']);
    await type(undefined);
    assert.deepEqual([study.hasCodebook, study.titleOf('hope')], [false, 'hope']);
  });

  it('is kept by a change that is made meanwhile, which goes where the person types', async () => {
    const { store, study, saved, type } = await opened();
    await type(`${saved}\n### Quiet rooms\n`);
    store.unsaved = `${saved}\n### Quiet room`;
    await study.update(PATH, text => addCode(text, { title: 'Tea', theme: 'influence' }).edits);
    assert.match(store.text(PATH) ?? '', /### Quiet room\n\n### Tea \{#tea\}$/);
    assert.deepEqual(
      study.codebook.entries.map(entry => entry.id),
      ['influence', 'hope', 'being-heard', 'quiet-room', 'tea'],
    );
  });

  it('leaves alone what is no file of the study that is kept', async () => {
    const { store, study, events } = await opened();
    const before = store.calls.read;
    await study.reread('transcripts/pp-03.md');
    assert.deepEqual([store.calls.read - before, events.length], [0, 0]);
  });
});
