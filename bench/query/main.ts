import { atMost, type Gate } from '../gates.js';
import { printGates } from '../report.js';
import { type Cost, measureBoth } from './measure.js';
import { QUESTIONS } from './questions.js';
import { type QuestionStudy, questionCorpus } from './study.js';

/** Four times the codings: in proportion would be 4, squared 16. What is looked at several times and no longer fits near the processor grows by more. */
const GROWTH_LIMIT = 8;
const TIMES = 4;

/** Many transcripts as a study has them, and one that has thousands of codings by itself, where pairs would tell most. */
const SHAPES: readonly (QuestionStudy & { readonly name: string })[] = [
  { name: '200 transcripts', transcripts: 200, codings: 60_000 },
  { name: 'one transcript', transcripts: 1, codings: 12_000 },
];

/**
 * What questions cost: prints a table and gates.
 * @returns the exit code: 1 where a gate is broken
 */
export async function query(): Promise<number> {
  const results: Gate[] = [];
  for (const { name, transcripts, codings } of SHAPES) {
    const small = await questionCorpus({ transcripts, codings: codings / TIMES });
    const large = await questionCorpus({ transcripts, codings });
    console.log(`Questions, among ${codings.toLocaleString('en')} codings of ${name} by two coders`);
    console.log(`(all read, parsed and placed once in ${large.reading.toFixed(0)} ms)\n`);
    const costs = await measureBoth(QUESTIONS, small.corpus, large.corpus);
    console.log(`${row('', 'found', 'first', 'again', 'longest piece', `growth at ${TIMES} ×`)}`);
    for (const { small: before, large: after } of costs) console.log(figures(before, after));
    console.log();
    results.push(...queryGates(name, costs));
  }
  return printGates(results) ? 0 : 1;
}

function figures(before: Cost, { question, found, first, warm, longest }: Cost): string {
  const ms = (figure: number): string => `${figure.toFixed(2)} ms`;
  return row(question, String(found), ms(first), ms(warm), ms(longest), (warm / before.warm).toFixed(2));
}

function row(question: string, ...cells: readonly string[]): string {
  return `  ${question.padEnd(74)}${cells.map(cell => cell.padStart(14)).join('')}`;
}

/** The gates: growth within one run, never milliseconds. */
export function queryGates(name: string, costs: readonly { readonly small: Cost; readonly large: Cost }[]): Gate[] {
  return costs.map(({ small, large }) =>
    atMost(
      `${small.question} among ${TIMES} × the codings of ${name} takes at most ${GROWTH_LIMIT} × the time`,
      large.warm / small.warm,
      GROWTH_LIMIT,
    ),
  );
}
