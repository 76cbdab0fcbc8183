import { firstWhere } from '../../core/text/firstWhere.js';

/** An item of a long list, before anybody has seen how high it is. */
export interface Estimated {
  /** Tells it from all others of the list; its height is remembered by it. */
  readonly key: string;
  /** Guessed height in pixels, its distance to the next one included. */
  readonly estimate: number;
}

/** Some items that follow each other: from `first` to before `end`. */
export interface ItemRange {
  readonly first: number;
  readonly end: number;
}

/**
 * How high the items of a long list are: measured where they have been drawn, guessed where not. Answers which items stand
 * in a stretch of the list, in time that grows with the logarithm of their number.
 */
export class Heights {
  private items: readonly Estimated[] = [];
  private readonly measured = new Map<string, number>();
  /** Where each item begins, and at last where the list ends; undefined when something has changed since. */
  private offsets: Float64Array | undefined;

  /** Takes a new list; heights that were measured are kept by key. */
  setItems(items: readonly Estimated[]): void {
    this.items = items;
    this.offsets = undefined;
  }

  /** Says how high an item is; answers whether that is news. */
  measure(key: string, height: number): boolean {
    if (this.measured.get(key) === height) return false;
    this.measured.set(key, height);
    this.offsets = undefined;
    return true;
  }

  /** Drops all that was measured: the list has another width. */
  forget(): void {
    this.measured.clear();
    this.offsets = undefined;
  }

  /** Where an item begins, in pixels from the start of the list; for the number of items where the list ends. */
  offset(index: number): number {
    return this.allOffsets()[index] ?? 0;
  }

  /** How high some items are together. */
  between({ first, end }: ItemRange): number {
    return end <= first ? 0 : this.offset(end) - this.offset(first);
  }

  /** The items that stand, in whole or in part, between two heights; none where these lie outside of the list. */
  range(top: number, bottom: number): ItemRange {
    const offsets = this.allOffsets();
    const first = firstWhere(offsets, offset => offset > top) - 1;
    const end = firstWhere(offsets, offset => offset >= bottom);
    return { first: Math.max(0, Math.min(first, this.items.length)), end: Math.min(end, this.items.length) };
  }

  private allOffsets(): Float64Array {
    if (this.offsets !== undefined) return this.offsets;
    const offsets = new Float64Array(this.items.length + 1);
    let at = 0;
    this.items.forEach(({ key, estimate }, i) => {
      offsets[i] = at;
      at += this.measured.get(key) ?? estimate;
    });
    offsets[this.items.length] = at;
    this.offsets = offsets;
    return offsets;
  }
}

/** Some items of a list, in order and each once, as stretches without gaps. */
export function stretches(indices: Iterable<number>): ItemRange[] {
  const sorted = [...new Set(indices)].sort((a, b) => a - b);
  const found: { first: number; end: number }[] = [];
  for (const index of sorted) {
    const last = found.at(-1);
    if (last?.end === index) last.end++;
    else found.push({ first: index, end: index + 1 });
  }
  return found;
}
