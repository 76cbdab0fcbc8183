import type { Disposable } from '../../core/ports.js';

/** Runs a piece of work once calls have paused for a while; `dispose` drops what is pending. */
export class Delayed implements Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param wait milliseconds without a call before the work runs */
  constructor(
    private readonly work: () => void,
    private readonly wait: number,
  ) {}

  /** Asks for the work; a call that is already waiting starts its wait again. */
  trigger(): void {
    this.dispose();
    this.timer = setTimeout(this.work, this.wait);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
