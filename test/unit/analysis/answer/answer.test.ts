import assert from 'node:assert/strict';
import { exampleQuestions } from '../../../../src/core/analysis/answer/examples.js';
import { AnswerCounter } from '../../../../src/core/analysis/answer/figures.js';
import { fixesOf } from '../../../../src/core/analysis/answer/fixes.js';
import { groupsOfAnswer, listedExcerpts } from '../../../../src/core/analysis/answer/listed.js';
import type { Corpus, CorpusExcerpt } from '../../../../src/core/analysis/corpus/corpus.js';
import { peopleInScope } from '../../../../src/core/analysis/corpus/speakersInScope.js';
import { type Answer, ask, understand } from '../../../../src/core/analysis/query/ask.js';
import { atOnce } from '../../../../src/core/pieces.js';
import { corpusOf, FILES } from '../query/support/smallCorpus.js';

const OTHER = 'transcripts/np-01.md';
const SPOKEN = '---\nsession: pp-03\n---\n\n**NP1:** We do.\n\n**PP4:** We did.\n\n**NP1:** We do.\n';
const DID = SPOKEN.indexOf('We did.');
const WITH_OTHERS = {
  ...FILES,
  'participants.csv': 'participant,role\nPP3,peer\nPP4,Peer\nNP1,non-peer\nNP2,non-peer\nINT,interviewer\n',
  [OTHER]: SPOKEN,
  'codings/EA/transcripts/np-01.jsonl': `${JSON.stringify({ code: 'hope', quote: 'We did.', at: [DID, DID + 7], id: 'did0000000' })}\n`,
  'codebook.md': (FILES['codebook.md'] ?? '').replace(' {#peer-talk .scope}', ' {#peer-talk}'),
};

function answer(corpus: Corpus, text: string) {
  const { excerpts } = atOnce(ask(text, corpus)) as Extract<Answer, { excerpts: unknown }>;
  return excerpts;
}

describe('an answer', () => {
  it('is counted by participants and roles first, of those who speak in scope; transcripts of one session are one', async () => {
    const corpus = await corpusOf(WITH_OTHERS);
    const people = atOnce(peopleInScope(corpus));
    assert.deepEqual([...people].sort(), ['NP1', 'PP3', 'PP4']);
    const counted = (excerpts: readonly CorpusExcerpt[]) => {
      const counter = new AnswerCounter();
      for (const excerpt of excerpts) counter.add(excerpt);
      return counter.figures(corpus, people);
    };
    // Two spellings of a role are one; who is declared and says nothing does not count, nor do those who ask.
    const roles = (peers: number, others: number) => [
      { role: 'peer', said: peers, of: 2 },
      { role: 'non-peer', said: others, of: 1 },
    ];
    const hope = answer(corpus, 'code:hope is:certain');
    assert.deepEqual(counted(hope), {
      participants: 2,
      roles: roles(2, 0),
      excerpts: 3,
      sessions: 1,
    });
    const none = { participants: 0, roles: roles(0, 0), excerpts: 0, sessions: 0 };
    assert.deepEqual(counted([]), none);
  });

  it('counts only those who speak where the study looks', async () => {
    const corpus = await corpusOf({ ...WITH_OTHERS, 'codebook.md': FILES['codebook.md'] ?? '' });
    assert.deepEqual([...atOnce(peopleInScope(corpus))], ['PP3']);
  });

  it('is listed with what a reader wants to know of each excerpt, and the codes in the order of the codebook', async () => {
    const corpus = await corpusOf(FILES);
    const listed = atOnce(listedExcerpts(corpus, answer(corpus, 'coder:EA')));
    const by = new Map(listed.map(excerpt => [excerpt.id, excerpt]));
    assert.deepEqual(by.get('better0000'), {
      id: 'better0000',
      coder: 'EA',
      transcript: 'transcripts/pp-03.md',
      name: 'pp-03',
      line: 10,
      speakers: ['PP3'],
      participants: ['PP3'],
      text: 'It got better.',
      memo: 'A turning point',
      created: '2026-03-02T10:03:11Z',
      outcome: 'exact',
      code: 'hope',
      madeWith: 'optimism',
      isExample: false,
    });
    assert.equal(by.get('heard00000')?.isExample, true);
    assert.equal(by.get('slowly0000')?.evidence, 'contradicts');
    assert.equal(by.get('stray') ?? by.get('both000000')?.code, 'stray');
    assert.equal(by.get('gone000000')?.line, undefined);
    // An interviewer is not somebody undeclared.
    assert.deepEqual(by.get('both000000')?.speakers, ['PP3', 'INT']);
    assert.equal(by.get('both000000')?.undeclared, undefined);
    const { codes, depth } = groupsOfAnswer(corpus, listed);
    assert.deepEqual([codes.map(({ id }) => id), depth], [['hope', 'being-heard'], 0]);
  });
});

describe('what may be meant by a name that does not exist', () => {
  const fixes = async (text: string) => {
    const corpus = await corpusOf(FILES);
    const [problem] = understand(text, corpus).problems;
    assert.ok(problem, text);
    return fixesOf(text, problem, corpus);
  };

  it('is a code by its id or its title, in its place in the question', async () => {
    assert.deepEqual(await fixes('not code:hops role:peer'), [{ label: 'Hope', text: 'not code:hope role:peer' }]);
    assert.deepEqual(await fixes('code:"being herd" or code:hope'), [
      { label: 'Being heard', text: 'code:being-heard or code:hope' },
    ]);
  });

  it('is a code behind a relation as well', async () => {
    assert.deepEqual(await fixes('role:peer overlaps:hops'), [{ label: 'Hope', text: 'role:peer overlaps:hope' }]);
    assert.deepEqual(await fixes('code:hope near 2 "being herd"'), [
      { label: 'Being heard', text: 'code:hope near 2 being-heard' },
    ]);
  });

  it('is a field, or a value of it', async () => {
    assert.deepEqual(await fixes('roll:peer'), [{ label: 'role:', text: 'role:peer' }]);
    assert.deepEqual(await fixes('site:nort'), [{ label: 'North', text: 'site:North' }]);
  });

  it('is nothing where the question cannot be read, and the fixed questions can', async () => {
    assert.deepEqual(await fixes('code:hope and ('), []);
    const corpus = await corpusOf(FILES);
    for (const text of ['not code:hops role:peer', 'role:peer overlaps:hops', 'site:nort'])
      for (const fix of await fixes(text)) assert.deepEqual(understand(fix.text, corpus).problems, [], fix.text);
  });
});

describe('questions to begin with', () => {
  it('are about the codes that are used most and the roles that there are, and every one is understood', async () => {
    const corpus = await corpusOf(WITH_OTHERS);
    const examples = exampleQuestions(corpus);
    assert.deepEqual(
      examples.map(({ kind, about, text }) => [kind, ...about, text]),
      [
        ['code', 'Hope', 'code:hope'],
        ['role', 'Hope', 'non-peer', 'code:hope and role:non-peer'],
        ['other', 'Hope', 'Being heard', 'code:hope and overlaps:being-heard'],
        ['without', 'Being heard', 'peer', 'code:being-heard and not role:peer'],
      ],
    );
    for (const { text } of examples) assert.deepEqual(understand(text, corpus).problems, []);
  });

  it('are none where nothing is coded', async () => {
    assert.deepEqual(exampleQuestions(await corpusOf({ 'transcripts/a.md': 'P1: Hello.\n' })), []);
  });
});
