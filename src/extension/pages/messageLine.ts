import type { Cancellation } from '../../core/ports.js';
import { inTurns, takingTurns } from '../common/turns.js';
import { inParts, isLight } from './messageParts.js';

/** What came of a message: when it arrives, which nobody waits for who only waits for their turn. */
interface Sent {
  readonly arrival: PromiseLike<unknown> | undefined;
}

/**
 * The line to one page. Messages go in the order in which they are sent. One that is large goes in parts, so that whoever types
 * meanwhile is not kept waiting; those that come after it wait until it is gone.
 */
export class MessageLine {
  private last: Promise<unknown> = Promise.resolve();
  private open = 0;

  /** @param post hands a message over at once; waits until it arrives */
  constructor(private readonly post: (message: unknown) => PromiseLike<unknown>) {}

  /** Whether something is on its way in parts: what is sent now waits for it. */
  get isBusy(): boolean {
    return this.open > 0;
  }

  /**
   * Sends a message and waits until it arrives.
   * @param cancellation once it is cancelled, no more of the message is sent, and the page never sees any of it
   * @returns whether it was sent whole
   */
  async send(message: unknown, cancellation: Cancellation): Promise<boolean> {
    if (!this.isBusy && isLight(message)) {
      await this.post(message);
      return true;
    }
    this.open++;
    const sending = this.last.then(() => this.sendNow(message, cancellation)).finally(() => this.open--);
    this.last = sending.catch(() => undefined);
    const sent = await sending;
    await sent?.arrival;
    return sent !== undefined;
  }

  private async sendNow(message: unknown, cancellation: Cancellation): Promise<Sent | undefined> {
    if (cancellation.cancelled) return undefined;
    if (isLight(message)) return { arrival: this.post(message) };
    // Working it out may have used this turn up.
    await takingTurns()();
    let arrival: PromiseLike<unknown> | undefined;
    const work = inParts(message, part => {
      arrival = this.post(part);
    });
    return (await inTurns(work, cancellation)) && { arrival };
  }
}
