import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Coding } from '../../../src/core/coding/coding.js';
import type { CodingFile } from '../../../src/core/coding/file.js';
import { CodingIndex } from '../../../src/core/study/codingIndex.js';
import { compareTexts } from '../../../src/core/text/compare.js';
import { coding } from '../support/coding.js';

const CODERS = ['EA', 'Bo'];
const TRANSCRIPTS = ['transcripts/a.md', 'transcripts/b.md', 'c.md'];
const CODES = ['hope', 'fear', 'work', '__proto__'];
const IDS = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc', 'dddddddddd', 'constructor'];

function fileOf(coder: string, transcript: string, codings: readonly Coding[]): CodingFile {
  const path = `codings/${coder}/${transcript.replace('.md', '.jsonl')}`;
  return { path, coder, transcript, codings, lines: codings.map((_, i) => i), problems: [] };
}

const anyCodings = fc.array(
  fc.record({ code: fc.constantFrom(...CODES), id: fc.constantFrom(...IDS) }).map(over => coding(over)),
  { maxLength: 5 },
);
const anyStep = fc.record({
  coder: fc.constantFrom(...CODERS),
  transcript: fc.constantFrom(...TRANSCRIPTS),
  codings: fc.option(anyCodings, { nil: undefined }),
});

const ids = (placed: Iterable<{ coding: Coding; file: CodingFile }>): string[] =>
  [...placed].map(({ coding, file }) => `${file.path} ${coding.code} ${coding.id}`).sort();

const compareFiles = (a: CodingFile, b: CodingFile): number =>
  compareTexts(a.transcript, b.transcript) || compareTexts(a.coder, b.coder);

/** Everything the index answers must be what counting through all files gives. */
function assertSame(index: CodingIndex, model: ReadonlyMap<string, CodingFile>): void {
  const files = [...model.values()];
  const all = files.flatMap(file => file.codings.map(coding => ({ coding, file })));
  assert.equal(index.size, all.length);
  assert.deepEqual(new Set(index.allFiles()), new Set(files));
  assert.deepEqual(new Set(index.usedCodes()), new Set(all.map(({ coding }) => coding.code)));
  assert.deepEqual(new Set(index.codedTranscripts()), new Set(files.map(file => file.transcript)));
  for (const code of CODES) {
    const made = all.filter(({ coding }) => coding.code === code);
    assert.equal(index.count(code), made.length);
    assert.deepEqual(ids(index.codingsWith(code)), ids(made));
    const inOrder = [...new Set(made.map(({ file }) => file))].sort(compareFiles);
    assert.deepEqual(
      index.usesOf(code).map(({ file, codings }) => ({ file, codings })),
      inOrder.map(file => ({ file, codings: file.codings.filter(one => one.code === code) })),
    );
  }
  for (const transcript of TRANSCRIPTS) {
    assert.deepEqual(new Set(index.filesOf(transcript)), new Set(files.filter(file => file.transcript === transcript)));
  }
  for (const id of IDS) {
    const there = all.filter(({ coding }) => coding.id === id);
    assert.equal(index.has(id), there.length > 0);
    const found = index.find(id);
    assert.equal(
      there.some(({ coding, file }) => coding === found?.coding && file === found.file),
      there.length > 0,
    );
  }
  assertSameDuplicates(index, all);
}

function assertSameDuplicates(index: CodingIndex, all: readonly { coding: Coding; file: CodingFile }[]): void {
  const expected = IDS.map(id => ({
    id,
    paths: all.filter(({ coding }) => coding.id === id).map(({ file }) => file.path),
  }))
    .filter(({ paths }) => paths.length > 1)
    .map(({ id, paths }) => `${id} ${[...new Set(paths)].sort().join()}`);
  const found = [...index.duplicateIds()].map(({ id, paths }) => `${id} ${[...paths].sort().join()}`);
  assert.deepEqual(found.sort(), expected.sort());
}

describe('the index of codings', () => {
  it('answers what counting through all files would, after any sequence of changes', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 15 }), steps => {
        const index = new CodingIndex();
        const model = new Map<string, CodingFile>();
        for (const { coder, transcript, codings } of steps) {
          const file = fileOf(coder, transcript, codings ?? []);
          if (codings === undefined) {
            index.delete(file.path);
            model.delete(file.path);
          } else {
            index.set(file);
            model.set(file.path, file);
          }
          assertSame(index, model);
        }
      }),
    );
  });

  it('is empty again when every file was taken out', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 15 }), steps => {
        const index = new CodingIndex();
        for (const { coder, transcript, codings } of steps) index.set(fileOf(coder, transcript, codings ?? []));
        for (const file of [...index.allFiles()]) index.delete(file.path);
        assertSame(index, new Map());
      }),
    );
  });

  it('takes the deletion of a file it does not know for nothing', () => {
    const index = new CodingIndex();
    index.delete('codings/EA/nowhere.jsonl');
    assertSame(index, new Map());
  });

  it('tells an id that stands twice in one file from one in two files', () => {
    const index = new CodingIndex();
    index.set(fileOf('EA', 'c.md', [coding({ id: 'x' }), coding({ id: 'x' }), coding({ id: 'y' })]));
    index.set(fileOf('Bo', 'c.md', [coding({ id: 'y' })]));
    assert.deepEqual(
      [...index.duplicateIds()].map(({ id, paths }) => [id, paths]),
      [
        ['x', ['codings/EA/c.jsonl']],
        ['y', ['codings/EA/c.jsonl', 'codings/Bo/c.jsonl']],
      ],
    );
  });
});
