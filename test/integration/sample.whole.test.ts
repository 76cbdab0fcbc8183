import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { verbatim } from './support/study';

describe('the whole sample study in the editor', () => {
  it('is there with every session', async () => {
    const { tree } = (await verbatim()).transcripts;
    const files = await vscode.workspace.findFiles('transcripts/*.md');
    const rows = (await tree.getChildren()).filter(({ kind }) => kind === 'transcript');
    assert.ok(rows.length > 0);
    assert.equal(rows.length, files.length);
  });
});
