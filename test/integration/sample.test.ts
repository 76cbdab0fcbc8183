import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { read, until, uriOf, verbatim, write } from './support/study';

const FILE = 'sample-account';

function sampleTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('verbatim.sample'));
}

describe('the account of the sample', () => {
  after(async () => {
    await vscode.window.tabGroups.close(sampleTabs());
    for (const ending of ['csv', 'md']) await write(`${FILE}.${ending}`, undefined).catch(() => undefined);
  });

  it('opens once, however often it is asked for', async () => {
    await verbatim();
    await vscode.commands.executeCommand('verbatim.showSample');
    await vscode.commands.executeCommand('verbatim.showSample');
    await until('the tab', () => sampleTabs().some(({ label }) => label === 'Sample'));
    assert.equal(sampleTabs().length, 1);
  });

  it('is written where a program says, as the command line prints it', async () => {
    const save = (format: 'csv' | 'md', table?: string) => {
      const target = { format, uri: uriOf(`${FILE}.${format}`), ...(table === undefined ? {} : { table }) };
      return vscode.commands.executeCommand<vscode.Uri | undefined>('verbatim.exportSample', target);
    };
    assert.equal((await save('csv', 'kinds'))?.toString(), uriOf(`${FILE}.csv`).toString());
    assert.match(
      (await read(`${FILE}.csv`)) ?? '',
      /^role,kind,sessions,places,people\r\npeer,interview,\d+,\d+,\d+\r\n/,
    );
    await save('md');
    const text = (await read(`${FILE}.md`)) ?? '';
    assert.match(text, /^# Sample\n\n\*\*peer\*\*: /);
    assert.match(text, /\n## Sessions\n/);
  });
});
