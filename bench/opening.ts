import { Study } from '../src/core/study/study.js';
import { NodeFileStore } from '../src/node/fileStore.js';
import { readAndParse } from './baseline.js';
import type { GeneratedStudy } from './generate.js';
import { collectGarbage, heapInUse, median, timed } from './measure.js';
import { CountingStore } from './stores.js';

/** Small studies open in a moment, which other programs disturb easily: they are opened more often. */
const FEWEST_RUNS = 5;
const MOST_RUNS = 31;
/** Milliseconds spent on opening after which `FEWEST_RUNS` are enough. */
const ENOUGH = 3000;

/** What opening costs, and what it is compared with; milliseconds and bytes. */
export interface Opening {
  readonly baseline: number;
  readonly open: number;
  /** Opening beside the baseline right before it, in the middle of all runs: a busy moment slows both. */
  readonly ratio: number;
  readonly heap: number;
  readonly transcriptsRead: number;
}

/** Opens a study several times, each time after the baseline, and measures the last one's memory. */
export async function measureOpening(generated: GeneratedStudy): Promise<Opening> {
  const baseline: number[] = [];
  const open: number[] = [];
  let transcriptsRead = 0;
  const spent = (): number => [...baseline, ...open].reduce((sum, figure) => sum + figure, 0);
  while (open.length < FEWEST_RUNS || (open.length < MOST_RUNS && spent() < ENOUGH)) {
    collectGarbage();
    baseline.push(await timed(() => readAndParse(generated.root, generated.codingFiles)));
    collectGarbage();
    const counting = new CountingStore(new NodeFileStore(generated.root));
    open.push(await timed(() => openStudy(counting)));
    transcriptsRead += counting.transcriptsRead;
  }
  const before = heapInUse();
  const study = await openStudy(new NodeFileStore(generated.root));
  const heap = heapInUse() - before;
  if (study.index.size === 0) throw new Error('The generated study has no codings.');
  const ratio = median(open.map((figure, run) => figure / (baseline[run] ?? Number.NaN)));
  return { baseline: median(baseline), open: median(open), ratio, heap, transcriptsRead };
}

/** A study, read and indexed. */
export async function openStudy(store: ConstructorParameters<typeof Study>[0]): Promise<Study> {
  const study = new Study(store, { now: Date.now, random: Math.random });
  await study.refresh();
  return study;
}
