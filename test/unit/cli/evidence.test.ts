import assert from 'node:assert/strict';
import { csvParseRows } from 'd3-dsv';
import { filesOf } from '../analysis/evidence/support/anyStudy.js';
import { TemporaryStudy } from './support/study.js';

describe('verbatim evidence', () => {
  let study: TemporaryStudy;
  before(() => {
    study = new TemporaryStudy(
      filesOf({
        hasScope: true,
        transcripts: [
          {
            kind: 'interview',
            turns: ['I', 'PP1', 'I', 'PP1', 'PP1', 'I', 'PP2', 'I'],
            scope: [{ from: 1, to: 6 }],
            codings: [
              { from: 1, to: 1, code: 'hope', mark: 'supports' },
              { from: 3, to: 3, code: 'optimism', mark: undefined },
            ],
          },
          {
            kind: 'focus group',
            turns: ['NP1', 'NP10', 'NP1', 'NP1', 'Z', 'X', 'X', 'Z'],
            scope: [{ from: 0, to: 3 }],
            codings: [{ from: 0, to: 0, code: 'plans', mark: 'contradicts' }],
          },
        ],
      }),
    );
  });
  after(() => study.remove());

  it('says of every theme and code how many of each role said it', async () => {
    const { exit, out } = await study.run(['evidence']);
    assert.equal(exit, 0);
    assert.match(out, /^THEME OR CODE +ID +PEER +NON-PEER +SESSIONS +EXCERPTS +AGAINST$/m);
    assert.match(out, /^ {2}Hope +hope +one \(1 of 2\) +none \(0 of 2\) +2 +3 +1$/m);
    assert.match(out, /^1 theme, 3 codes\.$/m);
    const { evidence, counts } = JSON.parse((await study.run(['evidence', '--json'])).out);
    assert.deepEqual(counts, { entries: 4 });
    assert.deepEqual(evidence[1].roles[1], {
      role: 'non-peer',
      ...{ word: 'none', said: [], against: ['NP1'], silent: ['NP10'], people: 2 },
    });
    const [header = [], , hope = []] = csvParseRows((await study.run(['evidence', '--csv'])).out);
    assert.deepEqual([hope[header.indexOf('word: peer')], hope[header.indexOf('contradicts')]], ['one', '1']);
    assert.match(
      (await study.run(['evidence', '--md'])).out,
      /^\| hope \| Hope \| code \| Theme \| one \| 1 \| 1 \| 4 \|/m,
    );
  });

  it('lists of one who said it, who did not and where they spoke, and the excerpts by their marks', async () => {
    const { out } = await study.run(['evidence', 'optimism']);
    assert.match(out, /^Theme \/ Hope {2}\[hope\]\n\n {2}One peer \(1 of 2\) and no non-peers \(0 of 2\) said so\./m);
    assert.match(out, /^ {2}said it \(1 of 2\): PP1\n {2}did not \(1 of 2\): PP2 \(t0\)$/m);
    assert.match(out, /^ {2}against it only \(1 of 2\): NP1$/m);
    assert.match(out, /^Contradicting excerpts \(negative cases\): 1\n\n {2}NP1 {2}transcripts\/t1\.md:5 /m);
    const whole = JSON.parse((await study.run(['evidence', 'hope', '--json'])).out);
    assert.deepEqual(
      whole.people.map((one: { participant: string; standing: string }) => [one.participant, one.standing]),
      [
        ['PP1', 'said'],
        ['PP2', 'silent'],
        ['NP1', 'against'],
        ['NP10', 'silent'],
      ],
    );
    assert.equal(whole.excerpts.contradicts[0].quote, 'Words 1 of 0.');
    const rows = csvParseRows((await study.run(['evidence', 'hope', '--csv'])).out);
    assert.deepEqual(rows[1], ['PP1', 'peer', 'yes', '2', '1', '0', '0', '1', 't0 (2)']);
  });

  it('refuses what it does not know, and two forms at once', async () => {
    const { exit, err } = await study.run(['evidence', 'hop']);
    assert.equal(exit, 2);
    assert.match(err, /hope/);
    assert.equal((await study.run(['evidence', '--md', '--csv'])).exit, 2);
  });
});
