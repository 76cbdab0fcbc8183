import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatQuery } from '../../../../src/core/analysis/query/format.js';
import { parseQuery } from '../../../../src/core/analysis/query/parse.js';
import type { Query } from '../../../../src/core/analysis/query/query.js';
import { runQuery } from '../../../../src/core/analysis/query/run.js';
import { atOnce } from '../../../../src/core/pieces.js';
import { plainAnswer } from './reference/answer.js';
import { anyFiles, anyKnownTerm, anyTermOf } from './reference/anyStudy.js';
import { filesIn, parsedTranscript, valuesIn } from './reference/sample.js';
import { plainStudy } from './reference/study.js';
import { anyQuery } from './support/anyQuery.js';
import { corpusOf } from './support/smallCorpus.js';

/** How many studies, and how many questions each. */
const STUDIES = 100;
const QUESTIONS = 8;
/** Of the sample study. */
const SAMPLE_QUESTIONS = 100;

describe('an answer to a question', function () {
  // Timing decides nothing here; all pairs are many.
  this.timeout(60_000);

  it('is that of a plain reference which reads every file and looks at all pairs', async () => {
    let [asked, telling] = [0, 0];
    const relations = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        anyFiles,
        fc.array(anyQuery(anyKnownTerm), { minLength: QUESTIONS, maxLength: QUESTIONS }),
        async (files, queries) => {
          const corpus = await corpusOf(files);
          const plain = plainStudy(files);
          for (const query of queries) {
            const text = formatQuery(query);
            const read = parseQuery(text).query as Query;
            const ids = atOnce(runQuery(read, corpus)).map(({ coding }) => coding.id);
            assert.deepEqual(ids, plainAnswer(query, plain), text);
            asked++;
            if (ids.length === 0 || ids.length === plain.excerpts.length) continue;
            telling++;
            for (const [how] of text.matchAll(/overlaps|within|near|followed-by/g)) relations.add(how);
          }
        },
      ),
      { numRuns: STUDIES },
    );
    // Most of what was asked lets some excerpts through and others not; else nothing was compared.
    assert.ok(telling > asked / 4, `${telling} of ${asked}`);
    assert.deepEqual([...relations].sort(), ['followed-by', 'near', 'overlaps', 'within']);
  });

  it('is that of the reference for whatever is asked of the sample study', async () => {
    const files = filesIn('samples/peer-support');
    const corpus = await corpusOf(files);
    const plain = plainStudy(files, parsedTranscript);
    let telling = 0;
    fc.assert(
      fc.property(anyQuery(anyTermOf(valuesIn(plain))), query => {
        const ids = atOnce(runQuery(query, corpus)).map(({ coding }) => coding.id);
        assert.deepEqual(ids, plainAnswer(query, plain), formatQuery(query));
        if (ids.length > 0 && ids.length < plain.excerpts.length) telling++;
      }),
      { numRuns: SAMPLE_QUESTIONS },
    );
    assert.ok(telling > SAMPLE_QUESTIONS / 4, String(telling));
  });
});
