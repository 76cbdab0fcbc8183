import { type ListFilter, NO_FILTER } from '../../core/analysis/excerptFilter.js';
import type { ListedExcerpt } from '../../core/analysis/excerptList.js';
import { type PackedSorting, packSorting, type Sorting, unpackSorting } from '../../core/coding/sorting.js';

/** How the page is looked at. */
export interface View {
  readonly filter: ListFilter;
  /** While sorting: shows only what is not sorted yet. */
  readonly onlyWaiting: boolean;
  /** Key of the excerpt that has, or last had, the keyboard. */
  readonly current?: string | undefined;
  /** The sorting, while the page is for sorting. */
  readonly sorting?: Sorting | undefined;
}

/** The view as VS Code keeps it for a page that is hidden or reloaded. */
export interface Remembered {
  readonly filter: ListFilter;
  readonly onlyWaiting: boolean;
  readonly current?: string;
  readonly sorting?: PackedSorting;
}

/** The view to be kept. */
export function remembered({ filter, onlyWaiting, current, sorting }: View): Remembered {
  return {
    filter,
    onlyWaiting,
    ...(current === undefined ? {} : { current }),
    ...(sorting === undefined ? {} : { sorting: packSorting(sorting) }),
  };
}

/** The view that was kept, where there is one. */
export function recalled(kept: Partial<Remembered>): View {
  return {
    filter: { ...NO_FILTER, ...kept.filter },
    onlyWaiting: kept.onlyWaiting === true,
    current: kept.current,
    sorting: unpackSorting(kept.sorting),
  };
}

/** Names an excerpt on the page; unlike the coding's id it is there once, also where an id was written twice. */
export function keysOf(excerpts: readonly ListedExcerpt[]): string[] {
  const seen = new Map<string, number>();
  return excerpts.map(({ id, coder, transcript }) => {
    const key = JSON.stringify([coder, transcript, id]);
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return times === 0 ? key : `${key} ${times}`;
  });
}
