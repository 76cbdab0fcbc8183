import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, read, uriOf, verbatim, write } from './support/study';

const CODEBOOK = 'codebook.md';

describe('the codebook in and out', () => {
  before(async () => {
    await verbatim();
    // Which study is meant follows from the active editor.
    await open(CODEBOOK);
  });

  it('exports into a file of each format', async () => {
    for (const [format, start] of [
      ['qdc', '<?xml'],
      ['csv', 'title,kind'],
      ['md', '# Codebook\n\n| title'],
      ['taguette', 'tag,description'],
    ] as const) {
      const path = `exported-${format}.txt`;
      await vscode.commands.executeCommand('verbatim.exportCodebook', { uri: uriOf(path), format });
      const text = await read(path);
      assert.ok(text?.startsWith(start), `${format}: ${text?.slice(0, 40)}`);
      await write(path, undefined);
    }
  });

  it('never exports over the codebook', async () => {
    const before = await read(CODEBOOK);
    await vscode.commands.executeCommand('verbatim.exportCodebook', { uri: uriOf(CODEBOOK), format: 'md' });
    assert.equal(await read(CODEBOOK), before);
  });

  it('imports as one edit that is undone in one step, shows it at once and reports', async () => {
    const before = await read(CODEBOOK);
    const { studies } = await verbatim();
    const file = 'tags.csv';
    await write(file, 'tag,description\nweather,What it is like outside.\nweather.rain,\n');
    await vscode.commands.executeCommand('verbatim.importCodebook', { uri: uriOf(file), update: false });
    const opened = await studies.of(uriOf(CODEBOOK));
    assert.equal(opened?.study.entry('rain')?.parent?.title, 'weather');
    assert.ok(
      (await read(CODEBOOK))?.includes('## weather {#weather}\n\nWhat it is like outside.\n\n### rain {#rain}\n'),
    );
    await vscode.commands.executeCommand('verbatim.undo');
    assert.equal(await read(CODEBOOK), before);
    await write(file, undefined);
  });

  it('takes its own export back without a change, and a hostile file not at all', async () => {
    const before = await read(CODEBOOK);
    const file = 'own.qdc';
    await vscode.commands.executeCommand('verbatim.exportCodebook', { uri: uriOf(file), format: 'qdc' });
    await vscode.commands.executeCommand('verbatim.importCodebook', { uri: uriOf(file), update: true });
    assert.equal(await read(CODEBOOK), before);
    await write(file, '<!DOCTYPE x><CodeBook><Codes><Code name="bad"/></Codes></CodeBook>');
    await vscode.commands.executeCommand('verbatim.importCodebook', { uri: uriOf(file), update: true });
    assert.equal(await read(CODEBOOK), before);
    await write(file, undefined);
  });

  it('keeps a report that can be read, in which nothing of the file is more than text', async () => {
    const before = await read(CODEBOOK);
    const file = 'x.csv';
    await write(file, 'title,color\n"![x](https://example.org) <b>",beige\n');
    await vscode.commands.executeCommand('verbatim.importCodebook', { uri: uriOf(file), update: false });
    const report = vscode.Uri.from({ scheme: 'verbatim-report', path: '/Import report.md' });
    const text = (await vscode.workspace.openTextDocument(report)).getText();
    assert.match(text, /^# Imported x\\\.csv$/m);
    assert.match(text, /A colour could not be read/);
    assert.doesNotMatch(text, /<b>|!\[/);
    await vscode.commands.executeCommand('verbatim.undo');
    assert.equal(await read(CODEBOOK), before);
    await write(file, undefined);
  });
});
