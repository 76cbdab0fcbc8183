import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { type Completing, completionWhenAsked } from '../../../src/extension/common/completionWhenAsked.js';

describe('completion', () => {
  it('is told the line as it was when it was asked for, however much is typed until it is loaded', async () => {
    let line = 'See [[]]';
    const document = { lineAt: () => ({ text: line }) } as unknown as vscode.TextDocument;
    const told: string[] = [];
    let loads = 0;
    let isLoaded: (completing: Completing) => void = () => assert.fail('It was not asked for.');
    const provider = completionWhenAsked(() => {
      loads++;
      return new Promise(resolve => {
        isLoaded = resolve;
      });
    });
    const ask = (character: number) =>
      provider.provideCompletionItems(
        document,
        { line: 0, character } as vscode.Position,
        {} as vscode.CancellationToken,
        {} as vscode.CompletionContext,
      );
    const first = ask(6);
    line = 'See [[Plain w]]';
    isLoaded({
      complete: async asked => {
        told.push(`${asked.line.slice(0, asked.position.character)}|${asked.line.slice(asked.position.character)}`);
        return [];
      },
    });
    await first;
    await ask(13);
    assert.deepEqual(told, ['See [[|]]', 'See [[Plain w|]]']);
    assert.equal(loads, 1);
  });
});
