import assert from 'node:assert/strict';
import { csvParse } from 'd3-dsv';
import { CorpusReader } from '../../../src/core/analysis/corpus/corpusReader.js';
import { ask } from '../../../src/core/analysis/query/ask.js';
import { saveQuery } from '../../../src/core/analysis/query/saved/save.js';
import { atOnce } from '../../../src/core/pieces.js';
import { openStudy } from '../../../src/node/studies.js';
import { fixedEnvironment } from '../support/environment.js';
import { codedStudy, type TemporaryStudy } from './support/study.js';

describe('verbatim query', () => {
  let study: TemporaryStudy;
  before(async () => {
    study = await codedStudy();
    study.put('queries/peers.query', '# What peers say\n\nrole:peer\n  not code:hope\n');
    study.put('queries/broken.query', '# Not yet\nrole:peer and\n  code:hoppe\n');
  });
  after(() => study.remove());

  it('prints where each excerpt stands, who says it, its code, its coder and its words', async () => {
    const { exit, out, err } = await study.run(['query', 'code:self-disclosure or words:"bring hope"']);
    assert.deepEqual([exit, err], [0, '']);
    assert.equal(
      out.replace(/[0-9a-z]{10}$/gm, 'ID').replace(/\d+-\d+/g, 'RANGE'),
      [
        '  NP1  transcripts/group.md:9  RANGE  [hope]  EA  ID',
        '    They bring hope 🌱, quietly',
        '',
        '  PP1  transcripts/pp-01.md:9  RANGE  [self-disclosure]  EA  ID',
        '    I told a bit of my own story',
        '    Memo: quiet room',
        '',
        '  PP1  transcripts/pp-01.md:13  RANGE  [self-disclosure]  JS  ID',
        '    It was good for all of us',
        '',
        '2 participants, 3 excerpts, 2 transcripts.',
        '',
      ].join('\n'),
    );
  });

  it('says the same in every form, in the order of the core', async () => {
    const text = 'code:hope or code:nonsuch';
    const opened = await openStudy(study.root, fixedEnvironment());
    const answer = atOnce(ask(text, await new CorpusReader(opened).read()));
    const ids = answer.query === undefined ? [] : answer.excerpts.map(({ coding }) => coding.id);
    assert.equal(ids.length, 5);
    const json = JSON.parse((await study.run(['query', text, '--json'])).out);
    assert.deepEqual(
      json.excerpts.map(({ id }: { id: string }) => id),
      ids,
    );
    assert.deepEqual([json.query, json.counts], [text, { participants: 3, excerpts: 5, transcripts: 2 }]);
    assert.deepEqual(json.excerpts[0].participants, ['NP1']);
    const csv = csvParse((await study.run(['query', text, '--csv'])).out);
    assert.deepEqual(
      csv.map(({ id }) => id),
      ids,
    );
    assert.equal(csv[1]?.quote, "'=1+1 is not all there is");
    const { out } = await study.run(['query', text, '--md']);
    assert.match(out, /^# Excerpts\n\n`code:hope or code:nonsuch`\n\n3 participants, 5 excerpts, 2 transcripts\.\n/);
    assert.match(
      out,
      /\n## transcripts\/group\.md\n\n> They bring hope 🌱, quietly\n>\n> — NP1; transcripts\/group\.md, line 9; Hope; coded by EA\n/,
    );
    assert.match(out, /nonsuch \(not in the codebook\)/);
    assert.equal((await study.run(['query', text, '--count'])).out, '5\n');
    const counts = JSON.parse((await study.run(['query', text, '--count', '--json'])).out);
    assert.deepEqual(counts, { query: text, counts: { participants: 3, excerpts: 5, transcripts: 2 } });
  });

  it('asks a saved question as it is written in its file', async () => {
    const written = await study.run(['query', 'role:peer not code:hope']);
    for (const name of ['peers', 'Peers', 'queries/peers.query'])
      assert.deepEqual(await study.run(['query', '--saved', name]), written);
    assert.match((await study.run(['query', '--saved', 'peers', '--md'])).out, /^# What peers say\n/);
    const missing = await study.run(['query', '--saved', 'pears', '--json']);
    assert.equal(missing.exit, 2);
    assert.deepEqual(JSON.parse(missing.out).error.near, ['peers']);
  });

  it('asks what was saved in the window', async () => {
    const opened = await openStudy(study.root, fixedEnvironment());
    const text = 'code:hope overlaps:() or (coder:JS "all there is")';
    const edit = await saveQuery(opened, 'from the window', 'Over and over', text);
    assert.equal(edit.created, true);
    const [saved, written] = [
      await study.run(['query', '--saved', 'from the window']),
      await study.run(['query', text]),
    ];
    assert.equal(written.exit, 0);
    assert.deepEqual(saved, written);
  });

  it('lists what is saved', async () => {
    const { exit, out } = await study.run(['query', '--list']);
    assert.equal(exit, 0);
    assert.match(out, /^NAME +TITLE +QUESTION\nbroken +Not yet +role:peer and code:hoppe\n/);
    const { queries } = JSON.parse((await study.run(['query', '--list', '--json'])).out);
    assert.deepEqual(queries.at(-1), {
      name: 'peers',
      path: 'queries/peers.query',
      title: 'What peers say',
      text: 'role:peer\n  not code:hope',
    });
  });

  it('answers like grep: 0 where there is something, 1 where there is nothing', async () => {
    assert.equal((await study.run(['query', ''])).exit, 0);
    const none = await study.run(['query', 'code:hope code:nonsuch']);
    assert.deepEqual(none, { exit: 1, out: 'No excerpts.\n', err: '' });
    assert.equal((await study.run(['query', 'is:doubtful', '--count'])).out, '1\n');
  });

  it('answers for CI whether it is as many as expected', async () => {
    assert.equal((await study.run(['query', 'code:hope', '--expect', '4'])).exit, 0);
    assert.equal((await study.run(['query', 'code:hope code:nonsuch', '--expect', '0'])).exit, 0);
    const { exit, err } = await study.run(['query', 'code:hope', '--expect', '1', '--count']);
    assert.deepEqual([exit, err], [1, 'verbatim query: 1 excerpt expected, 4 found.\n']);
  });

  it('refuses what it does not understand, and shows where', async () => {
    const { exit, out, err } = await study.run(['query', 'role:peer and code:hoppe or coder:EB', '--json']);
    assert.equal(exit, 2);
    assert.equal(
      err,
      [
        'verbatim query: column 15: The study has no code “hoppe”.',
        '  role:peer and code:hoppe or coder:EB',
        '                ^^^^^^^^^^',
        '  column 29: The study has no coder “EB”. Did you mean EA or JS?',
        '  Did you mean hope?',
        '',
      ].join('\n'),
    );
    assert.deepEqual(JSON.parse(out).error.problems, [
      { line: 1, column: 15, message: 'The study has no code “hoppe”.', remedy: 'Did you mean hope?' },
      { line: 1, column: 29, message: 'The study has no coder “EB”.', remedy: 'Did you mean EA or JS?' },
    ]);
    assert.match(
      (await study.run(['query', '--saved', 'broken'])).err,
      /^verbatim query: queries\/broken\.query:3, column 3: The study has no code “hoppe”\.\n {4}code:hoppe\n {4}\^{10}\n/,
    );
    for (const [args, why] of [
      [[], /The question is missing/],
      [['a', '--saved', 'peers'], /two questions/],
      [['code:hope', 'role:peer'], /one argument too many/],
      [['--list', 'a'], /--list asks no question/],
      [['--list', '--csv'], /--list asks no question/],
      [['a', '--csv', '--md'], /do not go together/],
      [['a', '--csv', '--count'], /--count and --csv do not go together/],
      [['a', '--expect', 'many'], /“many” is no number/],
    ] as const) {
      const result = await study.run(['query', ...args]);
      assert.equal(result.exit, 2, args.join(' '));
      assert.match(result.err, why);
    }
  });

  it('has broken saved questions among the problems of the study', async () => {
    const { out } = await study.run(['check']);
    assert.match(
      out,
      /^queries\/broken\.query:3 {2}warning {2}query-name\n {2}The study has no code “hoppe”\.\n {2}Did you mean hope\?$/m,
    );
  });
});
