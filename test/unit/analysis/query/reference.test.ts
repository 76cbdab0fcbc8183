import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatQuery } from '../../../../src/core/analysis/query/format.js';
import { parseQuery } from '../../../../src/core/analysis/query/parse.js';
import type { Query } from '../../../../src/core/analysis/query/query.js';
import { runQuery } from '../../../../src/core/analysis/query/run.js';
import { plainAnswer } from './reference/answer.js';
import { anyFiles, anyKnownTerm } from './reference/anyStudy.js';
import { plainStudy } from './reference/study.js';
import { anyQuery } from './support/anyQuery.js';
import { corpusOf } from './support/smallCorpus.js';

/** How many studies, and how many questions each. */
const STUDIES = 150;
const QUESTIONS = 8;

describe('an answer to a question', () => {
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
            const ids = runQuery(read, corpus).map(({ coding }) => coding.id);
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
});
