import assert from 'node:assert/strict';
import path from 'node:path';
import type { Corpus } from '../../../../src/core/analysis/corpus/corpus.js';
import { CorpusReader } from '../../../../src/core/analysis/corpus/corpusReader.js';
import { matrixOf } from '../../../../src/core/analysis/matrix/matrixOf.js';
import { newCodesOf } from '../../../../src/core/analysis/matrix/newCodes.js';
import { sampleOf } from '../../../../src/core/analysis/sample/sample.js';
import { atOnce } from '../../../../src/core/pieces.js';
import { openStudy } from '../../../../src/node/studies.js';
import { fixedEnvironment } from '../../support/environment.js';

describe('counting in the sample study', () => {
  let corpus: Corpus;
  before(async () => {
    corpus = await new CorpusReader(await openStudy(path.resolve('samples/peer-support'), fixedEnvironment())).read();
  });

  it('counts among the people whom the sample has', () => {
    const { columns, total } = atOnce(matrixOf(corpus, { rows: 'theme', columns: 'role' }));
    assert.deepEqual(
      columns.map(({ key, people }) => [key, people]),
      [
        ['non-peer', 18],
        ['peer', 9],
      ],
    );
    assert.deepEqual([total.participants.length, total.people], [27, 27]);
    const sample = atOnce(sampleOf(corpus, () => false));
    assert.equal(sample.total.people, total.people);
  });

  it('has three themes, with two, three and no subthemes, in each of which peers and others speak', () => {
    const matrix = atOnce(matrixOf(corpus, { rows: 'theme', columns: 'role', inScope: true }));
    assert.deepEqual(
      matrix.rows.map(({ depth }) => depth),
      [0, 1, 1, 0, 1, 1, 1, 0],
    );
    for (const row of matrix.rows.keys())
      for (const column of matrix.columns.keys()) assert.ok(matrix.cell(row, column).participants.length > 0);
    assert.ok(!matrix.rows.some(({ key }) => corpus.scopeCodes.has(corpus.study.codebook.find(key) as never)));
  });

  it('tells what each of the 23 sessions brought, the earliest first', () => {
    const sessions = atOnce(newCodesOf(corpus));
    assert.equal(sessions.length, 23);
    const dates = sessions.map(({ date }) => date ?? '');
    assert.deepEqual(dates, dates.toSorted());
    assert.equal(new Set(sessions.flatMap(({ newCodes }) => newCodes)).size, sessions.at(-1)?.codesSoFar);
  });
});
