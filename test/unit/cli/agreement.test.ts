import assert from 'node:assert/strict';
import { csvParse } from 'd3-dsv';
import { code, TemporaryStudy, UNCODED } from './support/study.js';

/** Two coders of one transcript, who agree about one passage of hope; a third coded the other alone. */
async function twoCoders(): Promise<TemporaryStudy> {
  const study = new TemporaryStudy({ ...UNCODED, 'verbatim.json': '{ "stance": "reliability" }\n' });
  await code(study, 'pp-01.md', 'it got quiet', 'hope', 'EA');
  await code(study, 'pp-01.md', 'it got quiet', 'hope', 'MB');
  await code(study, 'pp-01.md', 'It was good for all of us', 'hope', 'EA');
  await code(study, 'pp-01.md', 'It was good for all of us', 'self-disclosure', 'MB');
  await code(study, 'group.md', 'They bring hope 🌱, quietly', 'hope', 'JS');
  return study;
}

describe('verbatim agreement', () => {
  let study: TemporaryStudy;
  before(async () => {
    study = await twoCoders();
  });
  after(() => study.remove());

  it('says how well coders agree about everything and about each code, and what was not compared', async () => {
    const { exit, out, err } = await study.run(['agreement', '--unit', 'turn', '--samples', '0']);
    assert.deepEqual([exit, err], [0, '']);
    // Observed .75 for both codes; by chance .5 for hope and .75 for self-disclosure.
    assert.match(out, /^Cohen’s kappa +0\.333 +– +75\.0 % +62\.5 %$/m);
    assert.match(out, /Compared: EA and MB in 1 transcript, 4 turns\./);
    assert.match(out, /^hope +Hope +3 +75\.0 % +0\.500/m);
    assert.match(out, /coded it: group \(JS\)\./);
    assert.match(out, /A turn counts as coded where a coding has at least one character of it\./);
    assert.doesNotMatch(out, /NaN|undefined|stance/);
  });

  it('lists every disagreement with its place', async () => {
    const { exit, out } = await study.run(['agreement', '--unit', 'sentence', '--disagreements']);
    assert.equal(exit, 0);
    assert.match(out, /^transcripts\/pp-01\.md:13 {2}Hope: coded differently$/m);
    assert.match(out, /^ {2}EA coded it; MB: Self-disclosure there$/m);
    assert.match(out, /^2 disagreements\.$/m);
    const rows = csvParse((await study.run(['agreement', '--unit', 'sentence', '--disagreements', '--csv'])).out);
    assert.deepEqual(
      rows.map(row => [row.code, row.kind, row['coded by'], row['not coded by'], row['codes there instead']]),
      [
        ['self-disclosure', 'other-code', 'MB', 'EA', 'EA: Hope'],
        ['hope', 'other-code', 'EA', 'MB', 'MB: Self-disclosure'],
      ],
    );
    const markdown = (await study.run(['agreement', '--disagreements', '--md', '--code', 'hope'])).out;
    assert.match(
      markdown,
      /^# Disagreements between coders\n\n## transcripts\/pp\\?-01\.md\n\n> It was good for all of us\n/,
    );
  });

  it('has everything as JSON: all rows, figures with what they are made of, disagreements', async () => {
    const { out } = await study.run(['agreement', '--unit', 'turn', '--json', '--seed', '5', '--samples', '20']);
    const { rows, disagreements, left, resampling, counts } = JSON.parse(out);
    assert.deepEqual(
      rows.map(({ kind, key }: { kind: string; key: string }) => `${kind} ${key}`),
      [
        'all all',
        'theme influence',
        'code self-disclosure',
        'code hope',
        'transcript transcripts/pp-01.md',
        'pair EA + MB',
      ],
    );
    assert.deepEqual(rows[3].measures.cohen, { value: 0.5, observed: 0.75, chance: 0.5 });
    assert.deepEqual([disagreements.length, counts.disagreements], [2, 2]);
    assert.deepEqual(
      disagreements[0].by.map(({ coder }: { coder: string }) => coder),
      ['EA', 'MB'],
    );
    assert.deepEqual(resampling, { samples: 20, seed: 5, blocks: 4 });
    assert.equal(left.alone[0].coder, 'JS');
  });

  it('writes each coefficient of each row as a line of CSV, numbers as numbers, reasons where there are none', async () => {
    const args = ['agreement', '--unit', 'turn', '--by', 'pair', '--csv', '--samples', '0'];
    const rows = csvParse((await study.run(args)).out);
    const found = rows.find(({ kind, coefficient }) => kind === 'pair' && coefficient === 'cohen');
    assert.deepEqual([found?.figure?.slice(0, 6), found?.['by chance']], ['0.3333', '0.625']);
    const below = csvParse((await study.run(['agreement', '--unit', 'turn', '--csv', '--samples', '0'])).out);
    const negative = below.find(({ key, coefficient }) => key === 'self-disclosure' && coefficient === 'scott');
    assert.match(negative?.figure ?? '', /^-0\.142/);
    const characters = csvParse((await study.run(['agreement', '--csv', '--samples', '0', '--code', 'hope'])).out);
    const refused = characters.find(row => row['no figure because'] !== '');
    assert.equal(refused?.figure, '');
  });

  it('writes a document', async () => {
    const { out } = await study.run(['agreement', '--md', '--by', 'theme', '--samples', '0']);
    assert.match(out, /^# Agreement between coders\n\n\| coefficient \| figure \|/);
    assert.match(out, /\n## By theme\n\n\| theme \| title \| codings \|/);
  });

  it('says why there is nothing to compare', async () => {
    const { exit, out } = await study.run(['agreement', '--coders', 'EA,JS']);
    assert.equal(exit, 0);
    assert.match(out, /No transcript was coded by two coders, so there is nothing to compare\./);
    assert.match((await study.run(['agreement', '--code', 'valuing-the-role'])).out, /Nobody gave one of these codes/);
  });

  it('is refused under a reflexive stance, and says what it does not rest on under codebook', async () => {
    study.put('verbatim.json', '{ "stance": "reflexive" }\n');
    const hidden = await study.run(['agreement', '--json']);
    assert.equal(hidden.exit, 2);
    assert.match(hidden.err, /stance “reflexive”/);
    assert.equal(JSON.parse(hidden.out).error.rule, 'stance');
    study.put('verbatim.json', '{ "stance": "codebook" }\n');
    assert.match((await study.run(['agreement', '--samples', '0'])).out, /does not rest on\s+agreement/);
  });

  it('refuses what it does not know', async () => {
    const errorOf = async (...args: string[]): Promise<string> => {
      const { exit, err } = await study.run(['agreement', ...args]);
      assert.equal(exit, 2);
      return err;
    };
    assert.match(await errorOf('--unit', 'word'), /--unit word is not known/);
    assert.match(await errorOf('--coders', 'EA'), /at least two coders/);
    assert.match(await errorOf('--coders', 'EA,XX'), /There is no coder “XX”/);
    assert.match(await errorOf('--code', 'hop'), /There is no code “hop”/);
    assert.match(await errorOf('--round', 'first'), /There is no round “first”/);
    assert.match(await errorOf('--samples', '-1'), /samples/);
    assert.match(await errorOf('--samples=1.5'), /no whole number/);
  });
});
