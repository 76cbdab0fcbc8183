import { compareTexts } from '../../text/compare.js';
import type { FramedLine } from '../frame.js';
import type { MergeConflict } from '../merge.js';
import type { OrderRules } from '../order.js';
import type { RecordLine, RecordReader } from './recordLine.js';
import type { SideLines } from './sideLines.js';

/** One line of the result, or a question about one. */
export interface Item {
  /** Undefined where it is not there unless somebody decides so. */
  readonly line: FramedLine | undefined;
  readonly conflicts: readonly MergeConflict[];
  /** What its place is compared by; undefined for a line that is no record. */
  readonly record: RecordLine | undefined;
  /** Tells lines that are no records and the same from each other. */
  readonly nth: number;
}

/** A version, and at which line of it something stands; undefined where it has it not. */
export type Place = readonly [SideLines, number | undefined];

/** What the result has, with where each version has it. */
export class Items {
  private readonly at = new Map<SideLines, Map<number, Item>>();

  add(item: Item, places: readonly Place[]): void {
    for (const [side, place] of places) {
      if (place === undefined) continue;
      const known = this.at.get(side);
      if (known === undefined) this.at.set(side, new Map([[place, item]]));
      else known.set(place, item);
    }
  }

  /** What a version has of it, in its order. */
  in(side: SideLines): Item[] {
    const known = [...(this.at.get(side) ?? [])];
    return known.sort(([a], [b]) => a - b).map(([, item]) => item);
  }
}

/** Where lines stand about which no version says all. */
export class ItemOrder implements OrderRules<Item> {
  /** @param reader knows the order of records */
  constructor(private readonly reader: RecordReader) {}

  compare(a: Item, b: Item): number {
    if (a.record === undefined || b.record === undefined) return compareLoose(a, b);
    return this.reader.compare(a.record, b.record) || a.nth - b.nth;
  }

  compareNames = (a: Item, b: Item): number => {
    if (a.record === undefined || b.record === undefined) return compareLoose(a, b);
    return compareTexts(a.record.id, b.record.id) || compareLoose(a, b);
  };

  isLoose({ record }: Item): boolean {
    return record === undefined;
  }
}

/** Lines that are no records stand behind those that are. */
function compareLoose(a: Item, b: Item): number {
  const byKind = Number(a.record === undefined) - Number(b.record === undefined);
  return byKind || compareTexts(a.line?.line ?? '', b.line?.line ?? '') || a.nth - b.nth;
}
