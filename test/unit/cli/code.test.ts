import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { blobId } from '../../../src/core/coding/blobId.js';
import { code, TemporaryStudy, UNCODED } from './support/study.js';

const PP = 'transcripts/pp-01.md';
const GROUP = 'transcripts/group.md';
const EA = ['--coder', 'EA'];
const HOPE = ['--code', 'hope'];
const QUIET = ['--quote', 'it got quiet'];

describe('verbatim code', () => {
  let study: TemporaryStudy;
  beforeEach(() => {
    study = new TemporaryStudy(UNCODED);
  });
  afterEach(() => study.remove());

  it('adds one line and changes nothing else', async () => {
    const before = [PP, GROUP, 'codebook.md'].map(file => study.read(file));
    const { exit, out, err } = await study.run(['code', PP, ...QUIET, ...HOPE, ...EA, '--memo', 'the turn']);
    assert.deepEqual([exit, err], [0, '']);
    const file = study.read('codings/EA/transcripts/pp-01.jsonl');
    const [start, end] = JSON.parse(file).at;
    const base = blobId(readFileSync(path.join(study.root, PP))).slice(0, 12);
    const id = JSON.parse(file).id;
    const context = '["old a bit of *my own story* and ", ".\\n\\nI: How was that?\\n\\nPP1: It was"]';
    const rest = `"base": "${base}", "memo": "the turn", "created": "2026-03-02T10:03:11Z", "id": "${id}"`;
    assert.equal(
      file,
      `{"code": "hope", "quote": "it got quiet", "at": [${start}, ${end}], "context": ${context}, ${rest}}\n`,
    );
    assert.equal(out, `Coded as Hope [hope]: ${PP}:9  ${start}-${end}  EA  ${id}\n    it got quiet\n`);
    assert.deepEqual(
      [PP, GROUP, 'codebook.md'].map(each => study.read(each)),
      before,
    );
  });

  it('answers in JSON', async () => {
    const { out } = await study.run(['code', PP, ...QUIET, '--code', 'Hope', '--code', 'own-story', ...EA, '--json']);
    const { codings, counts } = JSON.parse(out);
    assert.deepEqual(counts, { added: 2, already: 0 });
    const { id, position, ...rest } = codings[1];
    assert.match(id, /^[0-9a-z]{10}$/);
    assert.equal(position[1] - position[0], 12);
    assert.deepEqual(rest, {
      code: 'self-disclosure',
      title: 'Self-disclosure',
      quote: 'it got quiet',
      transcript: PP,
      line: 9,
      coder: 'EA',
      memo: null,
    });
  });

  it('codes by position in a file with byte order mark, CRLF and astral characters', async () => {
    const text = [...study.read(GROUP).slice(1).replaceAll('\r\n', '\n')];
    const start = text.join('').indexOf('🌱');
    const at = [...text.join('').slice(0, start)].length;
    const { exit } = await study.run(['code', GROUP, '--at', `${at}-${at + 10}`, ...HOPE, ...EA]);
    assert.equal(exit, 0);
    const coding = JSON.parse(study.read('codings/EA/transcripts/group.jsonl'));
    assert.deepEqual([coding.quote, coding.at], ['🌱, quietly', [at, at + 10]]);
    const { excerpts } = JSON.parse((await study.run(['excerpts', '--json'])).out);
    assert.deepEqual([excerpts[0].outcome, excerpts[0].speaker], ['exact', 'NP1']);
  });

  it('finds a quote over several lines whatever the line ends', async () => {
    await code(study, 'group.md', '🙂🙃\n\n**NP1:** They bring', 'hope', 'EA');
    assert.equal(JSON.parse(study.read('codings/EA/transcripts/group.jsonl')).quote, '🙂🙃\n\n**NP1:** They bring');
  });

  it('writes out the id of the code where the heading has none', async () => {
    await study.run(['code', PP, ...QUIET, '--code', 'Valuing the role', ...EA]);
    assert.match(study.read('codebook.md'), /^### Valuing the role \{#valuing-the-role\}$/m);
  });

  it('makes a new code in a theme', async () => {
    const { exit, out } = await study.run([
      'code',
      PP,
      ...QUIET,
      '--new-code',
      'Silence',
      '--theme',
      'the role',
      ...EA,
    ]);
    assert.equal(exit, 0);
    assert.match(out, /^Coded as Silence \[silence\]/);
    const { codes } = JSON.parse((await study.run(['codes', '--json'])).out);
    const silence = codes.find((row: { id: string }) => row.id === 'silence');
    assert.deepEqual([silence.themePath, silence.codings], [['The role'], 1]);
  });

  it('starts a study in a folder of Markdown', async () => {
    const bare = new TemporaryStudy({ 'one.md': 'PP1: Hello.\n\nPP1: There.\n' });
    assert.match(
      (await bare.run(['code', 'one.md', '--quote', 'Hello', ...HOPE, ...EA])).err,
      /no code “hope”.*\n.*no codebook\.md in this study yet/,
    );
    assert.equal((await bare.run(['code', 'one.md', '--quote', 'Hello', '--new-code', 'Greeting', ...EA])).exit, 0);
    assert.deepEqual(bare.names(), ['.verbatim', 'codebook.md', 'codings', 'one.md']);
    bare.remove();
  });

  it('says so where the passage is coded so already, by whatever name and wherever it has gone', async () => {
    await code(study, 'pp-01.md', 'it got quiet', 'self-disclosure', 'EA');
    study.put(PP, study.read(PP).replace('I: What', 'I: So what'));
    study.put(
      'codebook.md',
      study.read('codebook.md').replace('{#self-disclosure formerly="', '{#telling formerly="self-disclosure '),
    );
    const before = study.hash();
    const again = await study.run(['code', PP, ...QUIET, '--code', 'telling', ...EA, '--json']);
    assert.deepEqual([again.exit, JSON.parse(again.out)], [0, { codings: [], counts: { added: 0, already: 1 } }]);
    assert.match((await study.run(['code', PP, ...QUIET, '--code', 'sharing', ...EA])).out, /^Already coded so: /);
    assert.equal(study.hash(), before);
    const other = await study.run(['code', PP, ...QUIET, '--code', 'telling', '--coder', 'JS', '--json']);
    assert.equal(JSON.parse(other.out).counts.added, 1);
  });

  it('refuses a quote that occurs more than once, with its places', async () => {
    const before = study.hash();
    const args = ['code', PP, '--quote', 'It was good', ...HOPE, ...EA];
    const { exit, err } = await study.run(args);
    assert.equal(exit, 2);
    assert.match(
      err,
      /stands in transcripts\/pp-01\.md 2 times\. Nothing was written\.\n {2}line 13 {2}\d+-\d+ .*\[It was good\]\. It was good for.*\n {2}line 13 {2}/,
    );
    const { error } = JSON.parse((await study.run([...args, '--json'])).out);
    assert.deepEqual([error.rule, error.places.length, error.places[1].line], ['ambiguous-quote', 2, 13]);
    const [start, end] = error.places[1].position;
    assert.equal([...study.read(PP)].slice(start, end).join(''), 'It was good');
    assert.deepEqual([study.hash(), existsSync(path.join(study.root, '.verbatim'))], [before, false]);
    assert.equal((await study.run(['code', PP, '--at', `${start}-${end}`, ...HOPE, ...EA])).exit, 0);
  });

  it('does not find quotes in the front matter, and helps where only marks or spaces differ', async () => {
    assert.match((await study.run(['code', PP, '--quote', 'interviewer: I', ...HOPE, ...EA])).err, /does not stand in/);
    const { err, out } = await study.run(['code', PP, '--quote', 'a bit of  my Own\nstory', ...HOPE, ...EA, '--json']);
    assert.match(err, /line 9 {2}(\d+)-(\d+) .*\[a bit of \*my own story\]/);
    const { error } = JSON.parse(out);
    assert.equal(error.rule, 'quote-not-found');
    const [start, end] = error.similar[0].position;
    assert.equal([...study.read(PP)].slice(start, end).join(''), 'a bit of *my own story');
  });

  it('refuses what is wrong and leaves every byte', async () => {
    const elsewhere = new TemporaryStudy({ 'outside.md': 'PP1: it got quiet\n' });
    const outside = path.join(elsewhere.root, 'outside.md');
    symlinkSync(outside, path.join(study.root, 'transcripts', 'link.md'));
    study.put('notes.txt', 'it got quiet');
    study.put('transcripts/data.csv', 'it got quiet');
    study.put('memos/2026-01-01-a.md', 'it got quiet');
    const before = study.hash();
    const cases: [string, string[]][] = [
      ['arguments', []],
      ['arguments', [PP, ...HOPE, ...EA]],
      ['arguments', [PP, ...QUIET, '--at', '1-2', ...HOPE, ...EA]],
      ['arguments', [PP, ...QUIET, ...EA]],
      ['arguments', [PP, ...QUIET, ...HOPE]],
      ['arguments', [PP, GROUP, ...QUIET, ...HOPE, ...EA]],
      ['arguments', [PP, ...QUIET, ...HOPE, ...EA, '--coder', 'JS']],
      ['arguments', [PP, ...QUIET, ...HOPE, ...EA, '--theme', 'the-role']],
      ['arguments', [PP, ...QUIET, '--new-code', ' ', ...EA]],
      ['missing-transcript', ['transcripts/pp-1.md', ...QUIET, ...HOPE, ...EA]],
      ['missing-transcript', ['transcripts', ...QUIET, ...HOPE, ...EA]],
      ['missing-transcript', ['transcripts/link.md', ...QUIET, ...HOPE, ...EA]],
      ['missing-transcript', ['codebook.md', ...QUIET, ...HOPE, ...EA]],
      ['missing-transcript', ['memos/2026-01-01-a.md', ...QUIET, ...HOPE, ...EA]],
      ['outside-study', ['../pp-01.md', ...QUIET, ...HOPE, ...EA]],
      ['outside-study', [outside, ...QUIET, ...HOPE, ...EA]],
      ['not-markdown', ['transcripts/data.csv', ...QUIET, ...HOPE, ...EA]],
      ['not-markdown', ['notes.txt', ...QUIET, ...HOPE, ...EA]],
      ['unknown-code', [PP, ...QUIET, '--code', 'hpoe', ...EA]],
      ['unknown-code', [PP, ...QUIET, '--code', 'influence', ...EA]],
      ['unknown-code', [PP, ...QUIET, '--code', '', ...EA]],
      ['unknown-theme', [PP, ...QUIET, '--new-code', 'New', '--theme', 'nonsuch', ...EA]],
      ['code-exists', [PP, ...QUIET, '--new-code', 'HOPE', ...EA]],
      ['bad-coder', [PP, ...QUIET, ...HOPE, '--coder', '../EA']],
      ['bad-coder', [PP, ...QUIET, ...HOPE, '--coder', '']],
      ['bad-coder', [PP, ...QUIET, ...HOPE, '--coder', 'con']],
      ['empty-span', [PP, '--quote', ' \n', ...HOPE, ...EA]],
      ['empty-span', [PP, '--at', '120-120', ...HOPE, ...EA]],
      ['empty-span', [PP, '--at', '130-120', ...HOPE, ...EA]],
      ['bad-span', [PP, '--at', '10-99999', ...HOPE, ...EA]],
      ['bad-span', [PP, '--at', '10', ...HOPE, ...EA]],
      ['bad-span', [PP, '--at', '1.5-3', ...HOPE, ...EA]],
      ['quote-not-found', [PP, '--quote', 'it got loud', ...HOPE, ...EA]],
    ];
    for (const [rule, args] of cases) {
      const { exit, out, err } = await study.run(['code', ...args, '--json']);
      assert.equal(exit, 2, args.join(' '));
      assert.equal(JSON.parse(out).error.rule, rule, `${args.join(' ')}: ${err}`);
      assert.match(err, /^verbatim code: .+\n {2}.+/);
    }
    assert.deepEqual([study.hash(), existsSync(path.join(study.root, '.verbatim'))], [before, false]);
    assert.match((await study.run(['code', PP, ...QUIET, '--code', 'hpoe', ...EA])).err, /Did you mean hope\?/);
    assert.match(
      (await study.run(['code', 'pp-1.md', ...QUIET, ...HOPE, ...EA])).err,
      /Did you mean transcripts\/pp-01\.md\?/,
    );
    elsewhere.remove();
  });

  it('refuses a coder whose folder would be another’s on some systems', async () => {
    await code(study, 'pp-01.md', 'it got quiet', 'hope', 'EA');
    const { exit, err } = await study.run(['code', PP, ...QUIET, ...HOPE, '--coder', 'ea']);
    assert.equal(exit, 2);
    assert.match(err, /There is a coder “EA”/);
  });

  it('starts no study inside a study', async () => {
    const before = study.hash();
    const { exit, err } = await study.run(['code', 'pp-01.md', ...QUIET, ...HOPE, ...EA], 'transcripts');
    assert.equal(exit, 2);
    assert.match(err, /lies in one.*\n.*--study \.\./);
    assert.equal(study.hash(), before);
    assert.equal(
      (await study.run(['code', 'pp-01.md', '--study', '..', ...QUIET, ...HOPE, ...EA], 'transcripts')).exit,
      0,
    );
  });

  it('works beside broken lines and keeps them', async () => {
    study.put('codings/EA/transcripts/pp-01.jsonl', '{"broken\n<<<<<<< HEAD\n');
    await code(study, 'pp-01.md', 'it got quiet', 'hope', 'EA');
    assert.match(study.read('codings/EA/transcripts/pp-01.jsonl'), /^\{"broken\n<<<<<<< HEAD\n\{"code": "hope"/);
  });
});
