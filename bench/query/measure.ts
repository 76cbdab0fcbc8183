import type { Corpus } from '../../src/core/analysis/corpus/corpus.js';
import { parseQuery } from '../../src/core/analysis/query/parse.js';
import type { Query } from '../../src/core/analysis/query/query.js';
import { runQuery } from '../../src/core/analysis/query/run.js';
import { atOnce } from '../../src/core/pieces.js';
import { inPiecesTimed } from '../pieces.js';

/** The best of them counts: whatever else the machine does makes a run longer, never shorter. */
const RUNS = 15;
/** What a question costs, in milliseconds. */
export interface Cost {
  readonly question: string;
  readonly found: number;
  /** Asked for the first time: words are folded, names looked up. */
  readonly first: number;
  /** Asked again, as while one types; time of the processor. */
  readonly warm: number;
  /** The longest piece of it for which a window would have stood still. */
  readonly longest: number;
}

/** Measures the same questions on two studies in turns, so that a busy moment of the machine meets both. */
export async function measureBoth(
  questions: readonly string[],
  small: Corpus,
  large: Corpus,
): Promise<{ readonly small: Cost; readonly large: Cost }[]> {
  const costs: { small: Cost; large: Cost }[] = [];
  for (const question of questions) {
    const query = parseQuery(question).query as Query;
    const begun = [small, large].map(corpus => begin(query, corpus));
    const runs: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run++) {
      for (const [i, corpus] of [small, large].entries()) (runs[i] as number[]).push(once(query, corpus));
    }
    const longest = [small, large].map(corpus => longestPiece(query, corpus));
    const [smallCost, largeCost] = [0, 1].map(i => ({
      question,
      ...(begun[i] as { found: number; first: number }),
      warm: Math.min(...(runs[i] as number[])),
      longest: longest[i] as number,
    }));
    costs.push({ small: smallCost as Cost, large: largeCost as Cost });
  }
  return costs;
}

function begin(query: Query, corpus: Corpus): { found: number; first: number } {
  const start = performance.now();
  const found = atOnce(runQuery(query, corpus)).length;
  return { found, first: performance.now() - start };
}

/**
 * In time of the processor, not of the clock: that would tell of whatever else the machine does. What the memory nearest to it holds is
 * driven out before: a small study would fit in there, and a large one would seem to grow.
 */
function once(query: Query, corpus: Corpus): number {
  for (let i = 0; i < elsewhere.length; i += LINE) elsewhere[i] = (elsewhere[i] as number) + 1;
  const start = process.cpuUsage();
  atOnce(runQuery(query, corpus));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** More than any processor keeps at hand, and how much it fetches at a time; in numbers of four bytes. */
const elsewhere = new Int32Array(1 << 24);
const LINE = 16;

function longestPiece(query: Query, corpus: Corpus): number {
  return Math.min(...Array.from({ length: RUNS }, () => inPiecesTimed(runQuery(query, corpus)).longest));
}
