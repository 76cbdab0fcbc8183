import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { read, until, uriOf, verbatim, write } from './support/study';

const FILES = ['figure.svg', 'figure.csv'] as const;

function figureTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('verbatim.figures'));
}

/** Saves a picture as a program would ask for it. */
async function save(file: string, choices: Readonly<Record<string, unknown>>): Promise<string> {
  const format = file.split('.').at(-1);
  const target = { format, uri: uriOf(file), choices };
  const saved = await vscode.commands.executeCommand<vscode.Uri | undefined>('verbatim.exportFigure', target);
  assert.equal(saved?.toString(), uriOf(file).toString());
  return (await read(file)) ?? '';
}

describe('pictures of the data', () => {
  after(async () => {
    await vscode.window.tabGroups.close(figureTabs());
    for (const file of FILES) await write(file, undefined).catch(() => undefined);
  });

  it('open once, however often they are asked for', async () => {
    await verbatim();
    await vscode.commands.executeCommand('verbatim.showFigures');
    await vscode.commands.executeCommand('verbatim.showFigures', { figure: 'bars' });
    // The list of tabs hears of a title a moment later.
    await until('the tab', () => figureTabs().some(({ label }) => label === 'Figures'));
    assert.equal(figureTabs().length, 1);
  });

  it('are written where a program says, as it says', async () => {
    const svg = await save('figure.svg', { figure: 'heat', rows: 'code', columns: 'role', counted: 'participants' });
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.ok(svg.includes('Slowing down') && svg.includes('non-peer'));
    const bars = await save('figure.svg', { figure: 'bars', shape: 'grouped' });
    assert.ok(bars.includes('pattern-1-amber'));
  });

  it('have the figures that the index has', async () => {
    const csv = await save('figure.csv', { figure: 'heat', columns: 'coder', counted: 'excerpts' });
    const [head, ...rows] = csv.trimEnd().split('\r\n');
    assert.equal(head, 'Code,EA,MB,Total');
    const row = rows.find(one => one.startsWith('Slowing down,'));
    const { studies } = await verbatim();
    const study = (await studies.of(uriOf('codebook.md')))?.study;
    assert.equal(Number(row?.split(',').at(-1)), study?.index.count('slowing-down'));
  });
});
