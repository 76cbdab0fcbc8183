import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { ChosenAgreement } from '../../../src/extension/agreement/choices.js';
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

describe('what is chosen of agreement', () => {
  it('is remembered for each study by itself', async () => {
    const chosen = new ChosenAgreement(memento());
    await chosen.choose(study('a'), { unit: 'turn', coders: ['EA', 'MB'] });
    const { unit, rows, coders } = chosen.of(study('a'));
    assert.deepEqual([unit, rows, coders], ['turn', 'code', ['EA', 'MB']]);
    assert.equal(chosen.of(study('b')).unit, 'sentence');
  });

  it('takes over nothing that is no choice, whoever wrote it', async () => {
    const kept = {
      'verbatim.agreement': { a: { unit: 'page', rows: 7, measure: 'toString', coders: [1], inScope: 'no' } },
    };
    const chosen = new ChosenAgreement(memento(kept));
    const first = new ChosenAgreement(memento()).of(study('a'));
    assert.deepEqual(chosen.of(study('a')), first);
    await chosen.choose(study('a'), 'all of it');
    await chosen.choose(study('a'), { coders: 'EA', other: 1 });
    assert.deepEqual(chosen.of(study('a')), first);
  });
});
