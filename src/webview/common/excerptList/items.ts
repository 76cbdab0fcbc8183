import type { ExcerptGroup } from '../../../core/analysis/excerptGroups.js';
import type { ListedExcerpt } from '../../../core/analysis/excerptList.js';
import type { Estimated } from '../heights.js';
import * as stops from '../stops.js';

/** A heading of the list. */
export interface HeadingItem extends Estimated {
  readonly kind: 'heading';
  readonly group: ExcerptGroup;
  readonly collapsed: boolean;
}

/** An excerpt of the list. One with several speakers may stand in it several times. */
export interface ExcerptItem extends Estimated {
  readonly kind: 'excerpt';
  readonly excerpt: ListedExcerpt;
  /** Key of the excerpt, the same wherever it stands. */
  readonly excerptKey: string;
  readonly group: ExcerptGroup;
  /** Its number among all rows of excerpts, from 1. */
  readonly position: number;
  readonly isFirst: boolean;
}

/** A line of the list. */
export type Item = HeadingItem | ExcerptItem;

/** All that stands in the list. */
export interface Items {
  readonly all: readonly Item[];
  /** How many rows of excerpts there are. */
  readonly rows: number;
  /** For each item the index of the heading it stands under, or is. */
  readonly headings: readonly number[];
}

/** Guesses how high an excerpt will be, in pixels. */
export type Estimate = (excerpt: ListedExcerpt) => number;

const HEADING_HEIGHT = 36;

/** Lays groups out as a list: each heading with its excerpts, unless it is folded. */
export function itemsOf(
  groups: readonly ExcerptGroup[],
  collapsed: ReadonlySet<string>,
  keyOf: (excerpt: ListedExcerpt) => string,
  estimate: Estimate,
): Items {
  const all: Item[] = [];
  const headings: number[] = [];
  const seen = new Set<string>();
  let position = 0;
  for (const group of groups) {
    const heading = all.length;
    const isCollapsed = collapsed.has(group.key);
    all.push({ kind: 'heading', key: headingKey(group), estimate: HEADING_HEIGHT, group, collapsed: isCollapsed });
    headings.push(heading);
    if (isCollapsed) continue;
    for (const [i, excerpt] of group.excerpts.entries()) {
      const excerptKey = keyOf(excerpt);
      const key = seen.has(excerptKey) ? `${excerptKey} @ ${group.key}` : excerptKey;
      seen.add(excerptKey);
      position++;
      all.push({
        kind: 'excerpt',
        key,
        estimate: estimate(excerpt),
        excerpt,
        excerptKey,
        group,
        position,
        isFirst: i === 0,
      });
      headings.push(heading);
    }
  }
  return { all, rows: position, headings };
}

/** Key of a group's heading among the keys of all items. */
export const headingKey = ({ key }: Pick<ExcerptGroup, 'key'>): string => `# ${key}`;

/**
 * Where the arrow keys go from an item: to excerpts and to folded headings; at the ends they stay. The heading of excerpts
 * that can be seen is passed over: it is read with the first of them.
 * @param from index of the item one is at; -1 for none
 * @param steps how many further, or back
 * @returns index of an item; -1 where there is nothing to go to
 */
export function stepFrom({ all }: Items, from: number, steps: number): number {
  return stops.stepFrom(all, item => item.kind === 'excerpt' || item.collapsed, from, steps);
}

/** Keys of the excerpts between two items, both included. */
export function excerptsBetween({ all }: Items, one: number, other: number): string[] {
  const between = all.slice(Math.min(one, other), Math.max(one, other) + 1);
  return [...new Set(between.flatMap(item => (item.kind === 'excerpt' ? [item.excerptKey] : [])))];
}

/**
 * The item to go to when the one with a key is no more: what took its place.
 * @returns index of an item; -1 where there is none
 */
export function takesPlaceOf(items: Items, before: Items, key: string | undefined): number {
  if (items.all.length === 0) return -1;
  const fits = (gone: Item, other: Item): boolean => gone.kind === 'heading' || other.kind === 'excerpt';
  const found = stops.takesPlaceOf(items.all, before.all, key, fits);
  return found === -1 ? (sameExcerpt(items, key) ?? stepFrom(items, -1, 1)) : found;
}

/** The first row of an excerpt whose further row had a key. */
function sameExcerpt({ all }: Items, key: string | undefined): number | undefined {
  const [excerptKey] = (key ?? '').split(' @ ');
  const index = all.findIndex(item => item.kind === 'excerpt' && item.excerptKey === excerptKey);
  return index === -1 ? undefined : index;
}
