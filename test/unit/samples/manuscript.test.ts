import assert from 'node:assert/strict';
import path from 'node:path';
import type { Corpus } from '../../../src/core/analysis/corpus/corpus.js';
import { CorpusReader } from '../../../src/core/analysis/corpus/corpusReader.js';
import { type Balance, balanceOf } from '../../../src/core/manuscript/balance.js';
import type { CheckedManuscript } from '../../../src/core/manuscript/checked.js';
import { checkFile } from '../../../src/core/manuscript/manuscripts.js';
import { manuscriptPaths } from '../../../src/core/manuscript/paths.js';
import { openStudy } from '../../../src/node/studies.js';
import { fixedEnvironment } from '../support/environment.js';

describe('the manuscript of the sample study', () => {
  let corpus: Corpus;
  let checked: CheckedManuscript;
  let balance: Balance;
  before(async () => {
    const study = await openStudy(path.resolve('samples/peer-support'), fixedEnvironment());
    assert.deepEqual(manuscriptPaths(study), ['paper/manuscript.md']);
    corpus = await new CorpusReader(study).read();
    const one = await checkFile(study, corpus, 'paper/manuscript.md');
    assert.ok(one);
    checked = one;
    balance = balanceOf(checked, corpus);
  });

  it('says nothing that was not said, and by whom it says', () => {
    const wrong = checked.quotations.filter(({ verdict, remarks }) => verdict !== 'verbatim' || remarks.length > 0);
    assert.deepEqual(wrong, []);
  });

  it('has 29 attributed quotations, 18 of them blocks and 11 short', () => {
    assert.deepEqual([balance.block, balance.short, balance.unattributed], [18, 11, 0]);
  });

  it('quotes PP3 five times and PP9 never', () => {
    const of = (id: string): number => {
      const person = balance.people.find(one => one.id === id);
      return (person?.block ?? Number.NaN) + (person?.short ?? Number.NaN);
    };
    assert.deepEqual([of('PP3'), of('PP9')], [5, 0]);
    assert.deepEqual(
      balance.neverQuoted.map(({ id }) => id),
      ['NP3', 'NP4', 'NP5', 'NP8', 'NP10', 'NP16', 'NP18', 'PP4', 'PP9'],
    );
  });

  it('shows words left out in three ways, one [sic] and four insertions', () => {
    assert.deepEqual(balance.elisions.map(({ mark }) => mark).sort(), ['. . .', '[…]', '…']);
    assert.deepEqual([balance.sic, balance.insertions, balance.redactions], [1, 4, 0]);
  });

  it('quotes every theme', () => {
    for (const { theme, block, short } of balance.themes) assert.ok(block + short > 0, theme.title);
  });
});
