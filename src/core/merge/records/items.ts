import { compareTexts } from '../../text/compare.js';
import type { FramedLine } from '../frame.js';
import type { MergeConflict } from '../merge.js';
import type { OrderRules } from '../order.js';
import type { RecordLine, RecordReader } from './recordLine.js';

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
