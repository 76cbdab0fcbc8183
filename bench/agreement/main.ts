import type { AgreementOptions } from '../../src/core/analysis/agreement/agreement.js';
import { agreementOf } from '../../src/core/analysis/agreement/agreementOf.js';
import { disagreementsOf } from '../../src/core/analysis/agreement/disagreementsOf.js';
import { atMost, type Gate } from '../gates.js';
import { printGates } from '../report.js';
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
  /** Answers how much was found. */
  run(study: ComparedStudy): Promise<number>;
}

/** Everything that is measured. */
export const WORKS: readonly Work[] = [
  figures('characters, all rows', { unit: 'character' }),
  figures('sentences, all and code by code', { unit: 'sentence', rows: ROWS }),
  figures('turns, all rows', { unit: 'turn' }),
  figures('turns, 20 resamples', { unit: 'turn', rows: ROWS, samples: 20 }),
  {
    name: 'every disagreement, in characters',
    run: async ({ corpus, texts }) => (await disagreementsOf(corpus, { unit: 'character' }, texts)).length,
  },
];

function figures(name: string, options: AgreementOptions): Work {
  return {
    name,
    async run({ corpus, texts }) {
      const { rows } = await agreementOf(corpus, options, texts);
      return rows.reduce((sum, { codings, units }) => sum + codings + units, 0);
    },
  };
}

/** What comparing costs in milliseconds on the processor, among all codings and among half of them: the quickest run of each. */
export interface Cost {
  readonly name: string;
  readonly all: number;
  readonly half: number;
}

/**
 * What agreement costs among 40,000 codings, and half of them in half the text: prints a table and gates.
 * @returns the exit code: 1 where a gate is broken
 */
export async function agreement(): Promise<number> {
  const half = await comparedStudyOf(CODINGS / 2);
  const all = await comparedStudyOf(CODINGS);
  const { transcripts } = all.corpus;
  const characters = transcripts.reduce((sum, { length }) => sum + length, 0);
  console.log(
    `Agreement, among ${CODINGS} codings of ${transcripts.length} transcripts by two coders (${(characters / 1e6).toFixed(1)} million characters)\n`,
  );
  const costs: Cost[] = [];
  for (const work of WORKS) costs.push(await measureCost(work, half, all));
  for (const { name, all: ms, half: halfMs } of costs)
    console.log(
      `  ${name.padEnd(44)} ${`${ms.toFixed(1)} ms`.padStart(10)}, growth at twice codings and text ${(ms / halfMs).toFixed(2)}`,
    );
  console.log();
  return printGates(agreementGates(costs)) ? 0 : 1;
}

async function measureCost(work: Work, half: ComparedStudy, all: ComparedStudy): Promise<Cost> {
  const cost = { name: work.name, all: Number.POSITIVE_INFINITY, half: Number.POSITIVE_INFINITY };
  for (let run = 0; run < RUNS; run++) {
    cost.half = Math.min(cost.half, await processorTime(work, half));
    cost.all = Math.min(cost.all, await processorTime(work, all));
  }
  return cost;
}

/** Time on the processor: what else the machine does is not in it. */
async function processorTime(work: Work, study: ComparedStudy): Promise<number> {
  const before = process.cpuUsage();
  await work.run(study);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The gates: growth within one run, never milliseconds. */
export function agreementGates(costs: readonly Cost[]): Gate[] {
  return costs.map(({ name, all, half }) =>
    atMost(`${name}: twice codings and text take at most ${GROWTH_LIMIT} × the time`, all / half, GROWTH_LIMIT),
  );
}
