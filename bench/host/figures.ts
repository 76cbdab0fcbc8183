import { atMost, type Gate } from '../gates';
import { median } from '../measure';
import type { Task } from './tasks';

/** What a frame of the screen takes, in milliseconds. */
export const FRAME = 16;
/**
 * How many times as long as the calibration a task may take: 16 ms on the machine that the limit was found on (docs/performance.md).
 */
export const LONGEST_LIMIT = 11;
/** How many times as long as at S the longest task may take. */
export const GROWTH_LIMIT = 2;

/** What was found in all rounds of a scene. */
export interface SceneFigures {
  readonly title: string;
  readonly rounds: readonly (readonly Task[])[];
}

/**
 * The longest task that comes again, in milliseconds: of what was called, and of what most of the time went into, the middle one of its longest in
 * each round. The machine stops any task for a while, and hardly the same in most rounds.
 */
export function longestOf({ rounds }: SceneFigures): number {
  const named = rounds.map(longestByName);
  const names = new Set(named.flatMap(longest => [...longest.keys()]));
  return Math.max(0, ...[...names].map(name => median(named.map(longest => longest.get(name) ?? 0))));
}

function longestByName(tasks: readonly Task[]): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const { ms, entry, dearest } of tasks)
    for (const [part, { url, lineNumber, columnNumber }] of Object.entries({ entry, dearest })) {
      const name = `${part} ${url}:${lineNumber}:${columnNumber}`;
      longest.set(name, Math.max(longest.get(name) ?? 0, ms));
    }
  return longest;
}

/** One scene as a table, with its five longest tasks. */
export function sceneTable(figures: SceneFigures, nameOf: (task: Task) => string): string {
  const all = figures.rounds.flat().sort((a, b) => b.ms - a.ms);
  const ms = (figure: number): string => `${figure.toFixed(1)} ms`;
  const sorted = all.map(task => task.ms);
  const over = figures.rounds.map(tasks => tasks.filter(task => task.ms > FRAME).length);
  const lines = [
    `  ${all.length} tasks of ours in ${figures.rounds.length} rounds: median ${ms(median(sorted))}, 95 % ${ms(sorted[Math.floor(sorted.length * 0.05)] ?? 0)}, longest ${ms(sorted[0] ?? 0)}, the longest that comes again ${ms(longestOf(figures))}`,
    `  over ${FRAME} ms: ${over.join(', ')}`,
    ...all.slice(0, 5).map(task => `  ${ms(task.ms).padStart(9)}  ${nameOf(task)}`),
  ];
  return lines.join('\n');
}

/** The gates: what counts is the longest task beside a fixed piece of work in the same process, and beside a small study. */
export function hostGates(
  scenes: readonly { readonly name: string; readonly longest: number; readonly longestAtSmall: number }[],
  calibration: number,
): Gate[] {
  return scenes.flatMap(({ name, longest, longestAtSmall }) => [
    atMost(
      `${name}: the longest task takes at most ${LONGEST_LIMIT} × the calibration`,
      longest / calibration,
      LONGEST_LIMIT,
    ),
    atMost(`${name}: it takes at most ${GROWTH_LIMIT} × what it takes at S`, longest / longestAtSmall, GROWTH_LIMIT),
  ]);
}
