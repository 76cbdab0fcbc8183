import { inPieces, type Pacing, type Pieces } from '../pieces.js';

/** Thrown where work is to stop; never leaves this folder. */
export class Stopped extends Error {}

/** Cuts work into pieces: tells how far it has come, lets others have their turn, and stops when that is wished. */
export class Pace {
  private done = 0;
  private total = 0;

  constructor(private readonly options: Pacing) {}

  /** There is more to do than was known: so many steps. */
  expect(steps: number): void {
    this.total += steps;
  }

  /** A step is done. */
  async step(): Promise<void> {
    this.done++;
    this.options.progress?.(this.done, this.total);
    await this.rest();
  }

  /** Does work that is cut into pieces. @throws Stopped */
  async through<T>(work: Pieces<T>): Promise<T> {
    const { pause, cancellation = { cancelled: false } } = this.options;
    const done = await inPieces(work, { pause, cancellation });
    if (cancellation.cancelled) throw new Stopped();
    return done as T;
  }

  /** Between two pieces of a step. @throws Stopped */
  async rest(): Promise<void> {
    if (this.options.cancellation?.cancelled) throw new Stopped();
    await this.options.pause?.();
    if (this.options.cancellation?.cancelled) throw new Stopped();
  }
}
