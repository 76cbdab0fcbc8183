import assert from 'node:assert/strict';
import { csvParse, csvParseRows } from 'd3-dsv';
import { codedStudy, type TemporaryStudy } from './support/study.js';

/** An attribute whose values a spreadsheet would compute and Markdown would show as something else. */
const HOSTILE = '=1+1 | <img src=x> *a*';

describe('verbatim matrix', () => {
  let study: TemporaryStudy;
  before(async () => {
    study = await codedStudy();
    study.put(
      'participants.csv',
      `participant,role,place\nPP1,peer,"${HOSTILE}"\nNP1,non-peer,town\nNP2,non-peer,town\n`,
    );
  });
  after(() => study.remove());

  it('says of how many participants how many speak, and counts everybody once', async () => {
    const { exit, out, err } = await study.run(['matrix', '--columns', 'role']);
    assert.deepEqual([exit, err], [0, '']);
    assert.equal(
      out,
      [
        'CODE              TITLE             non-peer (of 2)  peer (of 1)  all (of 3)',
        'self-disclosure   Self-disclosure                 0            1           1',
        'hope              Hope                            2            1           3',
        'valuing-the-role  Valuing the role                1            0           1',
        'all                                               2            1           3',
        '',
        '3 of 3 participants, 6 excerpts, 40 words.',
        'Counted are the participants who speak in the excerpts, each once; interviewers and undeclared',
        'speakers are not counted.',
        'Not counted: 1 excerpt in doubt has no certain place; 1 excerpt is in no row or no column.',
        '',
      ].join('\n'),
    );
  });

  it('counts excerpts and words, by whatever the study knows, in any order', async () => {
    const csv = async (...more: string[]) => csvParse((await study.run(['matrix', '--csv', ...more])).out);
    const excerpts = await csv('--rows', 'theme', '--columns', 'kind', '--count', 'excerpts');
    assert.deepEqual(
      excerpts.map(({ theme, interview, all }) => [theme, interview, all]),
      [
        ['influence', '3', '5'],
        ['the-role', '0', '1'],
        ['all', '3', '6'],
      ],
    );
    const sorted = await csv('--columns', 'session', '--count', 'words', '--sort');
    assert.deepEqual(sorted.columns, ['code', 'title', 'group', 'pp-01', 'all']);
    assert.deepEqual(
      sorted.map(({ code, all }) => `${code} ${all}`),
      ['self-disclosure 15', 'hope 14', 'valuing-the-role 11', 'all 40'],
    );
  });

  it('gives each cell with the question that finds its excerpts', async () => {
    const { out } = await study.run(['matrix', '--columns', 'role', '--query', 'coder:EA', '--in-scope', '--json']);
    const { cells, total, counts, rows } = JSON.parse(out);
    assert.ok(cells.length > 1);
    for (const { query, excerpts } of cells) {
      const found = await study.run(['query', query, '--count']);
      assert.deepEqual([found.exit, found.out], [0, `${excerpts}\n`], query);
    }
    assert.equal((await study.run(['query', total.query, '--count'])).out, `${counts.excerpts}\n`);
    assert.equal(rows[0].total.excerpts, 1);
  });

  it('writes tables in which nothing computes and nothing is markup', async () => {
    const args = ['matrix', '--rows', 'place', '--columns', 'coder', '--count', 'excerpts'];
    const rows = csvParseRows((await study.run([...args, '--csv'])).out);
    assert.equal(rows[1]?.[0], `'${HOSTILE}`);
    const { out } = await study.run([...args, '--md', '--query', 'words:"all of us" or not words:`x`']);
    assert.match(out, /^# Place by coder: excerpts\n\n`` words:"all of us" or not words:`x` ``\n/);
    assert.ok(out.includes('\\=1+1 \\| \\<img src\\=x\\> \\*a\\*'), out);
  });

  it('refuses what it does not know, and says what there is', async () => {
    const axis = await study.run(['matrix', '--columns', 'rolle', '--json']);
    assert.equal(axis.exit, 2);
    assert.match(axis.err, /This study cannot be counted by “rolle”\.\n {2}Did you mean role\?/);
    assert.equal(JSON.parse(axis.out).error.rule, 'unknown-axis');
    const question = await study.run(['matrix', '--query', 'code:hope and']);
    assert.equal(question.exit, 2);
    assert.match(question.err, /column 14: A term is expected/);
    assert.match((await study.run(['matrix', '--count', 'people'])).err, /--count people is not known/);
    assert.match((await study.run(['matrix', '--csv', '--md'])).err, /do not go together/);
  });

  it('leaves no trace in the study', async () => {
    const before = study.hash();
    for (const verb of ['matrix', 'cooccurrence', 'new-codes']) assert.equal((await study.run([verb])).exit, 0);
    assert.equal(study.hash(), before);
  });
});

describe('verbatim cooccurrence', () => {
  let study: TemporaryStudy;
  before(async () => {
    study = await codedStudy();
  });
  after(() => study.remove());

  it('lists the pairs, most first, and says where they meet', async () => {
    assert.equal((await study.run(['cooccurrence'])).out.split('\n')[0], 'CODE  AND  participants (of 3)  passages');
    const { exit, out } = await study.run(['cooccurrence', '--unit', 'near:9', '--count', 'passages', '--md']);
    assert.equal(exit, 0);
    assert.match(out, /^# Codes that meet at most 9 turns apart\n/);
  });

  it('has all codes by all codes as CSV, on the diagonal the codes themselves', async () => {
    const rows = csvParseRows(
      (await study.run(['cooccurrence', '--unit', 'turn', '--count', 'passages', '--csv'])).out,
    );
    assert.deepEqual(rows[0], ['code', 'self-disclosure', 'hope', 'valuing-the-role']);
    assert.deepEqual(
      rows.slice(1).map((row, i) => row[i + 1]),
      ['2', '3', '1'],
    );
  });

  it('gives each pair with its question', async () => {
    const { out } = await study.run(['cooccurrence', '--json', '--query', 'not words:nonsuch']);
    const { unit, codes, pairs, counts } = JSON.parse(out);
    assert.deepEqual([unit, pairs, counts.pairs], ['overlap', [], 0]);
    assert.equal((await study.run(['query', codes[1].query, '--count'])).out, '3\n');
  });

  it('refuses a unit it does not know', async () => {
    const { exit, err } = await study.run(['cooccurrence', '--unit', 'sentence']);
    assert.equal(exit, 2);
    assert.match(err, /--unit sentence is not known\.\n {2}Write overlap, turn, or near:N/);
  });
});

describe('verbatim new-codes', () => {
  it('lists what each session brought, but not under a reflexive stance', async () => {
    const study = await codedStudy();
    try {
      const { sessions, counts } = JSON.parse((await study.run(['new-codes', '--json'])).out);
      assert.deepEqual(
        sessions.map(({ name, newCodes }: { name: string; newCodes: string[] }) => [name, ...newCodes]),
        [
          ['group', 'hope', 'valuing-the-role'],
          ['pp-01', 'self-disclosure'],
        ],
      );
      assert.deepEqual(counts, { sessions: 2, codes: 3 });
      study.put('verbatim.json', '{ "stance": "reflexive" }\n');
      const hidden = await study.run(['new-codes']);
      assert.deepEqual([hidden.exit, hidden.out], [2, '']);
      assert.match(hidden.err, /stance “reflexive”/);
    } finally {
      study.remove();
    }
  });
});
