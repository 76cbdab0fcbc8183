import { compareStates } from '../../src/core/review/compare.js';
import { describeChange } from '../../src/core/review/sentence.js';
import { StudyState } from '../../src/core/review/studyState.js';
import { median } from '../measure.js';
import type { MemoryState } from './study.js';

const RUNS = 7;

/** What telling the changes between two states costs, in milliseconds. */
export interface Cost {
  /** How many changes there are. */
  readonly changes: number;
  /** All of it, the sentences included. */
  readonly all: number;
  /** The longest piece for which a window would have stood still. */
  readonly longest: number;
  /** Reading and `JSON.parse` of every line of the files that differ, on both sides. */
  readonly baseline: number;
}

/** Measures several times and takes the middle of each figure. */
export async function measureCost(before: MemoryState, after: MemoryState): Promise<Cost> {
  const runs: Cost[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const baseline = await parsing(before, after);
    const cost = { ...(await comparing(before, after)), baseline };
    // The first run warms up.
    if (run > 0) runs.push(cost);
  }
  const middle = (figure: keyof Cost): number => median(runs.map(cost => cost[figure]));
  return { changes: middle('changes'), all: middle('all'), longest: middle('longest'), baseline: middle('baseline') };
}

async function comparing(before: MemoryState, after: MemoryState): Promise<Omit<Cost, 'baseline'>> {
  let [all, longest] = [0, 0];
  let begun = performance.now();
  const end = (): void => {
    const piece = performance.now() - begun;
    all += piece;
    longest = Math.max(longest, piece);
  };
  const pause = async (): Promise<void> => {
    end();
    await new Promise(resolve => setImmediate(resolve));
    begun = performance.now();
  };
  const { changes } = await compareStates(new StudyState(before), new StudyState(after), { pause });
  end();
  begun = performance.now();
  for (const change of changes) describeChange(change);
  all += performance.now() - begun;
  return { changes: changes.length, all, longest };
}

async function parsing(before: MemoryState, after: MemoryState): Promise<number> {
  const begun = performance.now();
  for (const [path, id] of after.files) {
    if (before.files.get(path) === id || !path.endsWith('.jsonl')) continue;
    for (const state of [before, after])
      for (const line of ((await state.read(path)) ?? '').split('\n')) if (line !== '') JSON.parse(line);
  }
  return performance.now() - begun;
}
