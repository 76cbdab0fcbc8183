import { excerptsBetween, type Item, type Items } from '../common/excerptList/items.js';

/** The excerpts that are selected, by their keys, and where a range of them begins. */
export class Selection {
  private keys: ReadonlySet<string> = new Set();
  /** Key of the item from which the next range goes. */
  private anchor: string | undefined;

  get excerpts(): ReadonlySet<string> {
    return this.keys;
  }

  get size(): number {
    return this.keys.size;
  }

  /** Selects all from where the last step began to an item; `from` is where one is at. */
  extend(items: Items, from: number, to: number): void {
    const known = items.all.findIndex(item => item.key === this.anchor);
    const start = known === -1 || this.size === 0 ? from : known;
    this.anchor = items.all[start]?.key;
    this.keys = new Set(excerptsBetween(items, start, to));
  }

  /** Takes one excerpt in, or out. */
  toggle(excerptKey: string, itemKey: string): void {
    const next = new Set(this.keys);
    if (!next.delete(excerptKey)) next.add(excerptKey);
    this.keys = next;
    this.anchor = itemKey;
  }

  clear(): void {
    this.keys = new Set();
    this.anchor = undefined;
  }

  /** Drops what is not among the items that are shown. */
  keep(items: readonly Item[]): void {
    if (this.size === 0) return;
    const there = new Set(items.flatMap(item => (item.kind === 'excerpt' ? [item.excerptKey] : [])));
    this.keys = new Set([...this.keys].filter(key => there.has(key)));
  }
}
