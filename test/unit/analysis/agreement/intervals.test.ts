import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agreementOf } from '../../../../src/core/analysis/agreement/agreementOf.js';
import { readCompared } from '../../../../src/core/analysis/agreement/compared/readCompared.js';
import { Blocks } from '../../../../src/core/analysis/agreement/ratings/blocks.js';
import { Cell } from '../../../../src/core/analysis/agreement/ratings/cell.js';
import { seeded } from '../../../../src/core/analysis/agreement/ratings/seeded.js';
import { atOnce } from '../../../../src/core/pieces.js';
import { anyStudy, type Files, lineOf, opened } from './support/studies.js';

/** Twelve turns of one speaker; EA gives the code to the first six, MB to five of them and one more. */
function longStudy(): Files {
  const turns = Array.from({ length: 12 }, (_, i) => `Passage number ${i} of it.`);
  const text = turns.map(turn => `**PP1:** ${turn}\n\n`).join('');
  const path = 'transcripts/a.md';
  const lines = (coder: string, which: readonly number[]): string =>
    which.map(i => lineOf(text, 'hope', turns[i] ?? '', `${coder}${String(i).padStart(8, '0')}`)).join('');
  return {
    'codebook.md': '# Codebook\n\n## Hope {#hope}\n',
    [path]: text,
    'codings/EA/transcripts/a.jsonl': lines('ea', [0, 1, 2, 3, 4, 5]),
    'codings/MB/transcripts/a.jsonl': lines('mb', [0, 1, 2, 3, 4, 6]),
  };
}

describe('intervals of agreement', () => {
  it('counts each turn as often as it was drawn, in any study', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyStudy,
        fc.constantFrom('character' as const, 'sentence' as const),
        fc.nat(),
        async (files, unit, seed) => {
          const { corpus, texts } = await opened(files);
          const compared = await readCompared(corpus, { unit }, texts);
          const blocks = new Blocks(compared);
          const draw = blocks.resample(seeded(seed));
          for (const { id } of compared.codes) {
            const cell = atOnce(Cell.of(compared.coders, compared.transcripts, [id], blocks));
            const counts = new Map<string, number>();
            for (const transcript of compared.transcripts) {
              const [from = 0] = blocks.of.get(transcript) ?? [];
              for (let at = 0; at < transcript.ruler.units; at++) {
                const block = from + transcript.ruler.blocks.findLastIndex(start => start <= at);
                const answers = compared.coders.map(coder => {
                  if (!transcript.coders.includes(coder)) return null;
                  const own = transcript.marks.get(id)?.get(coder) ?? [];
                  return own.some(mark => mark.at.start <= at && at < mark.at.end) ? 'given' : 'not';
                });
                counts.set(answers.join(), (counts.get(answers.join()) ?? 0) + draw.weight(block));
              }
            }
            const found = cell.counts(draw);
            for (const [i, pattern] of cell.patterns.entries()) assert.equal(found[i], counts.get(pattern.join()) ?? 0);
          }
          for (const [from, to] of blocks.of.values()) {
            let drawn = 0;
            for (let block = from; block < to; block++) drawn += draw.weight(block);
            assert.equal(drawn, to - from);
          }
        },
      ),
      { numRuns: 60 * Number(process.env.THOROUGH ?? 1) },
    );
  });

  it('are the same for the same seed, hold the figure, and say how they were made', async () => {
    const { corpus, texts } = await opened(longStudy());
    const of = (seed: number) => agreementOf(corpus, { unit: 'turn', samples: 199, seed }, texts);
    const agreement = await of(7);
    const alpha = agreement.rows[0]?.measures.alpha;
    assert.ok(alpha?.value !== undefined && alpha.interval !== undefined);
    assert.ok(alpha.interval.low < alpha.value && alpha.value < alpha.interval.high);
    assert.deepEqual(agreement.resampling, { samples: 199, seed: 7, blocks: 12 });
    assert.deepEqual(await of(7), agreement);
    assert.notDeepEqual((await of(8)).rows, agreement.rows);
    assert.equal(agreement.rows[0]?.measures.percent?.value, 10 / 12);
  });

  it('are not there where there are too few turns to draw from, or nobody asked', async () => {
    const files = longStudy();
    const { corpus, texts } = await opened(files);
    assert.equal(
      (await agreementOf(corpus, { unit: 'turn' }, texts)).rows[0]?.measures.alpha?.value !== undefined,
      true,
    );
    const text = '**PP1:** Passage number 0 of it.\n\n**PP1:** More.\n';
    const few = await opened({
      ...files,
      'transcripts/a.md': text,
      'codings/EA/transcripts/a.jsonl': lineOf(text, 'hope', 'Passage', 'few0000001'),
      'codings/MB/transcripts/a.jsonl': lineOf(text, 'hope', 'number', 'few0000002'),
    });
    const { rows } = await agreementOf(few.corpus, { unit: 'character', samples: 99 }, few.texts);
    const alpha = rows[0]?.measures.alpha;
    assert.ok(alpha?.value !== undefined);
    assert.equal(alpha.interval, undefined);
  });

  it('stop where somebody does not want them any more', async () => {
    const { corpus, texts } = await opened(longStudy());
    const cancellation = { cancelled: false };
    const seen: number[] = [];
    const options = {
      unit: 'turn',
      samples: 50,
    } as const;
    const agreement = await agreementOf(corpus, options, texts, {
      progress: done => {
        seen.push(done);
        cancellation.cancelled = done === 3;
      },
      cancellation,
    });
    assert.equal(agreement.complete, false);
    assert.deepEqual(seen, [1, 1, 2, 3]);
  });
});
