import type { Pause, Pieces } from '../src/core/pieces.js';
import { atMost, type Gate } from './gates.js';
import { printGates } from './report.js';

/** What work took, and the longest piece of it: for so long a window stands still. In milliseconds on the processor. */
export interface PiecesTime<T> {
  readonly value: T;
  readonly all: number;
  readonly longest: number;
}

/** Does work piece by piece and looks in between at what it took. */
export function inPiecesTimed<T>(work: Pieces<T>): PiecesTime<T> {
  const begun = process.cpuUsage();
  let [before, longest] = [0, 0];
  for (;;) {
    const piece = work.next();
    const all = millisecondsSince(begun);
    longest = Math.max(longest, all - before);
    before = all;
    if (piece.done === true) return { value: piece.value, all, longest };
  }
}

/** Does work that waits for something in between, and looks at what it took whenever it would make a pause. */
export async function timedPieces(work: (pause: Pause) => Promise<unknown>): Promise<Omit<PiecesTime<never>, 'value'>> {
  const begun = process.cpuUsage();
  let [before, longest] = [0, 0];
  const pause = (): undefined => {
    const all = millisecondsSince(begun);
    longest = Math.max(longest, all - before);
    before = all;
  };
  await work(pause);
  pause();
  return { all: before, longest };
}

/** What work costs in milliseconds on the processor, among everything and among half of it: of some runs the least of each. */
export interface PieceCost {
  readonly name: string;
  all: number;
  half: number;
  /** The longest piece of it. */
  longest: number;
}

/** What work costs that was not done yet. */
export function newCost(name: string): PieceCost {
  const least = Number.POSITIVE_INFINITY;
  return { name, all: least, half: least, longest: least };
}

/**
 * Prints what work cost, a line each, and the gates.
 * @param growth what the growth is of
 * @returns the exit code: 1 where a gate is broken
 */
export function printCosts(costs: readonly PieceCost[], growth: string, gates: readonly Gate[]): number {
  const ms = (figure: number): string => `${figure.toFixed(1)} ms`.padStart(10);
  for (const { name, all, half, longest } of costs)
    console.log(`  ${name.padEnd(48)} ${ms(all)}, longest piece ${ms(longest)}, ${growth} ${(all / half).toFixed(2)}`);
  console.log();
  return printGates(gates) ? 0 : 1;
}

/** A piece is a small part of the whole; of work that is soon done it may be a larger one. */
export function pieceGate({ name, all, longest }: PieceCost): Gate {
  return atMost(`the longest piece of ${name} is at most a fifth of all of it`, longest / all, 0.2);
}

function millisecondsSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** How many times as long the dearest of some work takes among twice as much. */
export function worstGrowth(costs: readonly PieceCost[]): number {
  return Math.max(...costs.map(({ all, half }) => all / half));
}
