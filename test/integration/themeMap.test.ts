import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CodedPlaces } from '../../src/core/analysis/codedPlaces';
import { themeMapOf } from '../../src/core/analysis/themeMap';
import { atOnce } from '../../src/core/pieces.js';
import { read, until, uriOf, verbatim, write } from './support/study';

const FILE = 'map.svg';

function mapTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('verbatim.themeMap'));
}

describe('the theme map', () => {
  after(async () => {
    await vscode.window.tabGroups.close(mapTabs());
    await write(FILE, undefined).catch(() => undefined);
  });

  it('opens once, however often it is asked for', async () => {
    await verbatim();
    await vscode.commands.executeCommand('verbatim.showThemeMap');
    await vscode.commands.executeCommand('verbatim.showThemeMap');
    // The list of tabs hears of a title a moment later.
    await until('the tab', () => mapTabs().some(({ label }) => label === 'Theme Map'));
    assert.equal(mapTabs().length, 1);
  });

  it('has the figures that the tree has', async () => {
    const { studies } = await verbatim();
    const study = (await studies.of(uriOf('codebook.md')))?.study;
    assert.ok(study);
    // What other tests wrote and took back may still be on its way.
    const map = await until('the figures to agree', async () => {
      const found = atOnce(themeMapOf(study.codebook, await new CodedPlaces(study).all()));
      const top = found.nodes.filter(({ parent }) => parent === undefined);
      return top.reduce((sum, node) => sum + node.excerpts, 0) === study.index.size && found;
    });
    assert.ok(map.links.length > 0);
  });

  it('is written where a program says, by the page that shows it', async () => {
    const saved = await vscode.commands.executeCommand<vscode.Uri | undefined>('verbatim.exportThemeMap', {
      format: 'svg',
      uri: uriOf(FILE),
    });
    assert.equal(saved?.toString(), uriOf(FILE).toString());
    const svg = (await read(FILE)) ?? '';
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.ok(svg.includes('Slowing down'));
  });
});
