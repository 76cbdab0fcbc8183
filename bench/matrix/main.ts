import type { Corpus } from '../../src/core/analysis/corpus/corpus.js';
import { atOnce } from '../../src/core/pieces.js';
import { atMost, type Gate } from '../gates.js';
import { processorTime } from '../measure.js';
import { inPiecesTimed, newCost, type PieceCost, pieceGate, printCosts } from '../pieces.js';
import { corpusOf } from './study.js';
import { WORKS, type Work } from './works.js';

const CODINGS = 60_000;
const RUNS = 8;
/** Twice the codings: in proportion would be 2, squared 4. */
const GROWTH_LIMIT = 2.4;

/** What matrices and meetings of codes cost among 60,000 codings, and what reading all of that took before, in milliseconds. */
export interface MatrixCosts {
  readonly costs: readonly PieceCost[];
  readonly transcripts: number;
  readonly reading: number;
}

/**
 * What matrices and meetings of codes cost: prints a table and gates.
 * @param measured what was measured before
 * @returns the exit code: 1 where a gate is broken
 */
export async function matrix(measured?: MatrixCosts): Promise<number> {
  const { costs, transcripts, reading } = measured ?? (await measureMatrix());
  console.log(`Counting, among ${CODINGS} codings of ${transcripts} transcripts by two coders`);
  console.log(`(all read, parsed and placed once in ${reading.toFixed(0)} ms)\n`);
  return printCosts(costs, 'growth at twice the codings', matrixGates(costs));
}

/** Measures all of it. */
export async function measureMatrix(): Promise<MatrixCosts> {
  const half = await corpusOf(CODINGS / 2);
  const all = await corpusOf(CODINGS);
  const costs: PieceCost[] = [];
  for (const work of WORKS) costs.push(await measureCost(work, half.corpus, all.corpus));
  return { costs, transcripts: all.corpus.transcripts.length, reading: all.reading };
}

async function measureCost(work: Work, half: Corpus, all: Corpus): Promise<PieceCost> {
  const cost = newCost(work.name);
  for (let run = 0; run < RUNS; run++) {
    cost.half = Math.min(cost.half, await processorTime(() => atOnce(work.run(half))));
    cost.all = Math.min(cost.all, await processorTime(() => atOnce(work.run(all))));
    cost.longest = Math.min(cost.longest, inPiecesTimed(work.run(all)).longest);
  }
  return cost;
}

/** The gates: growth within one run, and pieces beside the whole; never milliseconds. */
export function matrixGates(costs: readonly PieceCost[]): Gate[] {
  return costs.flatMap(cost => [
    atMost(
      `${cost.name} takes among twice the codings at most ${GROWTH_LIMIT} × the time`,
      cost.all / cost.half,
      GROWTH_LIMIT,
    ),
    pieceGate(cost),
  ]);
}
