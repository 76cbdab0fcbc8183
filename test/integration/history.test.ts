import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until, uriOf, verbatim } from './support/study';

function historyTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('verbatim.history'));
}

describe('the history of a study', () => {
  after(() => vscode.window.tabGroups.close(historyTabs()));

  it('opens once for the study, and once for each code, by any id the code has or had', async () => {
    await verbatim();
    const code = (id: string) => ({ uri: uriOf('codebook.md').toString(), code: id });
    await vscode.commands.executeCommand('verbatim.showTimeline');
    await vscode.commands.executeCommand('verbatim.showTimeline');
    await vscode.commands.executeCommand('verbatim.showHistory', code('hope'));
    await vscode.commands.executeCommand('verbatim.showHistory', code('hope'));
    // The list of tabs hears of a title a moment later.
    const labels = await until('the tabs', () => {
      const found = historyTabs().map(({ label }) => label);
      return found.length > 1 && found.every(label => label !== '') && found;
    });
    assert.deepEqual(labels.sort(), ['History: Hope by being there', 'Timeline']);
  });
});
