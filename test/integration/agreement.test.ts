import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { beCoder, read, until, uriOf, verbatim, write } from './support/study';

const FILES = ['agreement.svg', 'agreement.csv'] as const;

function agreementTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('verbatim.agreement'));
}

/** Saves picture or table as a program would ask for it. */
async function save(file: string, choices: Readonly<Record<string, unknown>>): Promise<string> {
  const target = { format: file.split('.').at(-1), uri: uriOf(file), choices };
  const saved = await vscode.commands.executeCommand<vscode.Uri | undefined>('verbatim.exportAgreement', target);
  assert.equal(saved?.toString(), uriOf(file).toString());
  return (await read(file)) ?? '';
}

describe('agreement between coders', () => {
  before(() => beCoder('EA'));
  after(async () => {
    await vscode.window.tabGroups.close(agreementTabs());
    for (const file of FILES) await write(file, undefined).catch(() => undefined);
  });

  it('is shown on one page, however often it is asked for', async () => {
    await verbatim();
    await vscode.commands.executeCommand('verbatim.showAgreement');
    await vscode.commands.executeCommand('verbatim.showAgreement', { unit: 'turn' });
    await until('the tab', () => agreementTabs().some(({ label }) => label === 'Agreement'));
    assert.equal(agreementTabs().length, 1);
  });

  it('is written as a table where a program says: a row for each transcript that two have coded', async () => {
    const choices = { unit: 'sentence', rows: 'transcript', inScope: false, coders: [] };
    const [head, ...rows] = (await save('agreement.csv', choices)).trimEnd().split('\r\n');
    assert.match(head ?? '', /^Transcript,Agreement,"Agreement, lower end","Agreement, upper end",/);
    const { studies } = await verbatim();
    const study = (await studies.of(uriOf('codebook.md')))?.study;
    const twice = (study?.transcriptPaths() ?? []).filter(
      path => (study?.index.filesOf(path) ?? []).filter(({ codings }) => codings.length > 0).length > 1,
    );
    assert.ok(twice.length > 0 && rows.length >= twice.length, `${rows.length} rows, ${twice.length} coded by two`);
    for (const row of rows) {
      const share = Number(row.split(',')[1]);
      assert.ok(share > 0 && share <= 1, row);
    }
  });

  it('is drawn where a program says, as it says', async () => {
    const svg = await save('agreement.svg', { rows: 'code', measure: 'ac1' });
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.ok(svg.includes('Gwet’s AC1, by Code') && svg.includes('Slowing down'));
  });

  it('is not to be had while colleagues are hidden', async () => {
    await vscode.commands.executeCommand('verbatim.hideColleagues');
    try {
      const target = { format: 'csv', uri: uriOf('agreement.csv'), choices: { rows: 'all' } };
      const before = await read('agreement.csv');
      assert.equal(await vscode.commands.executeCommand('verbatim.exportAgreement', target), undefined);
      assert.equal(await read('agreement.csv'), before);
    } finally {
      await vscode.commands.executeCommand('verbatim.showColleagues');
    }
  });
});
