import assert from 'node:assert/strict';
import { csvParseRows } from 'd3-dsv';
import { codedStudy, type TemporaryStudy } from './support/study.js';

describe('verbatim excerpts', () => {
  let study: TemporaryStudy;
  before(async () => {
    study = await codedStudy();
  });
  after(() => study.remove());

  const rows = async (...args: string[]): Promise<Record<string, unknown>[]> => {
    const { exit, out, err } = await study.run(['excerpts', '--json', ...args]);
    assert.equal(exit, 0, err);
    return JSON.parse(out).excerpts;
  };
  const quotes = async (...args: string[]): Promise<unknown[]> => (await rows(...args)).map(row => row.quote);

  it('gives everything there is to say about an excerpt', async () => {
    const [row] = await rows('--code', 'self-disclosure', '--coder', 'EA');
    const { id, created, position, ...rest } = row as Record<string, unknown> & { position: [number, number] };
    assert.match(String(id), /^[0-9a-z]{10}$/);
    assert.equal(created, '2026-03-02T10:03:11Z');
    assert.equal([...study.read('transcripts/pp-01.md')].slice(...position).join(''), 'I told a bit of *my own story*');
    assert.deepEqual(rest, {
      code: 'self-disclosure',
      title: 'Self-disclosure',
      themePath: ['Influence on meetings'],
      quote: 'I told a bit of my own story',
      speaker: 'PP1',
      speakers: ['PP1'],
      transcript: 'transcripts/pp-01.md',
      line: 9,
      coder: 'EA',
      outcome: 'exact',
      settled: false,
      evidence: null,
      memo: 'quiet\nroom',
    });
  });

  it('counts in code points of the text without byte order mark and with LF line ends', async () => {
    const [row = {}] = await rows('--transcript', 'transcripts/group.md', '--code', 'hope', '--coder', 'EA');
    const text = [...study.read('transcripts/group.md').slice(1).replaceAll('\r\n', '\n')];
    assert.equal(text.slice(...(row.position as [number, number])).join(''), 'They bring hope 🌱, quietly');
    assert.equal(row.line, 9);
  });

  it('sorts by codebook, transcript and position, and counts outcomes', async () => {
    const { out } = await study.run(['excerpts', '--json']);
    const { excerpts, counts } = JSON.parse(out);
    const order = excerpts.map((row: Record<string, unknown>) => [row.code, row.transcript, row.coder]);
    assert.deepEqual(order, [
      ['self-disclosure', 'transcripts/pp-01.md', 'EA'],
      ['self-disclosure', 'transcripts/pp-01.md', 'JS'],
      ['hope', 'transcripts/group.md', 'EA'],
      ['hope', 'transcripts/group.md', 'JS'],
      ['hope', 'transcripts/pp-01.md', 'EA'],
      ['hope', 'transcripts/pp-01.md', 'JS'],
      ['valuing-the-role', 'transcripts/group.md', 'JS'],
      ['nonsuch', 'transcripts/pp-01.md', 'JS'],
    ]);
    assert.deepEqual(counts, { excerpts: 8, exact: 5, relocated: 2, changed: 0, ambiguous: 0, orphan: 1, settled: 0 });
    const orphan = excerpts[5];
    assert.deepEqual(
      [orphan.outcome, orphan.line, orphan.position, orphan.speaker, orphan.quote],
      ['orphan', null, null, '', 'words that are gone'],
    );
  });

  it('takes a code by id, former id or title, and several of them', async () => {
    const expected = await quotes('--code', 'self-disclosure');
    assert.equal(expected.length, 2);
    for (const name of ['own-story', 'sharing', 'Self-disclosure', 'self-DISCLOSURE'])
      assert.deepEqual(await quotes('--code', name), expected);
    assert.equal((await rows('--code', 'hope', '--code', 'self-disclosure')).length, 6);
    assert.equal((await rows('--theme', 'the role', '--code', 'self-disclosure')).length, 3);
    assert.deepEqual(await quotes('--code', 'nonsuch'), ['What did you do in the meeting?']);
  });

  it('filters by speaker, whatever the letter case, and says what it could not place', async () => {
    assert.deepEqual(await quotes('--speaker', 'np2'), ['=1+1 is not all there is']);
    assert.equal((await rows('--speaker', 'PP1')).length, 3);
    assert.match((await study.run(['excerpts', '--speaker', 'NP2'])).err, /1 coding in doubt left out/);
    const nobody = await study.run(['excerpts', '--speaker', 'NP9', '--code', 'valuing-the-role', '--json']);
    assert.deepEqual([nobody.exit, JSON.parse(nobody.out).excerpts], [0, []]);
    assert.match(nobody.err, /“NP9” does not speak in these excerpts; these do: NP1/);
  });

  it('filters by coder and transcript', async () => {
    assert.equal((await rows('--coder', 'js')).length, 5);
    assert.equal((await rows('--coder', 'EA', '--coder', 'JS')).length, 8);
    assert.equal((await rows('--transcript', 'transcripts/group.md')).length, 3);
    const fromBelow = await study.run(
      ['excerpts', '--study', '..', '--transcript', 'group.md', '--json'],
      'transcripts',
    );
    assert.equal(JSON.parse(fromBelow.out).counts.excerpts, 3);
  });

  it('refuses what it does not know, with what is near', async () => {
    const cases: [string[], string, string[] | undefined][] = [
      [['--code', 'disclosure'], 'unknown-code', ['self-disclosure']],
      [['--code', 'influence'], 'unknown-code', []],
      [['--theme', 'hope'], 'unknown-theme', []],
      [['--theme', 'the-rol'], 'unknown-theme', ['the-role']],
      [['--coder', 'AE'], 'unknown-coder', ['EA']],
      [['--transcript', 'pp-01'], 'missing-transcript', ['transcripts/pp-01.md']],
      [['--transcript', '../pp-01.md'], 'outside-study', undefined],
      [['--csv', '--md'], 'arguments', undefined],
    ];
    for (const [args, rule, near] of cases) {
      const plainly = await study.run(['excerpts', ...args]);
      assert.deepEqual([plainly.exit, plainly.out], [2, ''], args.join(' '));
      if (args.includes('--csv')) continue;
      const { error } = JSON.parse((await study.run(['excerpts', ...args, '--json'])).out);
      assert.equal(error.rule, rule);
      if (near !== undefined)
        assert.deepEqual(
          near.filter(each => !error.near.includes(each)),
          [],
        );
    }
  });

  it('prints text that fits a terminal', async () => {
    const { out } = await study.run(['excerpts']);
    assert.match(
      out,
      /^Influence on meetings \/ Self-disclosure {2}\[self-disclosure\]\n\n {2}PP1 {2}transcripts\/pp-01\.md:9 {2}\d+-\d+ {2}EA {2}\w{10}\n {4}I told a bit of my own story\n {4}Memo: quiet room\n/m,
    );
    assert.match(out, /\(orphan: not found in the transcript/);
    assert.match(out, /^8 excerpts, 1 in doubt\.$/m);
    for (const line of out.split('\n')) assert.ok(line.length <= 100, line);
  });

  it('prints CSV by RFC 4180 that no spreadsheet computes', async () => {
    const { out } = await study.run(['excerpts', '--csv']);
    assert.equal(out.split('\r\n').length, 10);
    const [header, ...body] = csvParseRows(out);
    assert.deepEqual(header, [
      'code',
      'title',
      'theme',
      'quote',
      'speaker',
      'transcript',
      'line',
      'start',
      'end',
      'coder',
      'outcome',
      'memo',
      'id',
      'evidence',
    ]);
    assert.equal(body[3]?.[3], "'=1+1 is not all there is");
    assert.equal(body[0]?.[11], 'quiet\nroom');
    for (const cell of body.flat()) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
  });

  it('says in every format how an excerpt stands to its code', async () => {
    const file = 'codings/EA/transcripts/pp-01.jsonl';
    const before = study.read(file);
    study.put(file, before.replaceAll('"memo":', '"evidence": "contradicts", "memo":'));
    const args = ['excerpts', '--code', 'self-disclosure', '--coder', 'EA'];
    const run = async (...more: string[]): Promise<string> => (await study.run([...args, ...more])).out;
    assert.equal(JSON.parse(await run('--json')).excerpts[0].evidence, 'contradicts');
    assert.equal(csvParseRows(await run('--csv'))[1]?.at(-1), 'contradicts');
    assert.match(await run('--md'), /coded by EA; contradicts$/m);
    assert.match(await run(), / {2}EA {2}contradicts {2}/);
    study.put(file, before);
  });

  it('prints Markdown', async () => {
    const { out } = await study.run(['excerpts', '--md']);
    assert.match(
      out,
      /^## Influence on meetings\n\n### Self-disclosure\n\n> I told a bit of my own story\n>\n> — PP1; transcripts\/pp-01\.md, line 9; coded by EA\n\nMemo: quiet room\n/m,
    );
    assert.equal(out.split('## Influence on meetings').length, 2);
    assert.match((await study.run(['excerpts', '--speaker', 'nobody', '--md'])).out, /None\./);
  });
});
