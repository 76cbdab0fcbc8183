import { parseArgs } from 'node:util';
import { printGates } from '../report.js';
import { describeFailure } from './failures.js';
import { anchoringGates } from './gates.js';
import { ours } from './methods/ours.js';
import { METHODS, run } from './results.js';
import { tables } from './tables.js';

const OPTIONS = {
  seed: { type: 'string', default: '1' },
  transcripts: { type: 'string', default: '48' },
  transcript: { type: 'string' },
  edit: { type: 'string', default: '' },
  failures: { type: 'string', default: '0' },
  verdict: { type: 'string', default: '' },
  method: { type: 'string', default: ours.name },
  ours: { type: 'boolean', default: false },
} as const;

/**
 * `npm run bench -- anchoring`: how codings survive edits.
 *
 * - `--seed N`: other transcripts and edits
 * - `--transcripts N`, `--transcript N`: so many, or this one alone
 * - `--edit NAME`: edits whose name begins like this
 * - `--failures N`: prints the first N cases that were not right, or had this `--verdict`, of ours or of another `--method`
 * - `--ours`: without the methods it is compared with
 */
export function anchoring(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const seed = Number(values.seed);
  const wish = {
    seed,
    transcripts: values.transcript === undefined ? Number(values.transcripts) : Number(values.transcript) + 1,
    edit: values.edit,
    ...(values.transcript !== undefined && { only: Number(values.transcript) }),
  };
  const started = performance.now();
  let left = Number(values.failures);
  const results = run(values.ours ? [ours] : METHODS, wish, one => {
    const isAsked =
      one.method.name === values.method && one.verdict !== 'right' && one.verdict.startsWith(values.verdict);
    if (isAsked && left-- > 0) console.log(`${describeFailure(one, seed)}\n`);
  });
  console.log(`Anchoring, seed ${seed}\n\n${tables(results)}\n`);
  console.log(`${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  return printGates(anchoringGates(results)) ? 0 : 1;
}
