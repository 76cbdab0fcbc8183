import type { Disposable } from '../../core/ports.js';

/** After so long the preview has been drawn where the wish for it was not dropped. Milliseconds. */
const WAIT = 700;
const TRIES = 6;

/** Runs something once the wait is over. @returns what calls it off */
type AfterWait = (work: () => void) => () => void;

/**
 * Has the Markdown preview drawn again. VS Code drops the wish for it while it is about to look whether the text has changed, and if it
 * has not, it does not draw: so the wish is said again until something was drawn.
 */
export class PreviewDrawing implements Disposable {
  private callOff: (() => void) | undefined;

  /** @param wish says the wish to VS Code; false where no preview is in sight */
  constructor(
    private readonly wish: () => boolean,
    private readonly afterWait: AfterWait = waiting,
  ) {}

  /** Asks for it; whatever is drawn from now on is drawn anew. */
  again(tries = TRIES): void {
    this.drawn();
    if (tries > 0 && this.wish()) this.callOff = this.afterWait(() => this.again(tries - 1));
  }

  /** Says that a preview is being drawn. */
  drawn(): void {
    this.callOff?.();
    this.callOff = undefined;
  }

  dispose(): void {
    this.drawn();
  }
}

function waiting(work: () => void): () => void {
  const timer = setTimeout(work, WAIT);
  return () => clearTimeout(timer);
}
