import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addNotes, parseReadingFile, replaceNotes, sayState } from '../../../src/core/reading/file.js';
import type { Note } from '../../../src/core/reading/record.js';
import { codingPath, placeOf, readingPath, readingPlaceOf } from '../../../src/core/study/layout.js';
import { applyLineEdits, invertLineEdits } from '../../../src/core/text/lineEdit.js';
import { anyCoding } from '../support/arbitraries.js';

const PLACE = { path: 'codings/EA/transcripts/a.reading.ndjson', coder: 'EA', transcript: 'transcripts/a.md' };
const STATE = '{"state": "read", "since": "2026-03-02T10:03:11Z"}';
const NOTE = '{"quote": "it got better", "at": [10, 23], "memo": "Why?", "id": "k3f9x2m1qa"}';
const parse = (...lines: string[]) => parseReadingFile(lines.join('\n'), PLACE);
const apply = (text: string, edits: Parameters<typeof applyLineEdits>[1]): string =>
  Buffer.from(applyLineEdits(Buffer.from(text), edits)).toString();

const anyNote: fc.Arbitrary<Note> = anyCoding.map(({ code, ...rest }) => ({ memo: code, ...rest }));

describe('the path of a reading file', () => {
  it('mirrors the study beside the codings, and neither is taken for the other', () => {
    for (const transcript of ['transcripts/pp-03.md', 'a.markdown', 'x.reading.md', 'x.md.md']) {
      const path = readingPath('EA', transcript);
      assert.deepEqual(readingPlaceOf(path), { path, coder: 'EA', transcript });
      assert.equal(placeOf(path), undefined);
      assert.equal(readingPlaceOf(codingPath('EA', transcript)), undefined);
    }
    assert.equal(readingPath('EA', 'transcripts/pp-03.md'), 'codings/EA/transcripts/pp-03.reading.ndjson');
  });

  it('means nothing to whoever looks for codings by their ending', () => {
    assert.ok(!readingPath('EA', 'transcripts/pp-03.md').endsWith('.jsonl'));
  });
});

describe('a reading file', () => {
  it('holds a state and notes', () => {
    const { said, notes, lines, problems } = parse(STATE, '', NOTE);
    assert.equal(said?.state, 'read');
    assert.deepEqual([notes.map(({ memo }) => memo), lines, problems], [['Why?'], [2], []]);
  });

  it('reports lines that are neither, each with its line, and reads the others', () => {
    const { said, notes, problems } = parse(
      STATE,
      '<<<<<<< HEAD',
      '{"state": "skimmed"}',
      '{"state": "done", "since": 7}',
      '{"quote": "x", "at": [0, 1], "id": "a"}',
      '[]',
      NOTE,
    );
    assert.deepEqual([said?.state, notes.length], ['read', 1]);
    assert.deepEqual(
      problems.map(({ rule, line }) => `${rule} ${line}`),
      ['broken-line 2', 'broken-line 3', 'broken-line 4', 'broken-line 5', 'broken-line 6'],
    );
    assert.match(problems[1]?.message ?? '', /“?"skimmed"”? is not known/);
  });

  it('counts the latest state where a merge left two, wherever it stands, and reports the others', () => {
    const later = '{"state": "done", "since": "2026-04-02T10:03:11Z"}';
    for (const lines of [
      [STATE, later],
      [later, STATE],
    ]) {
      const { said, problems } = parse(...lines);
      assert.equal(said?.state, 'done');
      assert.deepEqual(
        problems.map(({ rule, line }) => `${rule} ${line}`),
        [`state-twice ${lines.indexOf(STATE) + 1}`],
      );
    }
    assert.deepEqual(
      parse(NOTE, NOTE).problems.map(({ rule, line }) => `${rule} ${line}`),
      ['note-twice 2'],
    );
  });

  it('gets a state as its first line, once, and keeps what it does not know', () => {
    const since = '2026-05-01T00:00:00Z';
    const said = { state: 'done', since } as const;
    assert.equal(apply(`${NOTE}\n`, sayState(`${NOTE}\n`, said)), `{"state": "done", "since": "${since}"}\n${NOTE}\n`);
    const two = '{"state": "read", "mood": "good", "since": "2026-03-02T10:03:11Z"}\nbroken\n{"state": "unread"}\n';
    assert.equal(apply(two, sayState(two, said)), `{"state": "done", "mood": "good", "since": "${since}"}\nbroken\n`);
    assert.equal(apply(two, sayState(two, undefined)), 'broken\n');
  });

  it('takes notes in, changes and removes them, touches no other line, and takes it back byte for byte', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyNote, { selector: ({ id }) => id, minLength: 1, maxLength: 8 }),
        fc.nat(7),
        fc.constantFrom('', `${STATE}\n`, `${STATE}\n<<<<<<< HEAD\n{"x": 1}\n`),
        (notes, count, start) => {
          const first = notes.slice(0, count);
          const before = apply(start, addNotes(start, first));
          const edits = addNotes(before, notes.slice(count));
          const after = apply(before, edits);
          assert.deepEqual(
            new Set(parseReadingFile(after, PLACE).notes.map(({ id }) => id)),
            new Set(notes.map(({ id }) => id)),
          );
          assert.equal(apply(after, invertLineEdits(edits)), before);
          const gone = apply(
            after,
            replaceNotes(after, () => undefined),
          );
          assert.equal(gone, start);
        },
      ),
    );
  });
});
