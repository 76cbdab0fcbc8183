import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { ChosenFigures } from '../../../src/extension/figures/choices.js';
import type { OpenStudy } from '../../../src/extension/study/openStudy.js';

/** What VS Code keeps, in memory. */
function memento(kept: Record<string, unknown> = {}): vscode.Memento {
  return {
    keys: () => Object.keys(kept),
    get: (key: string) => kept[key],
    update: async (key: string, value: unknown) => {
      kept[key] = value;
    },
  } as vscode.Memento;
}

const study = (root: string): OpenStudy => ({ root: { toString: () => root } }) as OpenStudy;

describe('what is chosen of pictures', () => {
  it('is remembered for each study by itself', async () => {
    const memory = memento();
    const chosen = new ChosenFigures(memory);
    await chosen.choose(study('file:///a'), { figure: 'network', query: 'role:peer' });
    assert.equal(chosen.of(study('file:///a')).figure, 'network');
    assert.equal(chosen.of(study('file:///b')).figure, 'heat');
    assert.equal(new ChosenFigures(memory).of(study('file:///a')).query, 'role:peer');
  });

  it('takes nothing that is no choice', async () => {
    const chosen = new ChosenFigures(memento());
    const before = chosen.of(study('a'));
    for (const nonsense of [null, 'heat', 7, { figure: 'pie', counted: {}, rows: 3, inScope: 'yes', unknown: true }])
      await chosen.choose(study('a'), nonsense);
    assert.deepEqual(chosen.of(study('a')), before);
    assert.equal(new ChosenFigures(memento({ 'verbatim.figures': 'spoilt' })).of(study('a')).figure, 'heat');
  });

  it('forgets the one row that was chosen when other rows are', async () => {
    const chosen = new ChosenFigures(memento());
    await chosen.choose(study('a'), { row: 'hope' });
    await chosen.choose(study('a'), { columns: 'kind' });
    assert.equal(chosen.of(study('a')).row, 'hope');
    await chosen.choose(study('a'), { rows: 'theme' });
    assert.equal(chosen.of(study('a')).row, undefined);
  });
});
