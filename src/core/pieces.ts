import type { Cancellation } from './ports.js';
import type { Progress } from './study/study.js';

/** Long work in small pieces: whoever runs it may let others have their turn between two of them, or give it up there. */
export type Pieces<T> = Generator<undefined, T, undefined>;

/** Lets others have their turn, and answers when to go on; undefined where it is not time for that yet. */
export type Pause = () => Promise<void> | undefined;

/** How long work is to be done. */
export interface Pacing {
  /** Told how far it has come. */
  readonly progress?: Progress | undefined;
  readonly cancellation?: Cancellation | undefined;
  /** Called between pieces of work; what it answers is waited for. */
  readonly pause?: Pause | undefined;
}

/** Does work without a stop. @returns what came of it */
export function atOnce<T>(work: Pieces<T>): T {
  for (;;) {
    const piece = work.next();
    if (piece.done === true) return piece.value;
  }
}

/**
 * Does work piece by piece.
 * @returns what came of it; undefined where it was cancelled, as a rule before it was done
 */
export async function inPieces<T>(work: Pieces<T>, pacing: Pick<Pacing, 'pause'>): Promise<T>;
export async function inPieces<T>(
  work: Pieces<T>,
  pacing: Pick<Pacing, 'cancellation' | 'pause'>,
): Promise<T | undefined>;
export async function inPieces<T>(work: Pieces<T>, { cancellation, pause }: Pacing): Promise<T | undefined> {
  while (!cancellation?.cancelled) {
    const piece = work.next();
    if (piece.done === true) return piece.value;
    const turn = pause?.();
    if (turn !== undefined) await turn;
  }
  work.return(undefined as T);
  return undefined;
}

/**
 * Does the same with each of some things, so many to a piece.
 * @param size how many take a few milliseconds at most, whatever they are
 */
export function* each<T>(things: Iterable<T>, size: number, work: (thing: T) => void): Pieces<void> {
  let left = size;
  for (const thing of things) {
    if (left-- === 0) {
      yield;
      left = size - 1;
    }
    work(thing);
  }
}

/** Makes something of each of some things, so many to a piece. @param size as of `each` */
export function* mapped<T, R>(things: Iterable<T>, size: number, make: (thing: T) => R): Pieces<R[]> {
  const made: R[] = [];
  yield* each(things, size, thing => {
    made.push(make(thing));
  });
  return made;
}

/** Tells, call after call, whether a piece is done: at every so many calls. For work that `each` does not fit. */
export function pieceOf(size: number): () => boolean {
  let left = size;
  return () => {
    if (--left > 0) return false;
    left = size;
    return true;
  };
}
