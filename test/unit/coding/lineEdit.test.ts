import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyLineEdits, EditConflict, invertLineEdits, type LineEdit } from '../../../src/core/text/lineEdit.js';
import { decodeUtf8, encodeUtf8 } from '../../../src/core/text/utf8.js';
import { anyFile, rawLines } from '../support/byteFiles.js';

const apply = (text: string, edits: readonly LineEdit[]): string => decodeUtf8(applyLineEdits(encodeUtf8(text), edits));

const anyWords = fc.string({ unit: 'binary', minLength: 1, maxLength: 10 }).filter(text => !/[\r\n]/.test(text));

/** For each line (and the place behind the last) what to do: put lines before it, or take some away for others. */
function editsFor(
  lines: readonly string[],
  plan: readonly { skip: number; take: number; insert: string[] }[],
): LineEdit[] {
  const edits: LineEdit[] = [];
  let line = 0;
  for (const { skip, take, insert } of plan) {
    line += skip;
    if (line > lines.length) break;
    const remove = lines.slice(line, line + take);
    edits.push({ line, remove, insert });
    line += remove.length + 1;
  }
  return edits;
}

const anyPlan = fc.array(
  fc.record({ skip: fc.nat(2), take: fc.nat(2), insert: fc.array(anyWords, { maxLength: 3 }) }),
  { maxLength: 4 },
);

describe('line edits', () => {
  it('insert, remove and replace lines; line numbers are those before the first of them', () => {
    const edits = [
      { line: 3, remove: ['d'], insert: ['D', 'E'] },
      { line: 0, remove: [], insert: ['first'] },
      { line: 1, remove: ['b'], insert: [] },
    ];
    assert.equal(apply('a\nb\nc\nd\n', edits), 'first\na\nc\nD\nE\n');
  });

  it('make a file, and add behind its last line', () => {
    assert.equal(decodeUtf8(applyLineEdits(undefined, [{ line: 0, remove: [], insert: ['a', 'b'] }])), 'a\nb\n');
    assert.equal(apply('a\n', [{ line: 9, remove: [], insert: ['b'] }]), 'a\nb\n');
  });

  it('leave a last line open that was, and never lose an empty line', () => {
    assert.equal(apply('a', [{ line: 1, remove: [], insert: ['b'] }]), 'a\nb');
    assert.equal(apply('a\n\nb', [{ line: 2, remove: ['b'], insert: [] }]), 'a\n\n');
  });

  it('end new lines as the first line ends, behind a byte order mark too', () => {
    assert.equal(apply('\ufeffa\r\nb\r\n', [{ line: 0, remove: [], insert: ['x'] }]), '\ufeffx\r\na\r\nb\r\n');
  });

  it('are refused where a line is not what they say, or where they overlap', () => {
    const refused = (edits: LineEdit[]): void => assert.throws(() => apply('a\nb\n', edits), EditConflict);
    refused([{ line: 0, remove: ['A'], insert: [] }]);
    refused([{ line: 1, remove: ['b', 'c'], insert: [] }]);
    refused([
      { line: 0, remove: ['a', 'b'], insert: [] },
      { line: 1, remove: ['b'], insert: [] },
    ]);
  });

  it('keep every line they do not name, whatever its bytes', () => {
    fc.assert(
      fc.property(anyFile, fc.nat(8), anyWords, (bytes, line, insert) => {
        const before = rawLines(bytes);
        const after = rawLines(applyLineEdits(bytes, [{ line, remove: [], insert: [insert] }]));
        const at = Math.min(line, before.lines.length);
        const expected = before.lines.map(each => each.text);
        expected.splice(at, 0, Buffer.from(insert).toString('latin1'));
        assert.deepEqual(
          after.lines.map(each => each.text),
          expected,
        );
      }),
    );
  });

  it('that insert are taken back byte for byte in any file', () => {
    fc.assert(
      fc.property(
        anyFile,
        fc.array(fc.tuple(fc.nat(8), fc.array(anyWords, { minLength: 1, maxLength: 2 })), { maxLength: 3 }),
        (bytes, plan) => {
          const count = rawLines(bytes).lines.length;
          const byLine = new Map(plan.map(([line, insert]) => [Math.min(line, count), insert]));
          const edits = [...byLine].map(([line, insert]) => ({ line, remove: [], insert }));
          const back = applyLineEdits(applyLineEdits(bytes, edits), invertLineEdits(edits));
          assert.deepEqual(Buffer.from(back), Buffer.from(bytes));
        },
      ),
    );
  });

  // A removed line leaves only its words in the edit: its line end must be the file's, and one line must stay to show it.
  it('of every kind are taken back byte for byte in a file with line ends of one kind', () => {
    const anyLines = fc.array(anyWords, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        anyLines,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.boolean(),
        anyPlan,
        (lines, end, mark, open, plan) => {
          const edits = editsFor(lines, plan);
          const bytes = encodeUtf8(`${mark ? '\ufeff' : ''}${lines.join(end)}${open ? '' : end}`);
          const after = applyLineEdits(bytes, edits);
          fc.pre(rawLines(after).lines.length > 0 && (end === '\n' || rawLines(after).lines[0]?.end === end));
          const back = applyLineEdits(after, invertLineEdits(edits));
          assert.deepEqual(Buffer.from(back), Buffer.from(bytes));
        },
      ),
    );
  });

  it('inverted twice are themselves', () => {
    const edits = [
      { line: 0, remove: ['a'], insert: ['x', 'y'] },
      { line: 2, remove: [], insert: ['z'] },
    ];
    assert.deepEqual(invertLineEdits(invertLineEdits(edits)), edits);
  });
});
