import type { ReviewGroup } from '../../core/analysis/reviewFilter.js';
import type { ReviewEntry } from '../../core/analysis/reviewList.js';
import type { Estimated } from '../common/heights.js';
import * as stops from '../common/stops.js';

/** The heading of a transcript. */
export interface HeadingItem extends Estimated {
  readonly kind: 'heading';
  readonly group: ReviewGroup;
}

/** A passage that is to be reviewed. */
export interface EntryItem extends Estimated {
  readonly kind: 'entry';
  readonly entry: ReviewEntry;
  /** Its number among all entries, from 1. */
  readonly position: number;
  /** Name of its transcript, on the first entry of it: to be heard with it. */
  readonly under?: string;
}

/** A line of the list. */
export type Item = HeadingItem | EntryItem;

/** All that stands in the list. */
export interface Items {
  readonly all: readonly Item[];
  /** How many entries there are. */
  readonly entries: number;
  /** For each item the index of the heading it stands under, or is. */
  readonly headings: readonly number[];
}

export const NO_ITEMS: Items = { all: [], entries: 0, headings: [] };

const HEADING_HEIGHT = 44;

/** Lays groups out as a list: each heading with its entries. */
export function itemsOf(groups: readonly ReviewGroup[], estimate: (entry: ReviewEntry) => number): Items {
  const all: Item[] = [];
  const headings: number[] = [];
  let position = 0;
  for (const group of groups) {
    const heading = all.length;
    all.push({ kind: 'heading', key: `# ${group.transcript}`, estimate: HEADING_HEIGHT, group });
    headings.push(heading);
    for (const [i, entry] of group.entries.entries()) {
      const under = i === 0 ? { under: group.name } : {};
      all.push({ kind: 'entry', key: entry.key, estimate: estimate(entry), entry, position: ++position, ...under });
      headings.push(heading);
    }
  }
  return { all, entries: position, headings };
}

/** Where the arrow keys go from an item: from entry to entry. */
export function stepFrom({ all }: Items, from: number, steps: number): number {
  return stops.stepFrom(all, item => item.kind === 'entry', from, steps);
}

/** The entry to go to when the one with a key is no more: the next one, else the one before, else the first. */
export function takesPlaceOf(now: readonly Item[], before: readonly Item[], key: string | undefined): number {
  const found = stops.takesPlaceOf(now, before, key, (_, other) => other.kind === 'entry');
  return found === -1 ? now.findIndex(item => item.kind === 'entry') : found;
}

/** The entry that comes after one; where it is the last, the one before. */
export function nextOf(items: Items, key: string): EntryItem | undefined {
  const at = items.all.findIndex(item => item.key === key);
  const next = stepFrom(items, at, 1);
  const item = items.all[next === at ? stepFrom(items, at, -1) : next];
  return item?.kind === 'entry' ? item : undefined;
}
