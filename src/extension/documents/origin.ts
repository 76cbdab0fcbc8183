import type * as vscode from 'vscode';
import type { Disposable } from '../../core/ports.js';

/** How long after an edit a document that is being typed in is sure to be known as unsaved. Milliseconds. */
const WAIT = 60;

/**
 * Tells where a change of a document that has no unsaved changes came from. Typing makes it unsaved, but the editor says so only a
 * moment after the first letter; a change of the file on disk does not.
 */
export class Origin implements Disposable {
  private waiting: { readonly told: Promise<void>; tell(isOutside: boolean): void } | undefined;

  /** @param cameFromOutside is called once it is known that the text came from elsewhere */
  constructor(private readonly cameFromOutside: () => void) {}

  /** Done once it is known. */
  get known(): Promise<void> | undefined {
    return this.waiting?.told;
  }

  /** The document changed, and has no unsaved changes. */
  ask(document: vscode.TextDocument): void {
    this.waiting?.tell(false);
    let done: () => void = () => undefined;
    const told = new Promise<void>(resolve => {
      done = resolve;
    });
    const timer = setTimeout(() => waiting.tell(!document.isDirty && !document.isClosed), WAIT);
    const waiting = {
      told,
      tell: (isOutside: boolean): void => {
        clearTimeout(timer);
        if (this.waiting === waiting) this.waiting = undefined;
        if (isOutside) this.cameFromOutside();
        done();
      },
    };
    this.waiting = waiting;
  }

  /** It was typed: the document has unsaved changes, or was just saved. */
  typed(): void {
    this.waiting?.tell(false);
  }

  dispose(): void {
    this.typed();
  }
}
