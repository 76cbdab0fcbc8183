import assert from 'node:assert/strict';
import { codePassage, type Passage, removeCodingsById } from '../../../src/core/coding/actions.js';
import { baseOf } from '../../../src/core/coding/blobId.js';
import { Study } from '../../../src/core/study/study.js';
import { CodePoints } from '../../../src/core/text/codePoints.js';
import { applyLineEdits, invertLineEdits } from '../../../src/core/text/lineEdit.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';
import { CODEBOOK, smallStudy, TRANSCRIPT } from '../support/studies.js';

const PATH = 'transcripts/pp-03.md';
const EA = 'codings/EA/transcripts/pp-03.jsonl';
const BO = 'codings/Bo/transcripts/pp-03.jsonl';

async function opened(files = smallStudy()): Promise<{ store: MemoryStore; study: Study }> {
  const store = new MemoryStore(files);
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return { store, study };
}

function passage(quote: string, text = TRANSCRIPT): Passage {
  const points = new CodePoints(text);
  const start = points.fromUtf16(text.indexOf(quote));
  const span = { start, end: start + new CodePoints(quote).length };
  return { transcript: PATH, points, base: baseOf(encodeUtf8(text)), span };
}

describe('coding a passage', () => {
  it('writes one line a code and nothing else', async () => {
    const { store, study } = await opened();
    const before = store.text(EA);
    const { codings } = await codePassage(study, passage('after that. 😀'), 'EA', [{ id: 'hope' }], 'my note');
    const [made] = codings;
    assert.deepEqual(store.writtenPaths, [EA]);
    const base = baseOf(encodeUtf8(TRANSCRIPT));
    const context = '["\\n**PP3:** I think it got better ", "\\n"]';
    assert.equal(
      store.text(EA),
      `${before}{"code": "hope", "quote": "after that. 😀", "at": [53, 66], "context": ${context}, "base": "${base}", "memo": "my note", "created": "2026-03-02T10:03:11Z", "id": "${made?.id}"}\n`,
    );
    assert.equal([...(made?.context?.[0] ?? '')].length, 32);
    assert.match(made?.id ?? '', /^[0-9a-z]{10}$/);
    assert.ok(made !== undefined && study.index.has(made.id));
  });

  it('never writes into a transcript', async () => {
    const { store, study } = await opened();
    const bytes = store.bytes(PATH);
    await codePassage(study, passage('it got better'), 'Cy', [{ id: 'hope' }, { title: 'New one' }]);
    await removeCodingsById(study, ['aaaaaaaaaa', 'bbbbbbbbbb']);
    assert.equal(store.bytes(PATH), bytes);
    assert.ok(!store.writtenPaths.includes(PATH));
  });

  it('writes a new code to the codebook before the coding that uses it', async () => {
    const { store, study } = await opened();
    const { codings, edits } = await codePassage(study, passage('it got better'), 'EA', [
      { title: 'Getting better', theme: 'influence' },
    ]);
    assert.deepEqual(store.writtenPaths, ['codebook.md', EA]);
    assert.deepEqual(
      edits.map(edit => edit.path),
      ['codebook.md', EA],
    );
    assert.equal(codings[0]?.code, 'getting-better');
    const entry = study.entry('getting-better');
    assert.deepEqual(
      [entry?.title, entry?.kind, entry?.idWritten, entry?.parent?.id],
      ['Getting better', 'code', true, 'influence'],
    );
  });

  it('makes codebook and coding file where there are none', async () => {
    const { store, study } = await opened({ [PATH]: TRANSCRIPT });
    await codePassage(study, passage('it got better'), 'EA', [{ title: 'Hope' }]);
    assert.match(store.text('codebook.md') ?? '', /^# Codebook\n\n## Hope \{#hope\}\n/);
    assert.equal(store.text(EA)?.split('\n').length, 2);
  });

  it('writes the id of a code out the first time it is used, and only then', async () => {
    const { store, study } = await opened();
    await codePassage(study, passage('it got better'), 'EA', [{ id: 'being-heard' }]);
    assert.equal(store.text('codebook.md'), CODEBOOK.replace('### Being heard', '### Being heard {#being-heard}'));
    await codePassage(study, passage('after that'), 'EA', [{ id: 'being-heard' }]);
    assert.deepEqual(store.writtenPaths, ['codebook.md', EA, EA]);
  });

  it('does not give the same code to the same passage twice, not even in one go', async () => {
    const { store, study } = await opened();
    const first = await codePassage(study, passage('it got better'), 'EA', [
      { id: 'hope' },
      { id: 'hope' },
      { id: 'being-heard' },
    ]);
    assert.deepEqual(
      first.codings.map(coding => coding.code),
      ['hope', 'being-heard'],
    );
    const after = store.text(EA);
    const second = await codePassage(study, passage('it got better'), 'EA', [{ id: 'being-heard' }, { id: 'hope' }]);
    assert.deepEqual([second.codings, store.text(EA)], [[], after]);
    const other = await codePassage(study, passage('it got better'), 'Bo', [{ id: 'hope' }]);
    assert.equal(other.codings.length, 1);
  });

  it('codes other words that came to stand where coded words stood', async () => {
    const { study } = await opened();
    await codePassage(study, passage('it got better'), 'EA', [{ id: 'hope' }]);
    const edited = TRANSCRIPT.replace('it got better', 'we got slower');
    const { codings } = await codePassage(study, passage('we got slower', edited), 'EA', [{ id: 'hope' }]);
    assert.equal(codings[0]?.quote, 'we got slower');
  });

  it('keeps what a colleague’s program wrote meanwhile, and makes each coding once', async () => {
    const { store, study } = await opened();
    const theirs = store.text(EA)?.replace('aaaaaaaaaa', 'theirs0000') ?? '';
    store.beforeReplace = () => store.put(EA, store.text(EA) + theirs);
    const { codings } = await codePassage(study, passage('after that'), 'EA', [{ id: 'hope' }]);
    assert.equal(codings.length, 1);
    const ids = study.index.file(EA)?.codings.map(coding => coding.id);
    assert.deepEqual(ids?.sort(), ['aaaaaaaaaa', 'theirs0000', codings[0]?.id].sort());
  });

  it('can be taken back: its edits inverted, last first, give every file as it was', async () => {
    const { store, study } = await opened();
    const before = ['codebook.md', EA].map(path => store.text(path));
    const { edits } = await codePassage(study, passage('after that'), 'EA', [
      { id: 'being-heard' },
      { title: 'Brand new' },
    ]);
    assert.equal(edits.length, 3);
    for (const { path, edits: one } of [...edits].reverse()) {
      store.put(path, applyLineEdits(store.bytes(path), invertLineEdits(one)));
    }
    assert.deepEqual(
      ['codebook.md', EA].map(path => store.text(path)),
      before,
    );
  });
});

describe('removing codings', () => {
  it('takes their lines away, in the files of all coders', async () => {
    const { store, study } = await opened();
    const { codings, edits } = await removeCodingsById(study, ['aaaaaaaaaa', 'bbbbbbbbbb', 'gone000000']);
    assert.deepEqual(codings.map(coding => coding.id).sort(), ['aaaaaaaaaa', 'bbbbbbbbbb']);
    assert.deepEqual(edits.map(edit => edit.path).sort(), [BO, EA]);
    assert.deepEqual([store.text(EA), store.text(BO), study.index.size], [undefined, undefined, 0]);
  });

  it('tells what it removed once, also when the file changed meanwhile', async () => {
    const { store, study } = await opened();
    store.beforeReplace = () =>
      store.put(EA, `${store.text(EA)}${store.text(EA)?.replace('aaaaaaaaaa', 'theirs0000')}`);
    const { codings } = await removeCodingsById(study, ['aaaaaaaaaa']);
    assert.deepEqual(
      codings.map(coding => coding.id),
      ['aaaaaaaaaa'],
    );
    assert.deepEqual(
      study.index.file(EA)?.codings.map(coding => coding.id),
      ['theirs0000'],
    );
  });

  it('passes over ids that are gone, and writes nothing', async () => {
    const { store, study } = await opened();
    const done = await removeCodingsById(study, ['gone000000']);
    assert.deepEqual([done, store.calls.replace], [{ codings: [], edits: [] }, 0]);
  });
});
