import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { EditedLines } from '../../../src/core/text/composeEdits.js';
import { EditConflict, invertLineEdits, type LineEdit } from '../../../src/core/text/lineEdit.js';

function apply(lines: readonly string[], edits: readonly LineEdit[]): string[] {
  const edited = new EditedLines(lines);
  edited.apply(edits);
  return edited.now;
}

describe('EditedLines', () => {
  it('tells several steps as one, and only the lines they touched', () => {
    const edited = new EditedLines(['a', 'b', 'c', 'd']);
    edited.apply([{ line: 1, remove: ['b'], insert: [] }]);
    edited.apply([{ line: 3, remove: [], insert: ['b'] }]);
    edited.apply([{ line: 0, remove: ['a'], insert: ['A'] }]);
    assert.deepEqual(edited.now, ['A', 'c', 'd', 'b']);
    assert.deepEqual(edited.edits(), [
      { line: 0, remove: ['a', 'b'], insert: ['A'] },
      { line: 4, remove: [], insert: ['b'] },
    ]);
  });

  it('has nothing to tell where everything came back', () => {
    const edited = new EditedLines(['a', 'b']);
    edited.apply([{ line: 0, remove: ['a'], insert: [] }]);
    edited.apply([{ line: 0, remove: [], insert: ['a'] }]);
    assert.deepEqual(edited.edits(), []);
  });

  it('refuses an edit of lines that are not there, and one that overlaps another', () => {
    const edited = new EditedLines(['a']);
    assert.throws(() => edited.apply([{ line: 0, remove: ['b'], insert: [] }]), EditConflict);
    const twice = { line: 0, remove: ['a'], insert: [] };
    assert.throws(() => edited.apply([twice, twice]), EditConflict);
    assert.deepEqual(edited.now, ['a']);
  });

  it('leads from the first lines to the last ones and back, whatever was done', () => {
    const line = fc.constantFrom('a', 'b', 'c', '');
    const step = fc.record({ at: fc.nat(), removed: fc.nat(3), insert: fc.array(line, { maxLength: 3 }) });
    void fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.array(step, { maxLength: 8 }), (lines, steps) => {
        const edited = new EditedLines(lines);
        for (const { at, removed, insert } of steps) {
          const from = at % (edited.now.length + 1);
          edited.apply([{ line: from, remove: edited.now.slice(from, from + removed), insert }]);
        }
        const edits = edited.edits();
        assert.deepEqual(apply(lines, edits), edited.now);
        assert.deepEqual(apply(edited.now, invertLineEdits(edits)), lines);
      }),
      { includeErrorInReport: true },
    );
  });
});
