import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { EditedLines, sameRanges } from '../../../src/extension/highlights/untouched.js';

type Place = [line: number, character: number];

function range([startLine, startCharacter]: Place, [endLine, endCharacter]: Place): vscode.Range {
  const [start, end] = [
    { line: startLine, character: startCharacter },
    { line: endLine, character: endCharacter },
  ];
  const isEqual = (other: vscode.Range): boolean =>
    JSON.stringify([other.start, other.end]) === JSON.stringify([start, end]);
  return { start, end, isSingleLine: startLine === endLine, isEqual } as vscode.Range;
}

function edited(...changes: [range: vscode.Range, text: string][]): EditedLines {
  const lines = new EditedLines();
  lines.edit(changes.map(([range, text]) => ({ range, text }) as vscode.TextDocumentContentChangeEvent));
  return lines;
}

describe('what an edit leaves where it is', () => {
  const passages = [range([2, 0], [2, 9]), range([4, 3], [6, 1])];

  it('are passages on other lines, where a letter is typed or taken away', () => {
    assert.equal(edited([range([3, 5], [3, 5]), 'a']).leaves(passages), true);
    assert.equal(edited([range([7, 5], [7, 6]), '']).leaves(passages), true);
  });

  it('is no passage on the same line, wherever in it', () => {
    assert.equal(edited([range([2, 20], [2, 20]), 'a']).leaves(passages), false);
    assert.equal(edited([range([5, 0], [5, 2]), '']).leaves(passages), false);
    assert.equal(edited([range([3, 5], [3, 5]), 'a'], [range([6, 5], [6, 5]), 'a']).leaves(passages), false);
  });

  it('is nothing where lines come in or go, be it for a moment', () => {
    for (const end of ['\n', '\r\n', 'a\rb'])
      assert.equal(edited([range([9, 0], [9, 0]), end]).leaves(passages), false, JSON.stringify(end));
    assert.equal(edited([range([9, 0], [10, 0]), '']).leaves(passages), false);
  });

  it('is all where nothing was edited', () => assert.equal(new EditedLines().leaves(passages), true));
});

describe('ranges', () => {
  it('are the same only in the same number and order', () => {
    const [a, b] = [range([1, 0], [1, 4]), range([2, 0], [2, 4])];
    assert.equal(sameRanges([a, b], [range([1, 0], [1, 4]), b]), true);
    assert.equal(sameRanges([a, b], [b, a]), false);
    assert.equal(sameRanges([a], [a, b]), false);
  });
});
