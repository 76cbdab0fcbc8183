import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until, verbatim } from './support/study';

describe('the whole sample study in the editor', () => {
  it('is there with every session', async () => {
    const { tree } = (await verbatim()).transcripts;
    const rows = (await tree.getChildren()).filter(({ kind }) => kind === 'transcript');
    assert.equal(rows.length, 23);
  });

  it('has no problem but the hint that a code waits for its first passage', async () => {
    await verbatim();
    const shown = () => vscode.languages.getDiagnostics().flatMap(([, problems]) => problems);
    const found = await until('problems are looked for', () => shown().length > 0 && shown());
    assert.deepEqual(
      found.map(({ severity, message }) => [severity, message.split('.')[0]]),
      [[vscode.DiagnosticSeverity.Information, 'No passage is coded with “Meetings by video”']],
    );
  });
});
