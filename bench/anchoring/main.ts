import { printGates } from '../report.js';
import { describeFailure } from './failures.js';
import { anchoringGates, costGates } from './gates.js';
import { measureHostile } from './hostile.js';
import { ours } from './methods/ours.js';
import { METHODS, run } from './results.js';
import { measureSpeed } from './speed.js';
import { costs, tables } from './tables.js';
import { readWish } from './wish.js';

/**
 * How codings survive edits: prints tables and, of a whole run, gates.
 * @param args what stands behind `npm run bench -- anchoring`; see `wish.ts`
 * @returns the exit code: 1 where a gate is broken, 2 where what is asked for does not exist
 */
export function anchoring(args: readonly string[]): number {
  const wish = readWish(args);
  if (typeof wish === 'string') {
    console.error(wish);
    return 2;
  }
  const started = performance.now();
  let left = wish.failures;
  const results = run(wish.onlyOurs ? [ours] : METHODS, wish, one => {
    const isAsked = one.verdict !== 'right' && one.method.name === wish.method && one.verdict.startsWith(wish.verdict);
    if (isAsked && left-- > 0) console.log(`${describeFailure(one, wish.seed)}\n`);
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`Anchoring, seed ${wish.seed}\n\n${tables(results)}\n\nAll of it took ${seconds} s\n`);
  if (!wish.isWhole) return 0;
  const [speed, hostile] = [measureSpeed(), measureHostile()];
  console.log(`${costs(speed, hostile)}\n`);
  return printGates([...anchoringGates(results), ...costGates(speed, hostile)]) ? 0 : 1;
}
