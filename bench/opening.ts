import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Study } from '../src/core/study/study.js';
import { NodeFileStore } from '../src/node/fileStore.js';
import { readAndParse } from './baseline.js';
import type { GeneratedStudy } from './generate.js';
import { type Cost, costOf, heapInUse, median } from './measure.js';
import { CountingStore } from './stores.js';

/** Small studies open in a moment, which other programs disturb easily: they are opened more often. */
const FEWEST_RUNS = 5;
const MOST_RUNS = 31;
/** Milliseconds spent on opening after which `FEWEST_RUNS` are enough. */
const ENOUGH = 3000;
const COLD_RUNS = 3;

/** What opening costs beside what it is compared with, in milliseconds by the clock; ratios are on the processor. */
export interface Opened {
  readonly baseline: number;
  readonly open: number;
  /** Opening beside the baseline right before it, in the middle of all runs. */
  readonly ratio: number;
}

/** What opening costs, and what is in memory then, in bytes. */
export interface Opening {
  readonly warm: Opened;
  /** In a process of its own, where nothing was read, compiled or kept before. */
  readonly cold: Opened;
  readonly heap: number;
  readonly transcriptsRead: number;
}

/** Opens a study several times, each time after the baseline, and measures the last one's memory. */
export async function measureOpening(generated: GeneratedStudy): Promise<Opening> {
  const runs: Pair[] = [];
  let transcriptsRead = 0;
  const spent = (): number => runs.reduce((sum, { open, baseline }) => sum + open.clock + baseline.clock, 0);
  // The first run warms up. No garbage is collected by force in between: V8 throws away with it what it has compiled.
  while (runs.length <= FEWEST_RUNS || (runs.length <= MOST_RUNS && spent() < ENOUGH)) {
    const baseline = await costOf(() => readAndParse(generated.root, generated.codingFiles));
    const counting = new CountingStore(new NodeFileStore(generated.root));
    runs.push({ baseline, open: await costOf(() => openStudy(counting)) });
    transcriptsRead += counting.transcriptsRead;
  }
  const before = heapInUse();
  const study = await openStudy(new NodeFileStore(generated.root));
  const heap = heapInUse() - before;
  if (study.index.size === 0) throw new Error('The generated study has no codings.');
  return { warm: middle(runs.slice(1)), cold: await measureCold(generated), heap, transcriptsRead };
}

/** A study, read and indexed. */
export async function openStudy(store: ConstructorParameters<typeof Study>[0]): Promise<Study> {
  const study = new Study(store, { now: Date.now, random: Math.random });
  await study.refresh();
  return study;
}

/** What is done in a process of its own: `cold open FOLDER` or `cold parse FOLDER FILE…`; prints what it cost. */
export async function cold([what, root, ...files]: readonly string[]): Promise<number> {
  const work = (): Promise<unknown> =>
    what === 'open' ? openStudy(new NodeFileStore(root as string)) : readAndParse(root as string, files);
  console.log(JSON.stringify(await costOf(work)));
  return 0;
}

interface Pair {
  readonly baseline: Cost;
  readonly open: Cost;
}

async function measureCold({ root, codingFiles }: GeneratedStudy): Promise<Opened> {
  const alone = async (...args: string[]): Promise<Cost> => {
    const { stdout } = await promisify(execFile)(process.execPath, [process.argv[1] as string, 'cold', ...args]);
    return JSON.parse(stdout);
  };
  const runs: Pair[] = [];
  while (runs.length < COLD_RUNS)
    runs.push({ baseline: await alone('parse', root, ...codingFiles), open: await alone('open', root) });
  return middle(runs);
}

function middle(runs: readonly Pair[]): Opened {
  return {
    baseline: median(runs.map(({ baseline }) => baseline.clock)),
    open: median(runs.map(({ open }) => open.clock)),
    ratio: median(runs.map(({ open, baseline }) => open.processor / baseline.processor)),
  };
}
