import assert from 'node:assert/strict';
import type { Agreement, AgreementRow } from '../../../../src/core/analysis/agreement/agreement.js';
import { agreementStatement, whatIsCompared } from '../../../../src/core/report/agreement/statement.js';
import { AGREEMENT_WORDS, STATEMENT_WORDS } from './support.js';

const ALL: AgreementRow = {
  ...{ kind: 'all', key: 'all', label: 'All', coders: ['EA', 'MB'], transcripts: 1, units: 50, codings: 9, codes: 3 },
  measures: {
    percent: { value: 0.944 },
    alpha: { value: 0.61, interval: { low: 0.48, high: 0.72, samples: 100 } },
  },
};
const AGREEMENT: Agreement = {
  ...{ unit: 'sentence', inScope: false, coders: ['EA', 'MB'], complete: true, rows: [ALL] },
  transcripts: [{ path: 'transcripts/a.md', name: 'a', coders: ['EA', 'MB'], units: 50 }],
  left: {
    alone: ['b', 'c'].map(name => ({ path: `transcripts/${name}.md`, name, coder: 'EA' })),
    empty: [{ path: 'transcripts/d.md', name: 'd' }],
    ...{ inDoubt: 2, outside: 0 },
  },
  resampling: { samples: 100, seed: 1, blocks: 3 },
};
const say = (agreement: Agreement): string[] => agreementStatement(agreement, 6, STATEMENT_WORDS, AGREEMENT_WORDS);

describe('what is said of agreement first', () => {
  it('is who coded what, how much they agree on, and how much that is beyond chance', () => {
    assert.deepEqual(say(AGREEMENT), ['EA and MB both: 1 of 6.', '94 % of sentences.', 'Alpha 0.61 (0.48–0.72).']);
  });

  it('is said otherwise of three coders, and what is in scope and to be read with care is said, too', () => {
    const rows = [{ ...ALL, prevalence: { sentence: 'Rare.' } }];
    const said = say({ ...AGREEMENT, coders: ['EA', 'JS', 'MB'], inScope: true, rows });
    assert.equal(said[0], 'EA and JS and MB several: 1 of 6.');
    assert.deepEqual(said.slice(-2), ['In scope.', 'Rare.']);
  });

  it('says why where there is no figure', () => {
    const measures = { percent: { refused: 'Nothing.' }, alpha: { refused: 'Nothing at all.' } };
    assert.deepEqual(say({ ...AGREEMENT, rows: [{ ...ALL, measures }] }).slice(1), [
      'No share: Nothing.',
      'No alpha: Nothing at all.',
    ]);
    assert.equal(say({ ...AGREEMENT, rows: [] }).length, 1);
  });
});

describe('what is compared', () => {
  it('is every transcript, and what is in no figure is said with its reason', () => {
    const lines = whatIsCompared(AGREEMENT, 6, { stance: 'codebook' }, STATEMENT_WORDS);
    assert.equal(lines[0], 'Compared a (EA, MB).');
    for (const said of [/b \(EA\) and c \(EA\)/, /nothing to compare in it: d/, /2 codings in doubt/, /100 resamples/])
      assert.ok(
        lines.some(line => said.test(line)),
        `${said}`,
      );
    assert.equal(lines.at(-1), '2 uncoded');
  });
});
