import type * as vscode from 'vscode';
import type { Disposable } from '../../core/ports.js';

/** How long after an edit a document that is being typed in is known as unsaved, as a rule. Milliseconds. */
const WAIT = 30;

/**
 * Tells where a change of a document that has no unsaved changes came from. Typing makes it unsaved, but the editor says so only a
 * moment after the first letter; a change of the file on disk does not.
 */
export class Origin implements Disposable {
  private waiting: { readonly told: Promise<void>; tell(): void } | undefined;

  /**
   * @param isAsOnDisk whether the document has the text that its file has
   * @param cameFromOutside is called once it is known that the text came from elsewhere
   */
  constructor(
    private readonly document: vscode.TextDocument,
    private readonly isAsOnDisk: () => Promise<boolean>,
    private readonly cameFromOutside: () => void,
  ) {}

  /** Done once it is known. */
  get known(): Promise<void> | undefined {
    return this.waiting?.told;
  }

  /** The document changed, and has no unsaved changes. */
  ask(): void {
    this.waiting?.tell();
    let tell: () => void = () => undefined;
    const told = new Promise<void>(resolve => {
      tell = resolve;
    });
    const waiting = { told, tell };
    this.waiting = waiting;
    const isMeant = (): boolean => this.waiting === waiting && !this.document.isDirty && !this.document.isClosed;
    const decide = async (): Promise<void> => {
      // On a busy machine the editor may be late to say that it was typed: what is on disk is beyond doubt.
      const isOutside = isMeant() && (await this.isAsOnDisk().catch(() => false)) && isMeant();
      if (isOutside) this.cameFromOutside();
      if (this.waiting === waiting) this.typed();
    };
    setTimeout(() => void decide(), WAIT);
  }

  /** It was typed: the document has unsaved changes, or was just saved. */
  typed(): void {
    this.waiting?.tell();
    this.waiting = undefined;
  }

  dispose(): void {
    this.typed();
  }
}
