import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCli } from '../../../src/cli/cli.js';
import { fixedEnvironment } from '../support/environment.js';
import { copyOfSample, type SampleCopy, WHOLE_STUDY } from '../support/sample.js';

/** The report of the whole sample study, and the numbers in its paper. */
describe('the report of the sample', function () {
  this.timeout(60_000);
  let copy: SampleCopy;
  before(async () => {
    copy = await copyOfSample(WHOLE_STUDY);
  });
  after(() => copy.remove());

  async function run(...args: string[]): Promise<{ exit: number; out: string; err: string }> {
    let out = '';
    let err = '';
    const io = {
      stdout: (text: string) => {
        out += text;
      },
      stderr: (text: string) => {
        err += text;
      },
    };
    const exit = await runCli(args, { cwd: copy.root, environment: fixedEnvironment(), ...io });
    return { exit, out, err };
  }

  it('says how many took part, who is quoted and who is not', async () => {
    const { exit, out } = await run('report');
    assert.equal(exit, 0);
    for (const said of [
      '**Peer:** 9 of 11 eligible · 6 interviews, 2 joint interviews.',
      'in both kinds: PP7 −1; 9 people',
      '**Non-peer:** 18 of 64 eligible · 11 interviews, 4 focus groups.',
      '23 sessions, 2025-11-18 to 2026-07-09',
      'The analysis has three themes, with two, three and no subthemes.',
      '29 attributed quotations, 18 block and 11 short. All of them stand word for word in the transcripts.',
      '| PP3 | peer | 3 | 2 | 5 |',
      '3 typographic forms',
      '- \\[sic\\]: 1',
      '- Insertions: 4',
      'EA coded 23 of 23 transcripts',
    ])
      assert.ok(out.includes(said), said);
    assert.match(out, /^Never quoted: .*\bPP9\b/m);
  });

  it('is the same bytes in every format when it is written again', async () => {
    for (const format of ['md', 'html', 'docx']) {
      const read = async (name: string): Promise<Buffer> => {
        const file = path.join(copy.root, '..', `${path.basename(copy.root)}-${name}.${format}`);
        assert.equal((await run('report', '--out', file, '--force')).exit, 0);
        return readFileSync(file);
      };
      assert.deepEqual(await read('a'), await read('b'));
    }
  });

  it('finds nothing wrong with the numbers of the paper', async () => {
    const { exit, out } = await run('report', 'check', '--json');
    const { numbers, counts } = JSON.parse(out);
    assert.deepEqual([exit, counts.wrong], [0, 0]);
    const right = numbers.filter((one: { verdict: string }) => one.verdict === 'right');
    const words = right.map((one: { words: string }) => one.words);
    for (const said of [
      '9 of 11 peers',
      '18 non-peers took part',
      '23 sessions',
      '11 interviews',
      '4 focus groups',
      'three themes',
      'peers (8 of 9)',
    ])
      assert.ok(words.includes(said), said);
  });

  it('finds each number that is not what the data say, with its line, and counts what is marked', async () => {
    const folder = path.join(copy.root, 'paper');
    if (!existsSync(folder)) mkdirSync(folder);
    const lines: [string, 'right' | 'wrong' | 'unchecked'][] = [
      ['Of the peers, 8 of 11 peers took part.', 'wrong'],
      ['There were 9 of 12 peers.', 'wrong'],
      ['In all, nineteen non-peer participants spoke.', 'wrong'],
      ['Eighteen non-peer participants spoke.', 'right'],
      ['We held twenty-two sessions.', 'wrong'],
      ['There were 12 interviews with non-peers.', 'wrong'],
      ['There were 17 interviews.', 'right'],
      ['There were 5 focus groups.', 'wrong'],
      ['We found four themes.', 'wrong'],
      ['We show 30 quotations.', 'wrong'],
      ['Hope was told by 8<!-- participants: code:hope and role:peer --> peers.', 'wrong'],
      ['Hope was told by 6<!-- participants: code:hope and role:peer --> peers.', 'right'],
      ['Hope was told by six<!-- participants: code:nothing-like-it --> peers.', 'wrong'],
      ['It took 40 minutes.', 'unchecked'],
    ];
    writeFileSync(path.join(folder, 'numbers.md'), `${lines.map(([line]) => line).join('\n\n')}\n`);
    const { exit, out } = await run('report', 'check', 'paper/numbers.md', '--json');
    const { numbers } = JSON.parse(out);
    assert.equal(exit, 1);
    assert.deepEqual(
      numbers.map(({ line, verdict }: { line: number; verdict: string }) => [line, verdict]),
      lines.map(([, verdict], i) => [2 * i + 1, verdict]),
    );
    const text = await run('report', 'check', 'paper/numbers.md');
    assert.match(
      text.out,
      /^paper\/numbers\.md:9 {2}WRONG\n {2}“twenty-two sessions”\n {2}says 22 sessions; the data say sessions: 23\.$/m,
    );
    const table = await run('report', 'check', 'paper/numbers.md', '--md');
    assert.match(
      table.out,
      /^\| paper\/numbers\.md \| 9 \| twenty-two sessions \| WRONG \| 22 sessions \| sessions: 23 \|$/m,
    );
    assert.equal((await run('report', 'check', 'paper/nothing.md')).exit, 2);
  });
});
