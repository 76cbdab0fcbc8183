import assert from 'node:assert/strict';
import { codedStudy, type TemporaryStudy } from './support/study.js';

const RIGHT = `# Paper

They call it “hope 🌱, quietly” (NP1, focus group).

> I told a bit of my own story . . . (PP1)
`;
const WRONG = `${RIGHT}
NP2 disagreed: “there is a <b>way</b> out”. It was “so to speak” good.

> It was bad for all of us, I think. (PP1)
`;

describe('verbatim quotes', () => {
  let study: TemporaryStudy;
  beforeEach(async () => {
    study = await codedStudy();
  });
  afterEach(() => study.remove());

  it('confirms true quotations, with the line each is from', async () => {
    study.put('paper/manuscript.md', RIGHT);
    const { exit, out } = await study.run(['quotes', 'check']);
    assert.equal(exit, 0, out);
    assert.match(out, /^paper\/manuscript\.md:3 → transcripts\/group\.md:9 {2}verbatim$/m);
    assert.match(out, /^paper\/manuscript\.md:5 → transcripts\/pp-01\.md:9 {2}verbatim$/m);
    assert.match(out, /^2 attributed quotations \(1 block, 1 short\): 2 verbatim\. Nothing is wrong\.$/m);
  });

  it('names what is wrong, what was said and what to do', async () => {
    study.put('paper/manuscript.md', WRONG);
    const { exit, out } = await study.run(['quotes', 'check', 'paper/manuscript.md']);
    assert.equal(exit, 1);
    assert.match(
      out,
      /^paper\/manuscript\.md:9 → transcripts\/pp-01\.md:13 {2}WRONG changed\n.*\n {2}It says “bad” where PP1 said “good” \(transcripts\/pp-01\.md, line 13\)\.\n {2}Write “good”/m,
    );
    assert.match(out, /2 need to be put right\.$/m);
    const { quotations, counts } = JSON.parse((await study.run(['quotes', 'check', '--json'])).out);
    assert.deepEqual(
      quotations.map(({ verdict, line, ok }: { verdict: string; line: number; ok: boolean }) => [line, verdict, ok]),
      [
        [3, 'verbatim', true],
        [5, 'verbatim', true],
        [7, 'other-speaker', false],
        [7, 'unattributed', false],
        [9, 'changed', false],
      ],
    );
    assert.equal(counts.wrong, 2);
    assert.deepEqual(
      quotations[4].differences.map(({ here, there, line }: Record<string, unknown>) => [here, there, line]),
      [['bad', 'good', 13]],
    );
  });

  it('asks for an attribution of everything where it is strict', async () => {
    study.put('paper/manuscript.md', `${RIGHT}\nIt was “so to speak” good.\n`);
    assert.equal((await study.run(['quotes', 'check'])).exit, 0);
    assert.equal((await study.run(['quotes', 'check', '--strict'])).exit, 1);
  });

  it('lists quotations with their codes, and who is quoted', async () => {
    study.put('paper/manuscript.md', WRONG);
    const { exit, out } = await study.run(['quotes', 'list']);
    assert.equal(exit, 0);
    assert.match(out, /^3 of 3 participants quoted\.$/m);
    assert.match(
      out,
      /^paper\/manuscript\.md:5 .* PP1 +block +verbatim +Self-disclosure +I told a bit of my own story \. \. \.$/m,
    );
    const { balance, quotations } = JSON.parse((await study.run(['quotes', 'list', '--json'])).out);
    assert.deepEqual([balance.block, balance.short, balance.unattributed, balance.neverQuoted], [2, 2, 1, []]);
    assert.deepEqual(balance.elisions, [{ mark: '. . .', count: 1 }]);
    assert.deepEqual(quotations[1].codes, ['self-disclosure']);
  });

  it('prints CSV and Markdown', async () => {
    study.put('paper/manuscript.md', WRONG);
    const csv = (await study.run(['quotes', 'check', '--csv'])).out;
    assert.match(csv, /^manuscript,line,kind,participant,quotation,verdict,source,source line,message,remedy\r\n/);
    assert.equal(csv.trim().split('\r\n').length, 6);
    assert.match((await study.run(['quotes', 'check', '--md'])).out, /^\| manuscript \| line \|/);
    assert.match(
      (await study.run(['quotes', 'list', '--md'])).out,
      /^# Quotations\n[\s\S]*## Who is quoted\n[\s\S]*## Every quotation\n/,
    );
    assert.match((await study.run(['quotes', 'list', '--csv'])).out, /^where,who,kind,verdict,codes,quotation\r\n/);
  });

  it('says so where there is no manuscript, or not the one that was named', async () => {
    assert.match((await study.run(['quotes', 'check'])).out, /^This study has no manuscript\./);
    study.put('paper/manuscript.md', RIGHT);
    const { exit, err } = await study.run(['quotes', 'check', 'paper/manuscrpt.md']);
    assert.equal(exit, 2);
    assert.match(err, /There is no manuscript paper\/manuscrpt\.md in the study\.\n.*paper\/manuscript\.md/);
  });
});
