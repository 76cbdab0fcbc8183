import { inPieces, type Pause, type Pieces } from '../../core/pieces.js';
import type { Cancellation } from '../../core/ports.js';

/** After so long others get their turn: with the piece that is begun by then it stays below a frame of the screen. Milliseconds. */
const TURN = 8;

/**
 * For one long work: lets everything else in the window have its turn whenever the work has gone on for long enough, and costs next to
 * nothing in between.
 * @param now milliseconds of a clock that never goes back
 */
export function takingTurns(now: () => number = () => performance.now()): Pause {
  let since = now();
  return () => {
    if (now() - since < TURN) return undefined;
    return nextTurn().then(() => {
      since = now();
    });
  };
}

/** Does work in pieces, so that whoever types meanwhile is not kept waiting. @returns undefined where it was cancelled */
export function inTurns<T>(work: Pieces<T>): Promise<T>;
export function inTurns<T>(work: Pieces<T>, cancellation: Cancellation): Promise<T | undefined>;
export function inTurns<T>(work: Pieces<T>, cancellation?: Cancellation): Promise<T | undefined> {
  return inPieces(work, { cancellation, pause: takingTurns() });
}

let last = Promise.resolve();

/** Of several long works each waits for the one before it: together they would keep the window as long as one in one go. */
function nextTurn(): Promise<void> {
  last = last.then(() => new Promise(resolve => setTimeout(resolve)));
  return last;
}
