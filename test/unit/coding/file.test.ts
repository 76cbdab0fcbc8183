import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Coding, compareCodings } from '../../../src/core/coding/coding.js';
import { addCodings, parseCodingFile, removeCodings, replaceCodings } from '../../../src/core/coding/file.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { applyLineEdits, type LineEdit } from '../../../src/core/text/lineEdit.js';
import { decodeUtf8, encodeUtf8 } from '../../../src/core/text/utf8.js';
import { anyCoding } from '../support/arbitraries.js';
import { anyFile, rawLines } from '../support/byteFiles.js';
import { coding } from '../support/coding.js';

const PLACE = { path: 'codings/EA/transcripts/pp-03.jsonl', coder: 'EA', transcript: 'transcripts/pp-03.md' };

const read = (bytes: Uint8Array): readonly Coding[] => parseCodingFile(decodeUtf8(bytes), PLACE).codings;
const write = (codings: readonly Coding[]): string => codings.map(one => `${formatCodingLine(one)}\n`).join('');

function add(bytes: Uint8Array | undefined, codings: readonly Coding[]): Uint8Array {
  return applyLineEdits(bytes, addCodings(bytes && decodeUtf8(bytes), codings));
}

describe('reading a coding file', () => {
  it('gives every coding with its line', () => {
    const one = coding({ id: 'aaaaaaaaaa' });
    const two = coding({ at: [40, 53], id: 'bbbbbbbbbb' });
    const file = parseCodingFile(`\ufeff${formatCodingLine(one)}\r\n\r\n${formatCodingLine(two)}`, PLACE);
    assert.deepEqual(file.codings, [one, two]);
    assert.deepEqual(file.lines, [0, 2]);
    assert.deepEqual(file.problems, []);
    assert.deepEqual([file.path, file.coder, file.transcript], Object.values(PLACE));
  });

  it('reports each broken line where it stands and reads all others', () => {
    const text = `<<<<<<< HEAD\n${write([coding()])}=======\n\n{"code": "a"\n[]\n${write([coding({ id: 'x' })])}>>>>>>> theirs\n{}\n`;
    const file = parseCodingFile(text, PLACE);
    assert.deepEqual(
      file.codings.map(one => one.id),
      ['k3f9x2m1qa', 'x'],
    );
    assert.deepEqual(
      file.problems.map(problem => problem.line),
      [1, 3, 5, 6, 8, 9],
    );
    for (const problem of file.problems) {
      assert.deepEqual([problem.rule, problem.severity, problem.file], ['broken-line', 'error', PLACE.path]);
    }
  });

  it('never throws and accounts for every line', () => {
    fc.assert(
      fc.property(anyFile, bytes => {
        const text = decodeUtf8(bytes);
        const file = parseCodingFile(text, PLACE);
        const lines = text.split(/\r\n|\r|\n/);
        const blank = lines.filter(line => line.trim() === '').length;
        assert.equal(file.codings.length + file.problems.length + blank, lines.length);
      }),
    );
  });
});

describe('adding codings', () => {
  it('makes a file of one line where there was none', () => {
    assert.equal(decodeUtf8(add(undefined, [coding()])), `${formatCodingLine(coding())}\n`);
  });

  it('puts them in order of position, then id', () => {
    fc.assert(
      fc.property(fc.array(anyCoding, { maxLength: 8 }), fc.array(anyCoding, { maxLength: 4 }), (there, added) => {
        const before = encodeUtf8(write([...there].sort(compareCodings)));
        const sorted = [...there, ...added].sort(compareCodings);
        assert.deepEqual(
          read(add(before, added)).map(one => [...one.at, one.id]),
          sorted.map(one => [...one.at, one.id]),
        );
      }),
    );
  });

  it('leaves every other byte as it is, whatever the file holds', () => {
    fc.assert(
      fc.property(anyFile, fc.array(anyCoding, { minLength: 1, maxLength: 3 }), (bytes, added) => {
        const inserted = new Set(added.map(one => Buffer.from(formatCodingLine(one)).toString('latin1')));
        const before = rawLines(bytes);
        const after = rawLines(add(bytes, added));
        const others = after.lines.filter(line => !inserted.has(line.text));
        assert.equal(after.mark, before.mark);
        assert.deepEqual(
          others.map(line => line.text),
          before.lines.map(line => line.text),
        );
        // Only a last line that was open may get a line end: one of the new lines may follow it, and is then open in its place.
        others.forEach((line, i) => {
          const was = before.lines[i]?.end;
          if (was !== '') assert.equal(line.end, was);
        });
        assert.equal(after.lines.at(-1)?.end === '', before.lines.at(-1)?.end === '');
      }),
    );
  });

  it('is taken back by removing them: the file is what it was, byte for byte', () => {
    fc.assert(
      fc.property(anyFile, anyCoding, (bytes, added) => {
        fc.pre(!read(bytes).some(one => one.id === added.id));
        const after = add(bytes, [added]);
        const back = applyLineEdits(after, removeCodings(decodeUtf8(after), new Set([added.id])));
        assert.deepEqual(Buffer.from(back), Buffer.from(bytes));
      }),
    );
  });

  it('ends new lines as the file does', () => {
    const crlf = `${formatCodingLine(coding({ id: 'aaaaaaaaaa' }))}\r\n`;
    const after = decodeUtf8(add(encodeUtf8(crlf), [coding({ id: 'bbbbbbbbbb' })]));
    assert.equal(after, `${crlf}${formatCodingLine(coding({ id: 'bbbbbbbbbb' }))}\r\n`);
  });
});

describe('removing and replacing codings', () => {
  const three = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'].map((id, i) => coding({ id, at: [i, i + 5] }));
  const apply = (text: string, edits: readonly LineEdit[]): string =>
    decodeUtf8(applyLineEdits(encodeUtf8(text), edits));

  it('removes those with the ids given and nothing else', () => {
    const text = `\ufeff${write(three)}broken\n`;
    const after = apply(text, removeCodings(text, new Set(['aaaaaaaaaa', 'cccccccccc', 'not there'])));
    assert.equal(after, `\ufeff${write(three.slice(1, 2))}broken\n`);
  });

  it('removes the first coding behind a byte order mark and the last before a lone return', () => {
    const text = `\ufeff${write(three).trimEnd()}\r`;
    const after = apply(text, removeCodings(text, new Set(['aaaaaaaaaa', 'cccccccccc'])));
    assert.deepEqual(
      parseCodingFile(after, PLACE).codings.map(one => one.id),
      ['bbbbbbbbbb'],
    );
  });

  it('has nothing to do where no coding has such an id', () => {
    assert.deepEqual(removeCodings(write(three), new Set(['zzzzzzzzzz'])), []);
  });

  it('replaces a coding in its place and keeps keys it does not know', () => {
    const line = `${formatCodingLine(three[1] as Coding).slice(0, -1)}, "x-tool": [1, {"a": null}]}`;
    const text = `${write(three.slice(0, 1))}${line}\r\n${write(three.slice(2))}`;
    const after = apply(
      text,
      replaceCodings(text, one => (one.id === 'bbbbbbbbbb' ? { ...one, memo: 'note' } : one)),
    );
    assert.ok(after.includes('"x-tool": [1, {"a": null}], "memo": "note"}'), after);
    assert.deepEqual(
      parseCodingFile(after, PLACE).codings.map(one => one.id),
      ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'],
    );
  });
});
