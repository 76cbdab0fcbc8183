import assert from 'node:assert/strict';
import type { Agreement, AgreementRow } from '../../../../src/core/analysis/agreement/agreement.js';
import type { Round } from '../../../../src/core/rounds/round.js';
import { readingPath } from '../../../../src/core/study/layout.js';
import { agreementIn, codings, line, PATH, STUDY, TEXT } from './support/example.js';

function rowOf({ rows }: Agreement, key: string): AgreementRow {
  const row = rows.find(each => each.key === key);
  assert.ok(row !== undefined, key);
  return row;
}

function figures({ measures }: AgreementRow): Record<string, number | string> {
  return Object.fromEntries(
    Object.entries(measures).map(([name, figure]) => [name, figure.refused ?? Math.round(figure.value * 1e6) / 1e6]),
  );
}

describe('agreement, counted by hand', () => {
  it('has the published coefficients of a code, in sentences', async () => {
    const row = rowOf(await agreementIn(STUDY), 'hope');
    assert.deepEqual([row.units, row.codings, row.coders, row.label], [4, 3, ['EA', 'MB'], 'Hope']);
    // Both 1, EA alone 1, nobody 2. Chance: .5 × .25 + .5 × .75; .375² + .625²; 2 × 3 × 5 / (8 × 7) apart; 2 × .375 × .625.
    assert.deepEqual(figures(row), { percent: 0.75, cohen: 0.5, scott: 0.466667, alpha: 0.533333, ac1: 0.529412 });
  });

  it('compares turns and characters, too', async () => {
    const turns = rowOf(await agreementIn(STUDY, { unit: 'turn' }), 'hope');
    assert.deepEqual([turns.units, figures(turns).percent], [2, 0.5]);
    const characters = rowOf(await agreementIn(STUDY, { unit: 'character' }), 'hope');
    assert.deepEqual([characters.units, figures(characters).percent], [42, Math.round((33 / 42) * 1e6) / 1e6]);
  });

  it('pools codes by what was observed and what chance gives, and takes a theme as one', async () => {
    const agreement = await agreementIn(STUDY);
    // Observed .75 twice; by chance .5 and .75.
    assert.deepEqual(figures(rowOf(agreement, 'all')).cohen, 0.333333);
    assert.equal(rowOf(agreement, 'all').codes, 2);
    // Influence: both in the first, one each in the third and the fourth.
    const { percent, cohen } = figures(rowOf(agreement, 'influence'));
    assert.deepEqual([percent, cohen], [0.5, 0]);
    assert.deepEqual(
      agreement.rows.map(({ kind, key }) => `${kind} ${key}`),
      ['all all', 'theme influence', 'code hope', 'code trust', `transcript ${PATH}`, 'pair EA + MB'],
    );
  });

  it('takes who is done for having coded nothing more, and knows nothing of others', async () => {
    const alone = { ...STUDY, [codings('MB')]: '' };
    const { rows, left } = await agreementIn(alone);
    assert.deepEqual([rows, left.alone], [[], [{ path: PATH, name: 'a', coder: 'EA' }]]);
    const done = await agreementIn({ ...alone, [readingPath('MB', PATH)]: '{"state": "done"}\n' });
    assert.equal(figures(rowOf(done, 'hope')).percent, 0.5);
    const read = await agreementIn({ ...alone, [readingPath('MB', PATH)]: '{"state": "read"}\n' });
    assert.deepEqual(read.rows, []);
  });

  it('takes who closed a round for having coded its transcripts, and nobody else', async () => {
    const round: Round = {
      id: 'round00001',
      name: 'first',
      by: 'EA',
      coders: ['EA', 'JS'],
      transcripts: [PATH],
      created: '2026-03-02T10:03:11Z',
      closings: new Map([
        ['JS', { does: 'close', of: 'round00001', created: '2026-03-03T10:03:11Z', id: 'closing001' }],
      ]),
    };
    const agreement = await agreementIn(STUDY, { round });
    assert.deepEqual([agreement.coders, figures(rowOf(agreement, 'hope')).percent], [['EA', 'JS'], 0.5]);
    assert.deepEqual((await agreementIn(STUDY, { round: { ...round, transcripts: ['transcripts/b.md'] } })).rows, []);
  });

  it('compares what is in scope, and of that the scoped part of a sentence', async () => {
    const files = {
      ...STUDY,
      [codings('EA')]: line('about-peers', 'One two. Three') + line('hope', 'One two.'),
      [codings('MB')]: line('hope', 'four.') + line('hope', 'Five six.') + line('trust', 'gone for good'),
    };
    const agreement = await agreementIn(files, { inScope: true });
    const { units, measures } = rowOf(agreement, 'hope');
    assert.deepEqual([units, measures.percent?.value], [2, 0.5]);
    assert.deepEqual([agreement.left.outside, agreement.left.inDoubt], [2, 1]);
    assert.equal(
      (await agreementIn(files)).rows.some(({ key }) => key === 'about-peers'),
      false,
    );
  });

  it('refuses where there is no difference, and says so instead of 0 or 1', async () => {
    const same = line('hope', 'One two. Three four.\n\n**NP1:** Five six. Seven eight.');
    const row = rowOf(await agreementIn({ ...STUDY, [codings('EA')]: same, [codings('MB')]: same }), 'hope');
    assert.equal(row.measures.percent?.value, 1);
    for (const measure of ['cohen', 'scott', 'alpha'] as const)
      assert.match(row.measures[measure]?.refused ?? '', /without a difference/);
  });

  it('has the mean of pairs and Fleiss’ kappa for more than two coders', async () => {
    const files = { ...STUDY, [codings('JS')]: line('hope', 'Three four.') };
    const found = figures(rowOf(await agreementIn(files), 'hope'));
    // Pairs: EA and MB .5; EA and JS (.25 − .5) / .5; MB and JS (.5 − .625) / .375.
    assert.equal(found.cohen, Math.round(((0.5 - 0.5 - 1 / 3) / 3) * 1e6) / 1e6);
    assert.equal('scott' in found, false);
    assert.equal(typeof found.fleiss, 'number');
  });

  it('looks at borders in characters alone, at one code a place, and where everybody coded everything', async () => {
    const characters = { unit: 'character' } as const;
    const agreement = await agreementIn(STUDY, characters);
    const { uAlpha, kuAlpha } = rowOf(agreement, 'hope').measures;
    // 9 of 42 characters differ; by chance 2 × 25 × 59 / (84² − 8² − 9² − 8² − 59) do.
    const expected = 1 - 9 / 42 / ((2 * 25 * 59) / (84 ** 2 - 64 - 81 - 64 - 59));
    assert.ok(Math.abs((uAlpha?.value ?? 0) - expected) < 1e-12);
    assert.match(kuAlpha?.refused ?? '', /difference/);
    const again = {
      ...STUDY,
      'transcripts/b.md': TEXT,
      'codings/EA/transcripts/b.jsonl': line('hope', 'One two.') + line('hope', 'Five six.'),
      'codings/MB/transcripts/b.jsonl': line('hope', 'One two.'),
    };
    const both = rowOf(await agreementIn(again, characters), 'hope').measures.uAlpha?.value ?? 0;
    const twice84 = 1 - 9 / 42 / ((2 * 50 * 118) / (168 ** 2 - 2 * (64 + 81 + 64) - 118));
    assert.ok(Math.abs(both - twice84) < 1e-12);
    assert.equal(typeof rowOf(agreement, 'all').measures.uAlpha?.value, 'number');
    assert.equal(rowOf(await agreementIn(STUDY), 'hope').measures.uAlpha, undefined);

    const double = { ...STUDY, [codings('EA')]: line('hope', 'One two.') + line('trust', 'two.') };
    const twice = rowOf(await agreementIn(double, characters), 'all').measures;
    assert.match(twice.uAlpha?.refused ?? '', /several codes to the same text/);
    assert.equal(typeof twice.anyAlpha?.value, 'number');

    const more = {
      ...STUDY,
      'transcripts/b.md': TEXT,
      'codings/EA/transcripts/b.jsonl': line('hope', 'One two.'),
      'codings/JS/transcripts/b.jsonl': line('hope', 'One two.'),
    };
    const partly = await agreementIn(more, characters);
    assert.match(rowOf(partly, 'hope').measures.uAlpha?.refused ?? '', /Not everybody coded every transcript/);
    assert.equal(typeof rowOf(partly, 'hope').measures.alpha?.value, 'number');
    assert.equal(rowOf(partly, 'EA + JS').measures.percent?.value, 1);
    assert.equal(
      partly.rows.some(({ key }) => key === 'JS + MB'),
      false,
    );
  });
});
