import type { Pieces } from '../src/core/pieces.js';

/** What work took, and the longest piece of it: for so long at most a window would stand still. In milliseconds of the clock. */
export interface PiecesTime<T> {
  readonly value: T;
  readonly all: number;
  readonly longest: number;
}

/** Does work piece by piece and looks at the clock in between. */
export function inPiecesTimed<T>(work: Pieces<T>): PiecesTime<T> {
  let [all, longest] = [0, 0];
  for (;;) {
    const begun = performance.now();
    const piece = work.next();
    const took = performance.now() - begun;
    all += took;
    longest = Math.max(longest, took);
    if (piece.done === true) return { value: piece.value, all, longest };
  }
}
