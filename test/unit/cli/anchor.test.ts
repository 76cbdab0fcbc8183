import assert from 'node:assert/strict';
import { code, codedStudy, TemporaryStudy, UNCODED } from './support/study.js';

const PP = 'transcripts/pp-01.md';
const GROUP = 'transcripts/group.md';
const EA = 'codings/EA/transcripts/pp-01.jsonl';

interface Row {
  readonly id: string;
  readonly outcome: string;
  readonly position: readonly [number, number] | null;
  readonly text: string | null;
  readonly quote: string;
  readonly candidates: readonly { position: [number, number]; text: string; score: number; line: number }[];
}

describe('verbatim anchor', () => {
  let study: TemporaryStudy;
  beforeEach(async () => {
    study = await codedStudy();
  });
  afterEach(() => study.remove());

  const json = async (...args: string[]) => {
    const { exit, out, err } = await study.run(['anchor', '--json', ...args]);
    assert.ok(exit < 2, err);
    const { codings, notes, counts } = JSON.parse(out) as {
      codings: Row[];
      notes: Row[];
      counts: Record<string, number>;
    };
    return { exit, codings, notes, counts };
  };
  const change = (file: string, from: string, to: string): void => {
    const text = study.read(file);
    assert.ok(text.includes(from), from);
    study.put(file, text.replace(from, to));
  };

  it('says of each coding everything about its place', async () => {
    const { codings } = await json(PP, '--coder', 'EA', '--code', 'self-disclosure');
    const [{ id, position, ...rest } = {} as Row] = codings;
    assert.equal(codings.length, 1);
    assert.match(id, /^[0-9a-z]{10}$/);
    assert.equal([...study.read(PP)].slice(...(position as [number, number])).join(''), rest.text);
    const base = JSON.parse(study.read(EA).split('\n')[0] ?? '').base;
    assert.deepEqual(rest, {
      coder: 'EA',
      code: 'self-disclosure',
      transcript: PP,
      outcome: 'exact',
      line: 9,
      text: 'I told a bit of *my own story*',
      quote: 'I told a bit of *my own story*',
      base,
      candidates: [],
    });
  });

  it('counts in code points of the text without byte order mark and with LF line ends', async () => {
    const { codings } = await json(GROUP, '--coder', 'EA');
    const text = [...study.read(GROUP).slice(1).replaceAll('\r\n', '\n')];
    const [start, end] = codings[0]?.position ?? [];
    assert.equal(text.slice(start, end).join(''), 'They bring hope 🌱, quietly');
  });

  it('names the code as it is today and keeps the quote as it was coded', async () => {
    change(PP, 'It was good for all of us', 'It was very good for all of us');
    const { codings } = await json(PP, '--code', 'self-disclosure', '--coder', 'JS');
    const [row] = codings as (Row & { code: string })[];
    assert.deepEqual([row?.code, row?.quote], ['self-disclosure', 'It was good for all of us']);
  });

  it('lists candidates with place, text and score, best first, and answers 1', async () => {
    await code(study, 'pp-01.md', 'it got quiet', 'valuing-the-role', 'KL');
    // The passage stands twice from now on, with all that stood around it.
    const paragraph = 'PP1: I told a bit of *my own story* and it got quiet.\n\nI: How was that?\n\n';
    study.put(PP, `${study.read(PP).replace(paragraph, paragraph + paragraph)}`);
    const { exit, codings, counts } = await json('--coder', 'KL');
    assert.equal(exit, 1);
    assert.deepEqual([counts.codings, counts.ambiguous], [1, 1]);
    const [row] = codings;
    assert.deepEqual([row?.outcome, row?.position, row?.text], ['ambiguous', null, null]);
    assert.deepEqual(new Set(row?.candidates.map(({ text }) => text)), new Set(['it got quiet']));
    assert.deepEqual(row?.candidates.map(({ line }) => line).sort(), [13, 9].sort());
    const scores = row?.candidates.map(({ score }) => score) ?? [];
    assert.deepEqual(
      scores,
      [...scores].sort((a, b) => b - a),
    );
    for (const score of scores) assert.ok(score > 0 && score <= 1);
  });

  it('gives notes without codes apart, and none where a code is asked for', async () => {
    const note = { quote: 'it got quiet', at: [0, 12], memo: 'Who?', id: 'note000001' };
    study.put('codings/KL/transcripts/pp-01.reading.ndjson', `${JSON.stringify(note)}\n`);
    const { codings, notes, counts } = await json('--coder', 'kl');
    assert.deepEqual([codings.length, notes.length, counts.codings, counts.notes], [0, 1, 0, 1]);
    assert.equal('code' in (notes[0] ?? {}), false);
    assert.equal((await json('--code', 'hope')).notes.length, 0);
  });

  it('limits by transcript, coder, code and outcome; figures are of all outcomes', async () => {
    const ids = async (...args: string[]) => (await json(...args)).codings.map(({ id }) => id);
    assert.deepEqual(await ids('--outcome', 'orphan'), ['orphan0001']);
    assert.deepEqual(await ids('--outcome', 'orphan', '--coder', 'EA'), []);
    assert.deepEqual(await ids(PP, '--code', 'nonsuch'), ['unknown001']);
    assert.equal((await ids(GROUP)).length, 3);
    assert.equal((await ids(GROUP, PP)).length, 8);
    assert.equal((await ids('--outcome', 'exact', '--outcome', 'orphan', '--coder', 'EA')).length, 3);
    const { counts, exit } = await json('--outcome', 'exact');
    assert.deepEqual([counts.codings, counts.orphan, exit], [8, 1, 0]);
  });

  it('takes the codings of a transcript that is gone for orphans', async () => {
    study.put(
      'codings/EA/transcripts/gone.jsonl',
      '{"code": "hope", "quote": "x", "at": [0, 1], "id": "gone000001"}\n',
    );
    const { exit, codings } = await json('transcripts/gone.md');
    assert.deepEqual([exit, codings[0]?.outcome, codings[0]?.candidates], [1, 'orphan', []]);
    const { out } = await study.run(['anchor', 'transcripts/gone.md']);
    assert.match(
      out,
      /^transcripts\/gone\.md\n\n {2}The transcript is not there: 1 coding without a place\.\n {2}Put it/,
    );
  });

  it('prints a block for each that needs a look, and how many do not', async () => {
    change(PP, 'bit of *my own story*', 'bit of *my very own story*');
    const { exit, out } = await study.run(['anchor', PP, '--coder', 'EA']);
    assert.equal(exit, 0);
    assert.match(
      out,
      /^transcripts\/pp-01\.md\n\n {2}changed {2}Self-disclosure \[self-disclosure\] {2}EA {2}\w{10} {2}line 9 {2}\d+-\d+\n {4}was: I told a bit of \*my own story\*\n {4}now: I told a bit of \*my very own story\*\n/,
    );
    assert.match(out, /^2 codings: 0 exact, 1 relocated, 1 changed, 0 ambiguous, 0 orphan\.$/m);
    assert.match(out, /^1 not listed \(exact, relocated\): see --all\.$/m);
    const { out: theirs } = await study.run(['anchor', '--coder', 'JS', '--code', 'hope']);
    assert.match(theirs, /\n {2}orphan {2}Hope \[hope\] {2}JS {2}orphan0001\n {4}was: words that are gone\n {4}\S/);
    const all = await study.run(['anchor', PP, '--all']);
    assert.match(
      all.out,
      /^ {2}relocated {2}Hope \[hope\] {2}EA {2}\w{10} {2}line 9 {2}\d+-\d+\n {4}it got quiet\n\n/m,
    );
    assert.doesNotMatch(all.out, /not listed/);
  });

  it('says nothing more than figures where all is well', async () => {
    const well = new TemporaryStudy(UNCODED);
    await code(well, 'pp-01.md', 'it got quiet', 'hope', 'EA');
    const { exit, out } = await well.run(['anchor']);
    assert.deepEqual(
      [exit, out],
      [
        0,
        '1 coding: 1 exact, 0 relocated, 0 changed, 0 ambiguous, 0 orphan.\n1 not listed (exact, relocated): see --all.\n',
      ],
    );
    well.remove();
  });

  it('obeys no control character of a transcript or a coding', async () => {
    const line = { code: 'hope', quote: 'a\u001b[31mb\u0007', at: [0, 5], id: 'evil000001' };
    study.put('codings/E\u001b[2J/transcripts/pp-01.jsonl', `${JSON.stringify(line)}\n`);
    const { out } = await study.run(['anchor', '--all']);
    assert.match(out, /evil000001/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not come through
    assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('names a transcript that cannot be read, and does nothing', async () => {
    study.put('transcripts/odd.md/inside.txt', 'a folder that is called like a transcript');
    study.put('codings/EA/transcripts/odd.jsonl', '{"code": "hope", "quote": "x", "at": [0, 1], "id": "odd0000001"}\n');
    const before = study.hash();
    for (const args of [[], ['--refresh']]) {
      const { exit, err } = await study.run(['anchor', ...args]);
      assert.equal(exit, 2);
      assert.match(err, /^verbatim anchor: transcripts\/odd\.md cannot be read \(.+\)\.$/m);
    }
    assert.equal(study.hash(), before);
  });

  it('refuses what it does not know, and what does not go together', async () => {
    const refused: [string[], string][] = [
      [['--outcome', 'gone'], 'unknown-outcome'],
      [['--coder', 'XY'], 'unknown-coder'],
      [['--code', 'hopee'], 'unknown-code'],
      [['transcripts/none.md'], 'missing-transcript'],
      [['--dry-run'], 'arguments'],
      [['--refresh', '--all'], 'arguments'],
      [['--refresh', '--code', 'hope'], 'arguments'],
      [['--refresh', '--outcome', 'exact'], 'arguments'],
    ];
    const before = study.hash();
    for (const [args, rule] of refused) {
      const { exit, out, err } = await study.run(['anchor', '--json', ...args]);
      assert.deepEqual([exit, JSON.parse(out).error.rule], [2, rule], args.join(' '));
      assert.match(err, /^verbatim anchor: .+\n {2}\S/);
    }
    assert.equal(study.hash(), before);
  });

  it('writes only when it is told to refresh', async () => {
    change(PP, 'I: What did', 'I: So what did');
    const before = study.hash();
    for (const args of [[], ['--all'], ['--json'], ['--refresh', '--dry-run'], ['--refresh', '--dry-run', '--json']])
      await study.run(['anchor', ...args]);
    assert.equal(study.hash(), before);
    assert.equal((await study.run(['anchor', '--refresh', '--dry-run'], 'transcripts')).exit, 0);
    assert.equal((await study.run(['anchor', '--refresh'], 'transcripts')).exit, 2);
    assert.equal(study.hash(), before);
    await study.run(['anchor', '--refresh']);
    assert.notEqual(study.hash(), before);
  });

  describe('--refresh', () => {
    const linesOf = (file: string): Record<string, unknown>[] =>
      study
        .read(file)
        .trim()
        .split('\n')
        .map(line => JSON.parse(line));

    it('moves what is certain, keeps the quote where the wording changed, and changes nothing a second time', async () => {
      change(PP, 'bit of *my own story* and it got quiet', 'bit of *my very own story* and it  got quiet');
      const { exit, out } = await study.run(['anchor', '--refresh', '--coder', 'EA', PP]);
      assert.equal(exit, 0);
      assert.equal(
        out,
        [
          'TRANSCRIPT            MOVED  BY CODER  OLDER QUOTE KEPT\n',
          'transcripts/pp-01.md      2  EA 2                     1\n\n',
          'Moved 2 codings to today’s version of the transcripts.\n',
          '1 of them keeps its older quote, because the wording changed.\n',
        ].join(''),
      );
      assert.deepEqual(
        linesOf(EA).map(({ quote }) => quote),
        ['I told a bit of *my own story*', 'it  got quiet'],
      );
      const after = study.hash();
      const again = await study.run(['anchor', '--refresh', '--coder', 'EA', PP]);
      assert.deepEqual([again.exit, again.out], [0, 'Nothing to move; 1 transcript looked at.\n']);
      assert.equal(study.hash(), after);
      const { codings, counts } = await json('--coder', 'EA', PP);
      assert.deepEqual([codings.map(({ outcome }) => outcome), counts.older], [['changed', 'exact'], 0]);
    });

    it('says what it would do and what it did, for a program, and answers 1 where something is left', async () => {
      const lines = linesOf('codings/JS/transcripts/group.jsonl');
      change(GROUP, 'What do peers bring?', 'What, then, do peers bring?');
      for (const dryRun of [true, false]) {
        const { exit, out } = await study.run(['anchor', '--refresh', '--json', ...(dryRun ? ['--dry-run'] : [])]);
        const report = JSON.parse(out);
        assert.deepEqual([exit, report.dryRun, report.counts.orphan], [1, dryRun, 1]);
        const [group, pp] = report.transcripts;
        const { base, ...rest } = group;
        assert.deepEqual(rest, {
          transcript: GROUP,
          moved: 3,
          coders: { EA: 1, JS: 2 },
          kept: 0,
          ambiguous: 0,
          orphan: 0,
          committed: null,
        });
        assert.match(base, /^[0-9a-f]{12}$/);
        assert.deepEqual([pp.transcript, pp.orphan], [PP, 1]);
        assert.deepEqual(lines[0]?.base === linesOf('codings/JS/transcripts/group.jsonl')[0]?.base, dryRun);
      }
    });

    it('leaves a broken line, and lines without a certain place, byte for byte', async () => {
      const kept = study.read('codings/JS/transcripts/pp-01.jsonl').split('\n');
      await study.run(['anchor', '--refresh']);
      const after = study.read('codings/JS/transcripts/pp-01.jsonl').split('\n');
      for (const line of kept.filter(each => /orphan0001|"quote": $/.test(each))) assert.ok(after.includes(line), line);
      assert.equal(after.length, kept.length);
    });
  });
});
