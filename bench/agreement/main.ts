import type { AgreementOptions } from '../../src/core/analysis/agreement/agreement.js';
import { agreementOf } from '../../src/core/analysis/agreement/agreementOf.js';
import { disagreementsOf } from '../../src/core/analysis/agreement/disagreementsOf.js';
import type { Pause } from '../../src/core/pieces.js';
import { atMost, type Gate } from '../gates.js';
import { newCost, type PieceCost, pieceGate, printCosts, timedPieces } from '../pieces.js';
import { type ComparedStudy, comparedStudyOf } from './study.js';

const CODINGS = 40_000;
const RUNS = 3;
/** Twice the codings and twice the text: in proportion would be 2, squared 4. */
const GROWTH_LIMIT = 2.4;
/** One row of everything and of each code are what the page and the command line begin with. */
const ROWS = ['all', 'code'] as const;

/** Something that is compared, as a whole. */
export interface Work {
  readonly name: string;
  /** Answers how much was found. @param pause called between pieces */
  run(study: ComparedStudy, pause?: Pause): Promise<number>;
}

/** Everything that is measured. */
export const WORKS: readonly Work[] = [
  figures('characters, all rows', { unit: 'character' }),
  figures('sentences, all and code by code', { unit: 'sentence', rows: ROWS }),
  figures('turns, all rows', { unit: 'turn' }),
  figures('turns, 20 resamples', { unit: 'turn', rows: ROWS, samples: 20 }),
  {
    name: 'every disagreement, in characters',
    run: async ({ corpus, texts }, pause) =>
      (await disagreementsOf(corpus, { unit: 'character' }, texts, { pause })).length,
  },
];

function figures(name: string, options: AgreementOptions): Work {
  return {
    name,
    async run({ corpus, texts }, pause) {
      const { rows } = await agreementOf(corpus, options, texts, { pause });
      return rows.reduce((sum, { codings, units }) => sum + codings + units, 0);
    },
  };
}

/** What agreement costs among 40,000 codings, and half of them in half the text. */
export interface AgreementCosts {
  readonly costs: readonly PieceCost[];
  readonly transcripts: number;
  /** Code points of all text. */
  readonly characters: number;
}

/**
 * What agreement costs: prints a table and gates.
 * @param measured what was measured before
 * @returns the exit code: 1 where a gate is broken
 */
export async function agreement(measured?: AgreementCosts): Promise<number> {
  const { costs, transcripts, characters } = measured ?? (await measureAgreement());
  console.log(
    `Agreement, among ${CODINGS} codings of ${transcripts} transcripts by two coders (${(characters / 1e6).toFixed(1)} million characters)\n`,
  );
  return printCosts(costs, 'growth at twice codings and text', agreementGates(costs));
}

/** Measures all of it. */
export async function measureAgreement(): Promise<AgreementCosts> {
  const half = await comparedStudyOf(CODINGS / 2);
  const all = await comparedStudyOf(CODINGS);
  const { transcripts } = all.corpus;
  const characters = transcripts.reduce((sum, { length }) => sum + length, 0);
  const costs: PieceCost[] = [];
  for (const work of WORKS) costs.push(await measureCost(work, half, all));
  return { costs, transcripts: transcripts.length, characters };
}

async function measureCost(work: Work, half: ComparedStudy, all: ComparedStudy): Promise<PieceCost> {
  const cost = newCost(work.name);
  for (let run = 0; run < RUNS; run++) {
    cost.half = Math.min(cost.half, (await timedPieces(() => work.run(half))).all);
    cost.all = Math.min(cost.all, (await timedPieces(() => work.run(all))).all);
    cost.longest = Math.min(cost.longest, (await timedPieces(pause => work.run(all, pause))).longest);
  }
  return cost;
}

/** The gates: growth within one run, and pieces beside the whole; never milliseconds. */
export function agreementGates(costs: readonly PieceCost[]): Gate[] {
  return costs.flatMap(cost => [
    atMost(
      `${cost.name}: twice codings and text take at most ${GROWTH_LIMIT} × the time`,
      cost.all / cost.half,
      GROWTH_LIMIT,
    ),
    pieceGate(cost),
  ]);
}
