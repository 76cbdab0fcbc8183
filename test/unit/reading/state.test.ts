import assert from 'node:assert/strict';
import { addCodings } from '../../../src/core/coding/file.js';
import { EMPTY_HISTORY, record, redo, undo } from '../../../src/core/coding/history.js';
import { codeNote, notePassages, removeNotes, setNote } from '../../../src/core/reading/notes.js';
import { setReadingState, stateOf } from '../../../src/core/reading/setState.js';
import { type ReadingState, readingState } from '../../../src/core/reading/state.js';
import { studyProblems } from '../../../src/core/study/problems.js';
import { Study } from '../../../src/core/study/study.js';
import { CodePoints } from '../../../src/core/text/codePoints.js';
import { coding } from '../support/coding.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';
import { smallStudy, TRANSCRIPT } from '../support/studies.js';

const PP3 = 'transcripts/pp-03.md';
const NP1 = 'transcripts/np-01.md';
const READING = 'codings/EA/transcripts/pp-03.reading.ndjson';

describe('how far a coder has come', () => {
  const at = (created: string) => [coding({ created })];
  const march = '2026-03-02T10:00:00Z';
  const april = '2026-04-02T10:00:00Z';

  it('follows from codings where nothing is said', () => {
    assert.equal(readingState(undefined, []), 'unread');
    assert.equal(readingState(undefined, at(march)), 'coded');
  });

  it('is what was said last until there are later codings; done stays', () => {
    const cases: readonly (readonly [ReadingState, string, string, ReadingState])[] = [
      ['read', march, april, 'coded'],
      ['read', april, march, 'read'],
      ['unread', april, march, 'unread'],
      ['unread', march, april, 'coded'],
      ['done', march, april, 'done'],
      ['done', april, march, 'done'],
    ];
    for (const [state, since, created, expected] of cases)
      assert.equal(readingState({ state, since }, at(created)), expected, `${state} ${since}`);
    assert.equal(readingState({ state: 'read' }, at(march)), 'coded');
    assert.equal(readingState({ state: 'read', since: march }, []), 'read');
    // A coding without a time came before whatever was said.
    assert.equal(readingState({ state: 'read', since: march }, [coding({ created: 'long ago' })]), 'read');
  });
});

describe('saying how far one has come', () => {
  let store: MemoryStore;
  let study: Study;
  beforeEach(async () => {
    store = new MemoryStore(smallStudy());
    study = new Study(store, fixedEnvironment());
    await study.refresh();
  });

  it('writes one line into a file of its own, and takes it back', async () => {
    const { transcripts, edits } = await setReadingState(study, 'EA', [NP1], 'done');
    assert.deepEqual(transcripts, [NP1]);
    assert.equal(
      store.text('codings/EA/transcripts/np-01.reading.ndjson'),
      '{"state": "done", "since": "2026-03-02T10:03:11Z"}\n',
    );
    assert.equal(stateOf(study, 'EA', NP1), 'done');
    assert.equal(stateOf(study, 'Bo', NP1), 'unread');
    const undone = await undo(study, record(EMPTY_HISTORY, { title: '', edits }));
    assert.equal(store.text('codings/EA/transcripts/np-01.reading.ndjson'), undefined);
    assert.equal(stateOf(study, 'EA', NP1), 'unread');
    await redo(study, undone?.history ?? EMPTY_HISTORY);
    assert.equal(stateOf(study, 'EA', NP1), 'done');
  });

  it('writes nothing that follows anyway, and removes the file with its last line', async () => {
    assert.equal(stateOf(study, 'EA', PP3), 'coded');
    assert.deepEqual((await setReadingState(study, 'EA', [PP3, NP1], 'coded')).edits, []);
    await setReadingState(study, 'EA', [PP3], 'done');
    assert.ok(store.text(READING));
    await setReadingState(study, 'EA', [PP3], 'coded');
    assert.equal(store.text(READING), undefined);
    assert.equal(stateOf(study, 'EA', PP3), 'coded');
  });

  it('lets a coded transcript be unread again, until it is coded further', async () => {
    await setReadingState(study, 'EA', [PP3], 'unread');
    assert.equal(stateOf(study, 'EA', PP3), 'unread');
    const later = coding({ id: 'cccccccccc', created: '2026-06-01T00:00:00Z' });
    await study.update('codings/EA/transcripts/pp-03.jsonl', text => addCodings(text, [later]));
    assert.equal(stateOf(study, 'EA', PP3), 'coded');
  });

  it('refuses that coding has begun where it has not', async () => {
    await assert.rejects(
      setReadingState(study, 'EA', [NP1], 'coded'),
      /has not coded anything in transcripts\/np-01\.md/,
    );
  });
});

describe('notes without codes', () => {
  let store: MemoryStore;
  let study: Study;
  const seen = { transcript: PP3, points: new CodePoints(TRANSCRIPT), base: '3f2a9c1d04be' };
  const start = TRANSCRIPT.indexOf('it got');
  const span = { start, end: start + 'it got better'.length };
  beforeEach(async () => {
    store = new MemoryStore(smallStudy());
    study = new Study(store, fixedEnvironment());
    await study.refresh();
  });

  it('are lines with the keys of a coding but the code', async () => {
    const { notes } = await notePassages(study, seen, 'EA', [span], 'Better than what?');
    const line = store.text(READING) ?? '';
    assert.match(
      line,
      /^\{"quote": "it got better", "at": \[\d+, \d+\], "context": \[".*PP3:\*\* I think ", " after that\. 😀\\n"\], /,
    );
    assert.deepEqual(Object.keys(JSON.parse(line)), ['quote', 'at', 'context', 'base', 'memo', 'created', 'id']);
    assert.equal(study.readings.find(notes[0]?.id ?? '')?.note.memo, 'Better than what?');
    assert.equal(stateOf(study, 'JS', PP3), 'unread');
    assert.deepEqual(
      studyProblems(study).filter(({ file }) => file === READING),
      [],
    );
  });

  it('are rewritten in place, keep what is not known, and go when they are empty', async () => {
    const { notes } = await notePassages(study, seen, 'EA', [span], 'a');
    const id = notes[0]?.id ?? '';
    store.put(READING, (store.text(READING) ?? '').replace('"memo"', '"mood": "good", "memo"'));
    await study.refresh();
    await setNote(study, id, 'b\nc');
    assert.match(store.text(READING) ?? '', /"mood": "good", "memo": "b\\nc"/);
    assert.deepEqual((await setNote(study, id, 'b\nc')).edits, []);
    await setNote(study, id, '  ');
    assert.equal(store.text(READING), undefined);
    assert.deepEqual((await removeNotes(study, [id])).edits, []);
  });

  it('become the memo of a coding when they are coded, as one undo', async () => {
    const { notes } = await notePassages(study, seen, 'JS', [span], 'Better than what?');
    const id = notes[0]?.id ?? '';
    const before = store.text('codings/JS/transcripts/pp-03.reading.ndjson');
    const { codings, edits } = await codeNote(study, id, { ...seen, span }, [{ id: 'hope' }]);
    assert.deepEqual(
      codings.map(({ code, quote, memo }) => [code, quote, memo]),
      [['hope', 'it got better', 'Better than what?']],
    );
    assert.equal(study.readings.has(id), false);
    await undo(study, record(EMPTY_HISTORY, { title: '', edits }));
    assert.equal(store.text('codings/JS/transcripts/pp-03.reading.ndjson'), before);
    assert.equal(store.text('codings/JS/transcripts/pp-03.jsonl'), undefined);
  });

  it('stay where the passage has the code already', async () => {
    const { notes } = await notePassages(study, seen, 'JS', [span, span], 'twice');
    await codeNote(study, notes[0]?.id ?? '', { ...seen, span }, [{ id: 'hope' }]);
    const again = await codeNote(study, notes[1]?.id ?? '', { ...seen, span }, [{ id: 'hope' }]);
    assert.deepEqual(again.codings, []);
    assert.equal(study.readings.has(notes[1]?.id ?? ''), true);
  });
});
