import assert from 'node:assert/strict';
import { type Answer, ask } from '../../../../src/core/analysis/query/ask.js';
import { atOnce } from '../../../../src/core/pieces.js';
import { corpusOf, FILES, line } from './support/smallCorpus.js';

describe('answering a question', () => {
  const answered = async (text: string): Promise<string> => {
    const { excerpts, problems } = atOnce(ask(text, await corpusOf(FILES))) as Extract<Answer, { query: object }>;
    assert.deepEqual(problems, [], text);
    return excerpts.map(({ coding }) => coding.id.replace(/0+$/, '')).join(' ');
  };

  for (const [text, ids] of [
    ['', 'gone both better scope slowly heard again'],
    ['code:hope', 'gone better heard'],
    ['code:optimism', 'gone better heard'],
    ['code:influence', 'gone better slowly heard again'],
    ['theme:influence not code:hope', 'slowly again'],
    ['code:stray', 'both'],
    ['coder:mb', 'scope again'],
    ['participant:PP3', 'both better scope slowly heard again'],
    ['speaker:INT', 'both'],
    ['role:peer code:hope', 'better heard'],
    ['site:north', 'both better scope slowly heard again'],
    ['session:np-01', ''],
    ['session:"PP-03" is:doubtful', 'gone'],
    ['tags:quiet words:slow*', 'both scope slowly'],
    ['words:slow', ''],
    ['words:better-slow*', 'both scope'],
    ['words:bet-slow*', ''],
    ['words:"better slowly"', 'both scope'],
    ['"heard me"', 'heard again'],
    ['memo:*', 'better'],
    ['memo:"turning points"', ''],
    ['memo:TURNING', 'better'],
    ['phase:reviewed', 'gone better heard'],
    ['phase:none', 'both scope slowly again'],
    ['created:2026-03', 'better'],
    ['created:2026-03-02..2026-04', 'better heard'],
    ['created:..2026-03', 'better'],
    ['date:2026-02 not date:2026-02-15..', 'gone both better scope slowly heard again'],
    ['evidence:contradicts', 'slowly'],
    ['evidence:*', 'slowly'],
    ['is:in-scope', 'both better scope slowly'],
    ['is:certain not is:in-scope', 'heard again'],
    ['is:example', 'heard'],
    ['overlaps:stray', 'better scope slowly'],
    ['overlaps:hope', 'both scope again'],
    ['within:(coder:MB)', 'better slowly heard'],
    ['within:hope', 'again'],
    ['near:0:hope', 'both scope slowly again'],
    ['code:hope near:1:hope', ''],
    ['code:hope near:2:hope', 'better heard'],
    ['code:hope followed by 2 hope', 'better'],
    ['code:hope followed by being-heard', 'better'],
    ['followed-by:1:(words:"heard me")', 'both'],
    ['near:()', 'both better scope slowly heard again'],
    ['not (code:hope or coder:MB)', 'both slowly'],
    ['code:hope or coder:MB', 'gone better scope heard again'],
  ] as const) {
    it(`finds what ${JSON.stringify(text)} asks for`, async () => assert.equal(await answered(text), ids));
  }

  it('takes as in scope what begins where one section ends and goes on into the next', async () => {
    const scope = [line('first00000', 'peer-talk', 'It got '), line('next000000', 'peer-talk', 'Slowly.')].join('');
    const files = {
      ...FILES,
      'codings/MB/transcripts/pp-03.jsonl': scope + line('between000', 'hope', 'better. Slowly'),
    };
    const answer = atOnce(ask('is:in-scope coder:MB code:hope', await corpusOf(files)));
    assert.deepEqual(answer.query && answer.excerpts.map(({ coding }) => coding.id), ['between000']);
    const touching = atOnce(
      ask(
        'is:in-scope coder:MB code:hope',
        await corpusOf({
          ...files,
          'codings/MB/transcripts/pp-03.jsonl':
            line('first00000', 'peer-talk', 'It got ') + line('between000', 'hope', 'better. Slowly'),
        }),
      ),
    );
    assert.deepEqual(touching.query && touching.excerpts, []);
  });

  it('has no answer where a name is unknown', async () => {
    const { problems } = atOnce(ask('not code:hoppe', await corpusOf(FILES)));
    assert.equal(problems.length, 1);
  });
});
