import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matrixOf } from '../../../../src/core/analysis/matrix/matrixOf.js';
import { parseQuery } from '../../../../src/core/analysis/query/parse.js';
import { atOnce } from '../../../../src/core/pieces.js';
import { HELD, publicMatrix } from '../../../../src/core/report/disclosure/publicMatrix.js';
import { publicMatrixTable } from '../../../../src/core/report/disclosure/publicMatrixTable.js';
import { anyStudy, corpusOf } from '../../analysis/matrix/support/anyStudy.js';

const AXES = ['code', 'theme', 'participant', 'session', 'role', 'kind', 'site', 'date'];
const ATTRIBUTES = new Set(['role', 'kind', 'site', 'date']);
const QUERIES = [undefined, parseQuery('role:peer').query, parseQuery('evidence:none').query];

describe('a matrix that may leave', () => {
  it('shows no small cell by an attribute, in no figure of the same place, and the same both ways round', async function () {
    this.timeout(120_000);
    let seen = 0;
    const axis = fc.constantFrom(...AXES);
    await fc.assert(
      fc.asyncProperty(
        anyStudy,
        axis,
        axis,
        fc.constantFrom(...QUERIES),
        fc.constantFrom(2, 3),
        async (files, rows, columns, query, n) => {
          const corpus = await corpusOf(files);
          const shown = publicMatrix(atOnce(matrixOf(corpus, { rows, columns, query })), query, n);
          const { matrix, isHeld, held } = shown;
          const asks = query === QUERIES[1];
          const isBy = (one: string): boolean => ATTRIBUTES.has(one) || asks;
          if (!isBy(rows) && !isBy(columns)) return assert.equal(held, 0);
          const isSmall = (people: number): boolean => people > 0 && people < n;
          const turned = publicMatrix(atOnce(matrixOf(corpus, { rows: columns, columns: rows, query })), query, n);
          for (const r of matrix.rows.keys())
            for (const c of matrix.columns.keys()) {
              if (isSmall(matrix.cell(r, c).participants.length)) assert.ok(isHeld(r, c));
              if (rows !== columns && isSmall(matrix.cell(r, c).participants.length)) assert.ok(turned.isHeld(c, r));
            }
          for (const r of matrix.rows.keys())
            if (isBy(rows) && isSmall(matrix.rowTotal(r).participants.length)) assert.ok(isHeld(r, undefined));
          for (const c of matrix.columns.keys())
            if (isBy(columns) && isSmall(matrix.columnTotal(c).participants.length)) assert.ok(isHeld(undefined, c));
          if (ATTRIBUTES.has(columns)) for (const { people = 0 } of matrix.columns) assert.ok(!isSmall(people));
          if (ATTRIBUTES.has(rows)) for (const { people = 0 } of matrix.rows) assert.ok(!isSmall(people));
          for (const counted of ['participants', 'excerpts', 'words'] as const) {
            const table = publicMatrixTable(shown, counted);
            const names = table.columns.filter(({ isNumber }) => !isNumber).length;
            for (const [r, row] of table.rows.entries())
              for (const [c, text] of row.slice(names).entries()) {
                const [at, beside] = [
                  r === matrix.rows.length ? undefined : r,
                  c === matrix.columns.length ? undefined : c,
                ];
                assert.equal(text === HELD, isHeld(at, beside));
              }
          }
          seen += held;
        },
      ),
      { numRuns: 150 },
    );
    assert.ok(seen > 50);
  });
});
