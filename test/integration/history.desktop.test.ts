import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { read, uriOf, verbatim, write } from './support/study';

const FILE = 'timeline.svg';

describe('the picture of the timeline', () => {
  after(() => write(FILE, undefined).catch(() => undefined));

  it('is written where a program says, by the page that shows it', async () => {
    await verbatim();
    const target = { format: 'svg', uri: uriOf(FILE) };
    const saved = await vscode.commands.executeCommand<vscode.Uri | undefined>('verbatim.exportTimeline', target);
    assert.equal(saved?.toString(), uriOf(FILE).toString());
    const svg = (await read(FILE)) ?? '';
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.ok(svg.includes('>EA</text>') && svg.includes('>MB</text>'));
  });
});
