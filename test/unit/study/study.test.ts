import assert from 'node:assert/strict';
import { addCodings } from '../../../src/core/coding/file.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { isMarkdown } from '../../../src/core/study/layout.js';
import { Study } from '../../../src/core/study/study.js';
import { BusyFile } from '../../../src/core/study/write.js';
import { coding } from '../support/coding.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';
import { smallStudy } from '../support/studies.js';

const EA = 'codings/EA/transcripts/pp-03.jsonl';
const line = (id: string): string => `${formatCodingLine(coding({ id }))}\n`;

async function opened(files = smallStudy()): Promise<{ store: MemoryStore; study: Study; events: string[][] }> {
  const store = new MemoryStore(files);
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  const events: string[][] = [];
  study.onDidChange(event => events.push([...event.paths].sort()));
  return { store, study, events };
}

describe('opening a study', () => {
  it('reads codings, codebook, study file and participants, and no transcript', async () => {
    const { store, study } = await opened();
    assert.deepEqual(
      store.readPaths.filter(path => path !== 'codebook.md' && isMarkdown(path)),
      [],
    );
    assert.equal(store.calls.read, 5);
    assert.equal(store.calls.list, 1);
    assert.equal(study.index.size, 2);
    assert.equal(study.config.title, 'Peers');
    assert.equal(study.participants.find('PP3')?.role, 'peer');
    assert.equal(study.hasCodebook, true);
  });

  it('lists the transcripts, those that are coded but gone as well', async () => {
    const { study } = await opened({ ...smallStudy(), 'codings/EA/transcripts/lost.jsonl': line('cccccccccc') });
    assert.deepEqual(study.transcriptPaths(), ['transcripts/lost.md', 'transcripts/np-01.md', 'transcripts/pp-03.md']);
    assert.deepEqual(
      study.transcriptPaths().map(path => study.exists(path)),
      [false, true, true],
    );
  });

  it('finds nothing in an empty folder, without a word', async () => {
    const { study } = await opened({});
    assert.deepEqual([study.transcriptPaths(), study.index.size, study.hasCodebook], [[], 0, false]);
  });

  it('counts its progress up to the number of files', async () => {
    const study = new Study(new MemoryStore(smallStudy()), fixedEnvironment());
    const seen: string[] = [];
    await study.refresh((done, total) => seen.push(`${done}/${total}`));
    assert.deepEqual(seen, ['1/7', '2/7', '3/7', '4/7', '5/7', '6/7', '7/7']);
  });

  it('reads all other files when one cannot be read, then says which', async () => {
    const store = new MemoryStore(smallStudy());
    store.unreadable.add(EA);
    const study = new Study(store, fixedEnvironment());
    const events: (readonly string[])[] = [];
    study.onDidChange(event => events.push(event.paths));
    await assert.rejects(study.refresh(), /pp-03\.jsonl/);
    assert.equal(study.index.size, 1);
    assert.equal(events[0]?.length, 6);
    store.unreadable.clear();
    assert.deepEqual(await study.refresh(), [EA]);
    assert.equal(study.index.size, 2);
  });

  it('goes on where it was cancelled', async () => {
    const store = new MemoryStore(smallStudy());
    const study = new Study(store, fixedEnvironment());
    const cancellation = { cancelled: false };
    const first = await study.refresh(() => {
      cancellation.cancelled = true;
    }, cancellation);
    cancellation.cancelled = true;
    const nothing = await study.refresh(undefined, cancellation);
    const second = await study.refresh();
    assert.deepEqual(nothing, []);
    assert.deepEqual([...first, ...second].sort(), Object.keys(smallStudy()).sort());
    assert.equal(study.index.size, 2);
  });
});

describe('a study that others change too', () => {
  it('takes in new, changed and deleted files, and reads no other', async () => {
    const { store, study, events } = await opened();
    store.put(EA, line('cccccccccc') + line('dddddddddd'));
    store.put('codings/Cy/transcripts/np-01.jsonl', line('eeeeeeeeee'));
    store.put('codings/Bo/transcripts/pp-03.jsonl', undefined);
    store.put('verbatim.json', undefined);
    store.readPaths.length = 0;
    const changed = await study.refresh();
    const expected = ['codings/Bo/transcripts/pp-03.jsonl', 'codings/Cy/transcripts/np-01.jsonl', EA, 'verbatim.json'];
    assert.deepEqual([...changed].sort(), expected);
    assert.deepEqual(events, [expected]);
    assert.deepEqual(store.readPaths.sort(), ['codings/Cy/transcripts/np-01.jsonl', EA]);
    assert.deepEqual(
      ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc', 'dddddddddd', 'eeeeeeeeee'].map(id => study.index.has(id)),
      [false, false, true, true, true],
    );
    assert.equal(study.config.title, undefined);
  });

  it('tells nobody when nothing changed', async () => {
    const { store, study, events } = await opened();
    const reads = store.calls.read;
    assert.deepEqual(await study.refresh(), []);
    await study.reload(Object.keys(smallStudy()));
    assert.deepEqual([store.calls.read, events], [reads, []]);
  });

  it('takes in single files: new, changed, deleted; those it knows are not read', async () => {
    const { store, study, events } = await opened();
    store.put(EA, line('cccccccccc'));
    store.put('codebook.md', undefined);
    store.put('transcripts/new.md', 'text');
    store.readPaths.length = 0;
    await study.reload([EA, 'codebook.md', 'transcripts/new.md', 'transcripts/pp-03.md', 'nowhere.md']);
    assert.deepEqual(events, [['codebook.md', EA, 'transcripts/new.md']]);
    assert.deepEqual(store.readPaths, [EA]);
    assert.deepEqual(
      [study.hasCodebook, study.index.has('cccccccccc'), study.exists('transcripts/new.md')],
      [false, true, true],
    );
  });

  it('stops calling back a listener that was put away', async () => {
    const { store, study } = await opened();
    let calls = 0;
    const listener = study.onDidChange(() => calls++);
    listener.dispose();
    store.put(EA, undefined);
    await study.refresh();
    assert.equal(calls, 0);
  });

  it('counts a code’s codings under its former ids too', async () => {
    const { store, study } = await opened();
    const hope = study.entry('optimism');
    assert.equal(hope?.id, 'hope');
    assert.deepEqual(hope && study.idsOf(hope), ['hope', 'optimism']);
    store.put('codebook.md', '# Codebook\n\n## Hope\n\n## Optimism\n');
    await study.reload(['codebook.md']);
    assert.deepEqual(study.idsOf(study.entry('hope') ?? assert.fail()), ['hope']);
  });
});

describe('changing a file of a study', () => {
  const add = (study: Study, id: string) => study.update(EA, text => addCodings(text, [coding({ id })]));

  it('is on disk and in the index when it returns, and is told once', async () => {
    const { store, study, events } = await opened();
    const { edit } = await add(study, 'cccccccccc');
    assert.equal(store.text(EA), line('aaaaaaaaaa') + line('cccccccccc'));
    assert.equal(edit.edits.length, 1);
    assert.ok(study.index.has('cccccccccc'));
    assert.deepEqual(events, [[EA]]);
    assert.deepEqual(await study.refresh(), []);
  });

  it('keeps what another program wrote between our reading and writing', async () => {
    const { store, study } = await opened();
    store.beforeReplace = () => store.put(EA, `${store.text(EA)}${line('theirs0000')}`);
    await add(study, 'ours000000');
    assert.equal(store.text(EA), line('aaaaaaaaaa') + line('ours000000') + line('theirs0000'));
    assert.ok(study.index.has('ours000000') && study.index.has('theirs0000'));
  });

  it('notices what another program wrote right behind us', async () => {
    const { store, study } = await opened();
    store.afterReplace = () => store.put(EA, line('theirs0000'));
    await add(study, 'ours000000');
    assert.deepEqual(await study.refresh(), [EA]);
    assert.ok(study.index.has('theirs0000') && !study.index.has('ours000000'));
    store.afterReplace = () => store.put(EA, undefined);
    await add(study, 'ours000000');
    await study.reload([EA]);
    assert.equal(study.index.file(EA), undefined);
  });

  it('gives up with a clear message when the file never stands still', async () => {
    const { store, study } = await opened();
    const interfere = (): void => {
      store.put(EA, `${store.text(EA)}\n`);
      store.beforeReplace = interfere;
    };
    store.beforeReplace = interfere;
    await assert.rejects(add(study, 'cccccccccc'), error => error instanceof BusyFile && error.message.startsWith(EA));
    assert.ok(!store.text(EA)?.includes('cccccccccc'));
  });

  it('writes nothing and tells nobody where there is nothing to change', async () => {
    const { store, study, events } = await opened();
    const { edit } = await study.update(EA, () => []);
    assert.deepEqual([edit.edits, store.calls.replace, events], [[], 0, []]);
  });

  it('removes a coding file with its last coding', async () => {
    const { store, study } = await opened();
    await study.update(EA, text => [{ line: 0, remove: [text?.trimEnd() ?? ''], insert: [] }]);
    assert.deepEqual([store.text(EA), study.index.file(EA), study.exists(EA)], [undefined, undefined, false]);
    assert.deepEqual(await study.refresh(), []);
  });

  it('does one change after the other when many are asked for at once', async () => {
    const { store, study } = await opened();
    const ids = Array.from({ length: 30 }, (_, i) => `many${String(i).padStart(6, '0')}`);
    await Promise.all(ids.map(id => add(study, id)));
    assert.deepEqual(
      ids.filter(id => !store.text(EA)?.includes(id)),
      [],
    );
    assert.equal(study.index.size, 32);
    assert.equal(store.calls.replace, 30);
  });

  it('fails alone: the next change works', async () => {
    const { study } = await opened();
    const failing = study.update(EA, () => {
      throw new Error('asked for');
    });
    const next = add(study, 'cccccccccc');
    await assert.rejects(failing, /asked for/);
    await next;
    assert.ok(study.index.has('cccccccccc'));
  });
});
