import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkQuery } from '../../../src/core/analysis/query/check.js';
import { formatQuery } from '../../../src/core/analysis/query/format.js';
import { saveQuery } from '../../../src/core/analysis/query/saved/save.js';
import { openStudy } from '../../../src/node/studies.js';
import { plainAnswer } from '../analysis/query/reference/answer.js';
import { anyFiles, anyKnownTerm } from '../analysis/query/reference/anyStudy.js';
import { plainStudy } from '../analysis/query/reference/study.js';
import { anyQuery } from '../analysis/query/support/anyQuery.js';
import { corpusOf } from '../analysis/query/support/smallCorpus.js';
import { fixedEnvironment } from '../support/environment.js';
import { TemporaryStudy } from './support/study.js';

/** How many studies, and how many questions each, of which some ask for names that the study does not have. */
const STUDIES = 12;
const QUESTIONS = 20;

describe('a question, written out and saved', function () {
  this.timeout(120_000);

  it('has the answer of the plain reference on the command line, both times the same bytes', async () => {
    let asked = 0;
    const questions = fc.array(anyQuery(anyKnownTerm), { minLength: QUESTIONS, maxLength: QUESTIONS });
    await fc.assert(
      fc.asyncProperty(anyFiles, questions, async (files, queries) => {
        const corpus = await corpusOf(files);
        const known = queries.filter(query => checkQuery(query, corpus).length === 0);
        const study = new TemporaryStudy(files);
        try {
          const opened = await openStudy(study.root, fixedEnvironment());
          for (const [i, query] of known.entries()) {
            const text = formatQuery(query);
            await saveQuery(opened, `q${i}`, 'A question', text);
            const expected = plainAnswer(query, plainStudy(files));
            const written = await study.run(['query', '--json', '--', text]);
            assert.deepEqual([written.exit, written.err], [expected.length > 0 ? 0 : 1, ''], text);
            const { excerpts } = JSON.parse(written.out) as { excerpts: { id: string }[] };
            assert.deepEqual(
              excerpts.map(({ id }) => id),
              expected,
              text,
            );
            assert.deepEqual(await study.run(['query', '--json', '--saved', `q${i}`]), written, text);
            asked++;
          }
        } finally {
          study.remove();
        }
      }),
      { numRuns: STUDIES, endOnFailure: true },
    );
    assert.ok(asked >= 100, String(asked));
  });
});
