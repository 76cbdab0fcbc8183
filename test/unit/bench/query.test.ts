import assert from 'node:assert/strict';
import { queryGates } from '../../../bench/query/main.js';
import { measureBoth } from '../../../bench/query/measure.js';
import { QUESTIONS } from '../../../bench/query/questions.js';
import { questionCorpus } from '../../../bench/query/study.js';
import { understand } from '../../../src/core/analysis/query/ask.js';

describe('the benchmark of questions', function () {
  this.timeout(60_000);

  it('asks for what the study has, and finds something but not everything for nearly all', async () => {
    const { corpus } = await questionCorpus({ transcripts: 6, codings: 1200 });
    for (const question of QUESTIONS) assert.deepEqual(understand(question, corpus).problems, [], question);
    const costs = await measureBoth(['evidence:contradicts', 'is:in-scope', 'near:3:code-0'], corpus, corpus);
    for (const { large } of costs) {
      assert.ok(large.found > 0 && large.found < 1200, `${large.question}: ${large.found}`);
      assert.ok(Number.isFinite(large.warm) && Number.isFinite(large.longest));
    }
  });

  it('breaks a gate where a question grows faster than it may', () => {
    const cost = { question: 'code:hope', found: 1, first: 1, warm: 1, longest: 1 };
    const grown = (warm: number): boolean[] =>
      queryGates('a study', [{ small: cost, large: { ...cost, warm } }]).map(({ holds }) => holds);
    assert.deepEqual([grown(4), grown(16)], [[true], [false]]);
  });
});
