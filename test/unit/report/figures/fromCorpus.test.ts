import assert from 'node:assert/strict';
import type { Corpus, CorpusExcerpt } from '../../../../src/core/analysis/corpus/corpus.js';
import { CorpusReader } from '../../../../src/core/analysis/corpus/corpusReader.js';
import { codesAlong } from '../../../../src/core/analysis/matrix/codesAlong.js';
import { cooccurrenceOf } from '../../../../src/core/analysis/matrix/cooccurrenceOf.js';
import { matrixOf } from '../../../../src/core/analysis/matrix/matrixOf.js';
import { newCodesOf } from '../../../../src/core/analysis/matrix/newCodes.js';
import { parseQuery } from '../../../../src/core/analysis/query/parse.js';
import { runQuery } from '../../../../src/core/analysis/query/run.js';
import { formatCodingLine } from '../../../../src/core/coding/line.js';
import { atOnce } from '../../../../src/core/pieces.js';
import { alongData, matrixData, networkData, newCodesData } from '../../../../src/core/report/figures/fromCorpus.js';
import { Study } from '../../../../src/core/study/study.js';
import { coding } from '../../support/coding.js';
import { fixedEnvironment } from '../../support/environment.js';
import { MemoryStore } from '../../support/memoryStore.js';

const TEXT = '**I:** How was it?\n\n**PP3:** It got better. Slowly.\n\n**NP2:** For me, too. I was glad.\n';
const BOOK =
  '# Codebook\n\n## Change {#change .theme}\n\n### Hope {#hope color=amber}\n\n### Time {#time}\n\n### Joy {#joy}\n';

function lineOf(id: string, code: string, quote: string): string {
  const start = [...TEXT.slice(0, TEXT.indexOf(quote))].length;
  return `${formatCodingLine(coding({ id, code, quote, at: [start, start + [...quote].length] }))}\n`;
}

/** The excerpts that a question finds. */
function found(text: string, corpus: Corpus): readonly CorpusExcerpt[] {
  const { query, problems } = parseQuery(text);
  assert.deepEqual(problems, []);
  assert.ok(query);
  return atOnce(runQuery(query, corpus));
}

async function corpusOf(): Promise<Corpus> {
  const study = new Study(
    new MemoryStore({
      'codebook.md': BOOK,
      'participants.csv': 'participant,role\nPP3,peer\nNP2,non-peer\n',
      'transcripts/one.md': TEXT,
      'transcripts/two.md': TEXT,
      'codings/EA/transcripts/one.jsonl':
        lineOf('hope000000', 'hope', 'It got better.') + lineOf('time000000', 'time', 'better. Slowly'),
      'codings/EA/transcripts/two.jsonl':
        lineOf('hope000001', 'hope', 'For me, too.') + lineOf('joy0000000', 'joy', 'I was glad.'),
    }),
    fixedEnvironment(),
  );
  await study.refresh();
  return new CorpusReader(study).read();
}

describe('the figures of a picture', () => {
  it('have every cell with something in it, each with a question that finds just that', async () => {
    const corpus = await corpusOf();
    const data = atOnce(matrixData(atOnce(matrixOf(corpus, { rows: 'code', columns: 'role' })), corpus.study.codebook));
    assert.deepEqual(
      data.rows.map(({ label, color }) => [label, color !== undefined]),
      [
        ['Hope', true],
        ['Time', true],
        ['Joy', true],
      ],
    );
    assert.equal(data.rows[0]?.color, 'amber');
    assert.equal(data.cells.length, 4);
    for (const { query, excerpts, participants } of [...data.cells, ...data.rowTotals, ...data.columnTotals]) {
      const answer = found(query, corpus);
      assert.equal(answer.length, excerpts);
      assert.deepEqual([...new Set(answer.flatMap(one => one.participants))].sort(), [...participants].sort());
    }
  });

  it('have each meeting once, and who is in both', async () => {
    const corpus = await corpusOf();
    const data = atOnce(networkData(atOnce(cooccurrenceOf(corpus, { unit: 'overlap' })), corpus.study.codebook));
    assert.deepEqual(
      data.links.map(({ a, b, passages, participants }) => [a, b, passages, participants]),
      [[0, 1, 1, ['PP3']]],
    );
    assert.deepEqual(
      data.codes.map(({ passages, participants }) => [passages, participants.length]),
      [
        [2, 2],
        [1, 1],
        [1, 1],
      ],
    );
  });

  it('have passages with what it takes to open them', async () => {
    const corpus = await corpusOf();
    const along = codesAlong(corpus, 'transcripts/one.md');
    assert.ok(along);
    const data = alongData(along, corpus.study.codebook);
    assert.deepEqual(
      data.lanes.map(({ label, passages }) => [label, passages.map(({ id, line, speakers }) => [id, line, speakers])]),
      [
        ['Hope', [['hope000000', 3, ['PP3']]]],
        ['Time', [['time000000', 3, ['PP3']]]],
      ],
    );
  });

  it('have the new codes of each session, with a question that finds where they were met', async () => {
    const corpus = await corpusOf();
    const { sessions } = atOnce(newCodesData(atOnce(newCodesOf(corpus)), corpus));
    assert.deepEqual(
      sessions.map(({ name, newCodes, codesSoFar }) => [name, newCodes.map(({ label }) => label), codesSoFar]),
      [
        ['one', ['Hope', 'Time'], 2],
        ['two', ['Joy'], 3],
      ],
    );
    const [joy] = sessions[1]?.newCodes ?? [];
    assert.deepEqual(
      found(joy?.query ?? '', corpus).map(one => one.coding.id),
      ['joy0000000'],
    );
  });
});
