import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Corpus } from '../../../../src/core/analysis/corpus/corpus.js';
import type { MatrixCell, MatrixOptions } from '../../../../src/core/analysis/matrix/matrix.js';
import { matrixOf } from '../../../../src/core/analysis/matrix/matrixOf.js';
import { checkQuery } from '../../../../src/core/analysis/query/check.js';
import { parseQuery } from '../../../../src/core/analysis/query/parse.js';
import { EVERYTHING } from '../../../../src/core/analysis/query/query.js';
import { runQuery } from '../../../../src/core/analysis/query/run.js';
import { atOnce } from '../../../../src/core/pieces.js';
import { anyStudy, corpusOf } from './support/anyStudy.js';
import { type PlainCount, PlainMatrix } from './support/reference.js';

const anyAxis = fc.constantFrom(
  ...['code', 'theme', 'coder', 'participant', 'session', 'role', 'kind', 'evidence', 'site', 'date', 'years in role'],
);
const anyOptions: fc.Arbitrary<MatrixOptions> = fc.record({
  rows: anyAxis,
  columns: anyAxis,
  query: fc.constantFrom(
    ...[undefined, 'role:peer', 'code:hope or code:trust', 'not coder:EA', 'near:1:hope', 'session:one', '()'].map(
      text => (text === undefined ? undefined : parseQuery(text).query),
    ),
  ),
  inScope: fc.boolean(),
  withScopeCodes: fc.boolean(),
});

const isOfCodes = ({ rows, columns }: MatrixOptions): boolean =>
  [rows, columns].every(axis => axis === 'code' || axis === 'theme');

const counted = ({ participants, excerpts, words }: MatrixCell): PlainCount => ({
  participants: [...participants].sort(),
  excerpts: excerpts.map(({ coding }) => coding.id).sort(),
  words,
});

/**
 * The question of a cell is understood, and finds exactly what is in it, in the same order. Every name in it is one of the study's,
 * where that holds for the question that was asked.
 */
function assertFinds(corpus: Corpus, { query, excerpts }: MatrixCell, asked = EVERYTHING): void {
  const { query: read, problems } = parseQuery(query);
  assert.deepEqual(problems, [], query);
  assert.ok(read);
  assert.deepEqual(
    atOnce(runQuery(read, corpus)).map(({ coding }) => coding.id),
    excerpts.map(({ coding }) => coding.id),
    query,
  );
  if (checkQuery(asked, corpus).length === 0) assert.deepEqual(checkQuery(read, corpus), [], query);
}

describe('a matrix', () => {
  it('counts what a plain look at every excerpt counts, and its questions find just that', async () => {
    await fc.assert(
      fc.asyncProperty(anyStudy, anyOptions, async (files, options) => {
        const corpus = await corpusOf(files);
        const matrix = atOnce(matrixOf(corpus, options));
        const plain = new PlainMatrix(corpus, options);
        for (const [r, row] of matrix.rows.entries()) {
          for (const [c, column] of matrix.columns.entries()) {
            const cell = matrix.cell(r, c);
            assert.deepEqual(counted(cell), plain.cell(row.key, column.key), `${row.key} × ${column.key}`);
            assertFinds(corpus, cell, options.query);
            if (cell.people !== undefined) assert.ok(cell.participants.length <= cell.people);
          }
          const whole = matrix.rowTotal(r);
          assertFinds(corpus, whole, options.query);
          const columns = matrix.columns.map(({ key }) => key);
          if (!isOfCodes(options)) assert.deepEqual(counted(whole), plain.count(row.key, columns), row.key);
        }
        for (const c of matrix.columns.keys()) assertFinds(corpus, matrix.columnTotal(c), options.query);
        assertFinds(corpus, matrix.total, options.query);
        assert.equal(matrix.total.excerpts.length + matrix.left.elsewhere, plain.counted.length);
      }),
      { numRuns: 150 * Number(process.env.THOROUGH ?? 1) },
    );
  });
});
