import { parseArgs } from 'node:util';
import { runCases } from './cases.js';
import { describeFailure } from './failures.js';
import { ours } from './methods/ours.js';

/** `npm run bench -- anchoring [--seed N] [--transcripts N] [--edit NAME] [--transcript N] [--failures N]` */
export function anchoring(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string', default: '1' },
      transcripts: { type: 'string', default: '48' },
      transcript: { type: 'string' },
      edit: { type: 'string', default: '' },
      failures: { type: 'string', default: '0' },
    },
  });
  const seed = Number(values.seed);
  const tally = new Map<string, Record<string, number>>();
  const started = performance.now();
  let shown = 0;
  for (const one of runCases([ours], {
    seed,
    transcripts: Number(values.transcripts),
    edit: values.edit,
    ...(values.transcript !== undefined && { only: Number(values.transcript) }),
  })) {
    for (const key of [one.edit.name, 'ALL', one.excerpt.isRepeated ? 'repeated' : 'once', one.excerpt.length]) {
      const row = tally.get(key) ?? {};
      row.cases = (row.cases ?? 0) + 1;
      row[one.verdict] = (row[one.verdict] ?? 0) + 1;
      if (one.truth.stretch === undefined) row.deleted = (row.deleted ?? 0) + 1;
      if (one.isOffered) row.offered = (row.offered ?? 0) + 1;
      tally.set(key, row);
    }
    if (one.verdict !== 'right' && shown < Number(values.failures)) {
      shown++;
      console.log(`${describeFailure(one, seed)}\n`);
    }
  }
  console.table(Object.fromEntries(tally));
  console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
  return 0;
}
