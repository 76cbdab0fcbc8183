/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
}

/** How long a piece of work takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** What a piece of work costs in milliseconds: by the clock, and on the processor, in which nothing is that others do meanwhile. */
export interface Cost {
  readonly clock: number;
  readonly processor: number;
}

/** Measures a piece of work by the clock and on the processor. */
export async function costOf(work: () => unknown): Promise<Cost> {
  const before = process.cpuUsage();
  const clock = await timed(work);
  const { user, system } = process.cpuUsage(before);
  return { clock, processor: (user + system) / 1000 };
}

/** What a piece of work costs on the processor, in milliseconds. */
export async function processorTime(work: () => unknown): Promise<number> {
  return (await costOf(work)).processor;
}

/** What a piece of work costs, in milliseconds by the clock or on the processor, whichever is less: other programs lengthen the one, garbage collected beside it the other. */
export async function leastTime(work: () => unknown): Promise<number> {
  const { clock, processor } = await costOf(work);
  return Math.min(clock, processor);
}

/** Bytes on the heap after everything that can go is gone. */
export function heapInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** Needs `node --expose-gc`. */
export function collectGarbage(): void {
  if (globalThis.gc === undefined) throw new Error('Run through `npm run bench`: it needs node --expose-gc.');
  globalThis.gc();
  globalThis.gc();
}
