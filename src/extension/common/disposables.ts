import type { Disposable } from '../../core/ports.js';

/** A bag of things to put away together, last first. */
export class Disposables implements Disposable {
  private readonly items: Disposable[] = [];

  /** Adds things and gives the first of them back. */
  add<T extends Disposable>(first: T, ...others: Disposable[]): T {
    this.items.push(first, ...others);
    return first;
  }

  dispose(): void {
    while (this.items.length > 0) this.items.pop()?.dispose();
  }
}
