import assert from 'node:assert/strict';
import { queryFields } from '../../../../src/core/analysis/query/builder.js';
import { checkQuery } from '../../../../src/core/analysis/query/check.js';
import { parseQuery } from '../../../../src/core/analysis/query/parse.js';
import type { Query } from '../../../../src/core/analysis/query/query.js';
import { corpusOf, FILES } from './support/smallCorpus.js';

describe('checking a question against a study', () => {
  const problems = async (text: string): Promise<string[]> => {
    const { query } = parseQuery(text);
    assert.ok(query, text);
    const found = checkQuery(query, await corpusOf(FILES));
    return found.map(({ from, to, message, remedy }) => `${text.slice(from, to)}: ${message} ${remedy}`);
  };

  it('has nothing against names that there are, former ones, titles and spellings included', async () => {
    const texts = [
      'code:hope code:optimism code:"being heard" code:Influence theme:influence theme:"INFLUENCE"',
      'code:stray coder:ea participant:pp3 speaker:int role:Peer site:north session:pp-03 session:transcripts/np-01.md',
      'kind:interview tags:quiet tags:"quiet, late" "years in role":3 phase:none is:example words:whatever memo:x',
      'overlaps:hope near:2:(role:peer) code:* role:* tags:* evidence:none',
    ];
    for (const text of texts) assert.deepEqual(await problems(text), [], text);
  });

  it('says which names there are none of, and what is near', async () => {
    assert.deepEqual(await problems('code:hoppe or theme:hope'), [
      'code:hoppe: The study has no code “hoppe”. Did you mean hope?',
      'theme:hope: “hope” is a code, not a theme. Write code:hope.',
    ]);
    assert.deepEqual(await problems('not within:irrelevant'), [
      'irrelevant: The study has no code “irrelevant”. Choose among: influence, hope, being-heard, peer-talk, stray.',
    ]);
    assert.deepEqual(await problems('participant:PP33 coder:EB speaker:X9'), [
      'participant:PP33: The study has no participant “PP33”. Did you mean PP3?',
      'coder:EB: The study has no coder “EB”. Did you mean EA or MB?',
      'speaker:X9: The study has no speaker “X9”. Choose among: INT, NP1, PP3.',
    ]);
    assert.deepEqual(await problems('roles:peer'), [
      'roles:peer: “roles” is no field, no column of participants.csv and no entry of any front matter. Did you mean role? To search for the words, write "roles:peer".',
    ]);
    assert.deepEqual(await problems('role:pear or (kind:x and session:pp-3)'), [
      'role:pear: Nobody and no transcript has “pear” as role. Did you mean peer?',
      'kind:x: Nobody and no transcript has “x” as kind. Choose among: interview.',
      'session:pp-3: The study has no session “pp-3”. Did you mean pp-03?',
    ]);
  });

  it('names places in the canonical text where the question was never written', async () => {
    const made: Query = {
      is: 'and',
      of: [
        { is: 'term', field: 'role', value: 'peer' },
        { is: 'not', of: { is: 'term', field: 'code', value: 'x y' } },
      ],
    };
    const [problem] = checkQuery(made, await corpusOf(FILES));
    assert.deepEqual(
      [problem?.from, problem?.to],
      ['role:peer and not '.length, 'role:peer and not code:"x y"'.length],
    );
    const [wrong] = checkQuery({ is: 'term', field: 'is', value: 'odd' }, await corpusOf(FILES));
    assert.equal(wrong?.message, '“odd” is nothing that “is:” knows.');
    const [turns] = checkQuery(
      { is: 'relation', how: 'near', turns: -1, other: { is: 'and', of: [] } },
      await corpusOf(FILES),
    );
    assert.equal(turns?.message, '-1 is no number of turns.');
  });
});

describe('what can be asked', () => {
  it('are the fields of every study, its own, and relations, each with the values there are', async () => {
    const fields = queryFields(await corpusOf(FILES));
    const values = Object.fromEntries(fields.map(({ field, values }) => [field, values.map(({ value }) => value)]));
    assert.deepEqual(values, {
      code: ['influence', 'hope', 'being-heard', 'peer-talk', 'stray'],
      theme: ['influence'],
      words: [],
      participant: ['NP1', 'PP3'],
      speaker: ['INT', 'NP1', 'PP3'],
      session: ['np-01', 'pp-03'],
      coder: ['EA', 'MB'],
      evidence: ['supports', 'nuances', 'contradicts', 'none'],
      is: ['in-scope', 'doubtful', 'example', 'certain'],
      memo: [],
      phase: ['candidate', 'reviewed', 'defined', 'none'],
      date: [],
      created: [],
      role: ['peer'],
      site: ['North'],
      'years in role': ['3'],
      kind: ['interview'],
      interviewer: ['INT'],
      tags: ['quiet, late'],
      overlaps: [],
      within: [],
      near: [],
      'followed-by': [],
    });
    assert.equal(fields.find(({ field }) => field === 'code')?.values[2]?.label, 'Being heard');
    for (const { description } of fields) assert.match(description, /\.$/);
  });
});
