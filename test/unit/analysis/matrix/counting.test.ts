import assert from 'node:assert/strict';
import { codesAlong } from '../../../../src/core/analysis/matrix/codesAlong.js';
import { cooccurrenceOf } from '../../../../src/core/analysis/matrix/cooccurrenceOf.js';
import type { Matrix, MatrixCell } from '../../../../src/core/analysis/matrix/matrix.js';
import { matrixOf } from '../../../../src/core/analysis/matrix/matrixOf.js';
import { newCodesOf } from '../../../../src/core/analysis/matrix/newCodes.js';
import { amountOf, sortedMatrix } from '../../../../src/core/analysis/matrix/sorted.js';
import { atOnce } from '../../../../src/core/pieces.js';
import { corpusOf } from './support/anyStudy.js';
import { FILES, lineIn, withLines } from './support/exampleStudy.js';

const at = (matrix: Matrix, row: string, column: string): MatrixCell =>
  matrix.cell(
    matrix.rows.findIndex(({ key }) => key === row),
    matrix.columns.findIndex(({ key }) => key === column),
  );

const said = ({ participants, excerpts, words }: MatrixCell) => [participants.join(' '), excerpts.length, words];

describe('counting by rows and columns', () => {
  it('counts in a column those whom it is about, and only their words', async () => {
    const matrix = atOnce(matrixOf(await corpusOf(FILES), { rows: 'code', columns: 'role' }));
    assert.deepEqual(
      matrix.columns.map(({ label, people }) => [label, people]),
      [
        ['nurse', 2],
        ['peer', 2],
        ['not given', 1],
      ],
    );
    // One excerpt in which PP1 says five words and NP1 two.
    assert.deepEqual(said(at(matrix, 'trust', 'peer')), ['PP1', 1, 5]);
    assert.deepEqual(said(at(matrix, 'trust', 'nurse')), ['NP1', 1, 2]);
    assert.equal(at(matrix, 'trust', 'peer').query, 'code:trust and role:peer');
    assert.equal(at(matrix, 'trust', 'peer').people, 2);
  });

  it('counts once the words that two coders gave the same code', async () => {
    const matrix = atOnce(matrixOf(await corpusOf(FILES), { rows: 'code', columns: 'coder' }));
    const hope = matrix.rowTotal(matrix.rows.findIndex(({ key }) => key === 'hope'));
    assert.deepEqual(said(at(matrix, 'hope', 'EA')), ['PP1', 1, 4]);
    assert.deepEqual(said(at(matrix, 'hope', 'MB')), ['PP1 PP2', 2, 7]);
    assert.deepEqual(said(hope), ['PP1 PP2', 3, 8]);
  });

  it('counts for a theme what is coded below it, each excerpt once', async () => {
    const matrix = atOnce(matrixOf(await corpusOf(FILES), { rows: 'theme', columns: 'session' }));
    assert.deepEqual(
      matrix.rows.map(({ key, depth }) => [key, depth]),
      [
        ['influence', 0],
        ['meetings', 1],
      ],
    );
    assert.deepEqual(said(at(matrix, 'influence', 'a')), ['NP1 PP1', 3, 11]);
    assert.deepEqual(said(at(matrix, 'meetings', 'a')), ['PP1', 2, 4]);
  });

  it('says what is in no cell', async () => {
    const matrix = atOnce(matrixOf(await corpusOf(FILES), { rows: 'code', columns: 'participant' }));
    // One was lost; of one the interviewer says everything.
    assert.deepEqual(matrix.left, { inDoubt: 1, elsewhere: 1 });
    assert.deepEqual(
      matrix.columns.map(({ key, people }) => [key, people]),
      [
        ['NP1', undefined],
        ['NP2', undefined],
        ['PP1', undefined],
        ['PP2', undefined],
        ['PP10', undefined],
      ],
    );
    assert.equal(matrix.total.people, 5);
  });

  it('counts among those who speak in scope, and whoever is counted although they do not', async () => {
    const files = withLines(
      FILES,
      'codings/EA/transcripts/a.jsonl',
      lineIn('a', 'about-peers', 'It got better slowly'),
    );
    const scoped = { ...files, 'codebook.md': `${files['codebook.md']}\n## About peers {#about-peers .scope}\n` };
    const corpus = await corpusOf(scoped);
    const people = (matrix: Matrix) => matrix.columns.map(({ label, people: of }) => `${label} ${of}`);
    assert.deepEqual(people(atOnce(matrixOf(corpus, { rows: 'code', columns: 'role', inScope: true }))), ['peer 1']);
    // NP1 and PP2 are coded out of scope.
    assert.deepEqual(people(atOnce(matrixOf(corpus, { rows: 'code', columns: 'role' }))), ['nurse 1', 'peer 2']);
    const inScope = atOnce(matrixOf(corpus, { rows: 'code', columns: 'role', inScope: true }));
    assert.deepEqual(said(inScope.total), ['PP1', 2, 4]);
    assert.equal(at(inScope, 'hope', 'peer').query, 'code:hope and role:peer and is:in-scope');
    assert.ok(!inScope.rows.some(({ key }) => key === 'about-peers'));
    const asked = atOnce(matrixOf(corpus, { rows: 'code', columns: 'role', withScopeCodes: true }));
    assert.deepEqual(said(at(asked, 'about-peers', 'peer')), ['PP1', 1, 4]);
  });

  it('wants one person who is of row and column', async () => {
    const corpus = await corpusOf(FILES);
    const matrix = atOnce(matrixOf(corpus, { rows: 'role', columns: 'site' }));
    // PP1 of north and NP1 of south speak together; there is no peer of south.
    assert.deepEqual(said(at(matrix, 'peer', 'south')), ['', 0, 0]);
    assert.equal(at(matrix, 'peer', 'south').people, 0);
    assert.deepEqual(at(matrix, 'peer', 'north').people, 2);
  });

  it('is sorted by what is counted, equal ones as they were', async () => {
    const matrix = atOnce(matrixOf(await corpusOf(FILES), { rows: 'code', columns: 'role' }));
    const sorted = sortedMatrix(matrix, { rows: 'excerpts', columns: 'words' });
    const rows = sorted.rows.map(({ key }, i) => `${key} ${amountOf(sorted.rowTotal(i), 'excerpts')}`);
    assert.deepEqual(rows, ['hope 3', 'trust 1', 'disclosure 0', 'silence 0']);
    assert.deepEqual(
      sorted.columns.map(({ key }) => key),
      ['peer', 'nurse', ''],
    );
    assert.equal(sorted.cell(1, 0), at(matrix, 'trust', 'peer'));
    assert.equal(sortedMatrix(matrix, {}).cell(0, 0), matrix.cell(0, 0));
  });

  it('lets codes meet in the same words, the same turn, or near each other', async () => {
    const corpus = await corpusOf(FILES);
    const meet = (unit: Parameters<typeof cooccurrenceOf>[1]['unit'], a: string, b: string) => {
      const { codes, cell } = atOnce(cooccurrenceOf(corpus, { unit }));
      const place = (code: string): number => codes.findIndex(({ key }) => key === code);
      const meeting = cell(place(a), place(b));
      return meeting && [meeting.passages, meeting.participants.join(' ')];
    };
    assert.equal(meet('overlap', 'hope', 'trust'), undefined);
    assert.deepEqual(meet('turn', 'hope', 'trust'), [1, 'PP1']);
    assert.equal(meet('turn', 'trust', 'disclosure'), undefined);
    assert.deepEqual(meet({ near: 1 }, 'hope', 'trust'), [1, 'PP1']);
    // Two coders gave overlapping words the code: one passage. Another one is in another transcript.
    assert.deepEqual(meet('overlap', 'hope', 'hope'), [2, 'PP1 PP2']);
    const { codes, cell } = atOnce(cooccurrenceOf(corpus, { unit: 'turn' }));
    const [hope, trust] = ['hope', 'trust'].map(code => codes.findIndex(({ key }) => key === code)) as [number, number];
    assert.equal(cell(trust, hope)?.query, 'code:hope and near:0:trust or code:trust and near:0:hope');
  });

  it('tells which codes each session brought, by date', async () => {
    const found = atOnce(newCodesOf(await corpusOf(FILES))).map(({ name, date, newCodes, codesSoFar }) => [
      name,
      date,
      newCodes.join(' '),
      codesSoFar,
    ]);
    // In b the passage is lost, but the code was given; c has no date, and d is not coded.
    assert.deepEqual(found, [
      ['b', '2026-01-20', 'hope silence', 2],
      ['a', '2026-02-01', 'trust', 3],
      ['c', undefined, 'disclosure', 4],
    ]);
  });

  it('says where codes stand along a transcript', async () => {
    const corpus = await corpusOf(FILES);
    const along = codesAlong(corpus, 'transcripts/a.md');
    const [first] = along?.lanes ?? [];
    assert.deepEqual(
      along?.lanes.map(({ code, passages }) => [code, passages.length]),
      [
        ['hope', 2],
        ['trust', 1],
      ],
    );
    assert.ok(first?.passages.every(({ start, end }) => start >= 0 && start < end && end <= 1));
    assert.equal(along?.turns.length, 3);
    assert.equal(along?.scope, undefined);
    assert.equal(codesAlong(corpus, 'transcripts/z.md'), undefined);
  });
});
