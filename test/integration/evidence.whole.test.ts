import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { evidenceOf } from '../../src/core/coding/evidence';
import { read, until, uriOf, verbatim, write } from './support/study';

const HOPE = 'hope';
/** An excerpt of it that nobody has marked. */
const UNMARKED = 'ra5usyypib';
const FILE = 'codings/EA/transcripts/np-11.jsonl';

describe('who said it', () => {
  const root = () => uriOf('codebook.md').toString();

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await write('who.md', undefined).catch(() => undefined);
    await write('who.csv', undefined).catch(() => undefined);
  });

  it('is shown once for each code, and saved as the command line prints it', async () => {
    const { studies, evidence } = await verbatim();
    await vscode.commands.executeCommand('verbatim.showEvidence', { uri: root(), code: HOPE });
    await vscode.commands.executeCommand('verbatim.showEvidence', { uri: root(), code: HOPE });
    const tabs = () =>
      vscode.window.tabGroups.all
        .flatMap(group => group.tabs)
        .filter(({ label }) => label === 'Who Said It: Hope by being there');
    await until('the tab', () => tabs().length > 0);
    assert.equal(tabs().length, 1);
    const opened = await studies.of(uriOf('codebook.md'));
    const content = opened && (await evidence.show(opened, HOPE));
    assert.ok(content);
    await content.state({ cancelled: false });
    await content.save({ format: 'md', uri: uriOf('who.md') });
    assert.match((await read('who.md')) ?? '', /^Most peers \(6 of 9\) and some non\\?-peers \(6 of 18\) said so/m);
    await content.save({ format: 'csv', uri: uriOf('who.csv') });
    assert.match((await read('who.csv')) ?? '', /^PP5,peer,no,0,0,0,0,0,pp-05\r$/m);
    await content.receive({ type: 'copy' });
    assert.equal(await vscode.env.clipboard.readText(), await read('who.md'));
  });

  it('follows a mark that is made by command, which one undo takes back', async () => {
    const { studies } = await verbatim();
    const opened = await studies.of(uriOf('codebook.md'));
    assert.ok(opened);
    const before = await read(FILE);
    const markOf = () => {
      const coding = opened.study.index.find(UNMARKED)?.coding;
      return coding && evidenceOf(coding);
    };
    let finished = false;
    const done = Promise.resolve(vscode.commands.executeCommand('verbatim.markEvidence', { opened, id: UNMARKED }));
    void done.then(() => {
      finished = true;
    });
    await until('the picker takes Enter', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return finished;
    });
    assert.equal(markOf(), 'supports');
    assert.match(
      (await read(FILE)) ?? '',
      /"base": "[0-9a-f]+", "evidence": "supports", (?:"memo": .*)?"created": .* "id": "ra5usyypib"/,
    );
    await vscode.commands.executeCommand('verbatim.undo');
    assert.equal(await read(FILE), before);
    assert.equal(markOf(), undefined);
  });
});
