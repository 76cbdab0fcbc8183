import { inPieces, type Pause, type Pieces } from '../../core/pieces.js';
import type { Cancellation } from '../../core/ports.js';

/** After so long others get their turn: with the piece that is begun by then it stays below a frame of the screen. Milliseconds. */
const TURN = 6;

/**
 * Lets everything else in the window have its turn whenever long work has gone on for long enough, and costs next to nothing in between. All
 * work shares one clock: two pieces of different work in one round of the event loop keep the window as long as one of both lengths.
 */
export class Turns {
  /** When somebody first looked in this round of the event loop; undefined where nobody did. */
  private begun: number | undefined;
  private last = Promise.resolve();

  /** @param now milliseconds of a clock that never goes back */
  constructor(private readonly now: () => number) {}

  /** See `Pause`. */
  readonly pause = (): Promise<void> | undefined => {
    this.begin();
    return this.isOver() ? this.next() : undefined;
  };

  private isOver(): boolean {
    return this.begun !== undefined && this.now() - this.begun >= TURN;
  }

  /** Waits for a round that no other work has taken of, and takes all of it: for what cannot be cut. */
  readonly whole = (): Promise<void> => {
    this.last = this.last.then(async () => {
      await nextRound();
      this.begin();
      this.begun = Number.NEGATIVE_INFINITY;
    });
    return this.last;
  };

  private begin(): void {
    if (this.begun !== undefined) return;
    this.begun = this.now();
    afterThisRound(() => {
      this.begun = undefined;
    });
  }

  /** Of several works each waits for the one before it, and goes on in the same round where that one left time. */
  private next(): Promise<void> {
    this.last = this.last.then(async () => {
      if (this.isOver()) await nextRound();
      this.begin();
    });
    return this.last;
  }
}

const turns = new Turns(() => performance.now());

/** What long work calls between its pieces. */
export function takingTurns(): Pause {
  return turns.pause;
}

/** Waits until what takes long, and cannot be cut, may begin. */
export function turnOfItsOwn(): Promise<void> {
  return turns.whole();
}

/** Does work in pieces, so that whoever types meanwhile is not kept waiting. @returns undefined where it was cancelled */
export function inTurns<T>(work: Pieces<T>): Promise<T>;
export function inTurns<T>(work: Pieces<T>, cancellation: Cancellation): Promise<T | undefined>;
export function inTurns<T>(work: Pieces<T>, cancellation?: Cancellation): Promise<T | undefined> {
  return inPieces(work, { cancellation, pause: turns.pause });
}

const nextRound = (): Promise<void> => new Promise(resolve => setTimeout(resolve));

/** A timer can be due in the round in which it was set; where there is something that cannot, it is taken. */
const afterThisRound: (work: () => void) => void = typeof setImmediate === 'function' ? setImmediate : setTimeout;
