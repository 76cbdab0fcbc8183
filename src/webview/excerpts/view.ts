import { type ListFilter, NO_FILTER } from '../../core/analysis/excerptFilter.js';
import { type Grouping, isGrouping } from '../../core/analysis/excerptGroups.js';
import { type PackedSorting, packSorting, type Sorting, unpackSorting } from '../../core/coding/sorting.js';

/** A memo that is being written. */
export interface MemoDraft {
  readonly text: string;
  /** Whether it is on its way: it is done when the excerpt comes back with it. */
  readonly sent?: boolean;
}

/** How the page is looked at. */
export interface View {
  readonly filter: ListFilter;
  /** While sorting: shows only what is not sorted yet. */
  readonly onlyWaiting: boolean;
  /** What this page is grouped by; undefined until somebody chooses: then it is what was chosen last anywhere. */
  readonly grouping?: Grouping | undefined;
  /** Keys of the groups that are folded. */
  readonly collapsed: readonly string[];
  /** How much is shown around excerpts, by the id of the coding. */
  readonly contexts: Readonly<Record<string, number>>;
  /** Memos that are being written, by the key of the excerpt. */
  readonly memos: Readonly<Record<string, MemoDraft>>;
  /** Key of the excerpt that was last shown in the transcript. */
  readonly revealed?: string | undefined;
  /** Key of the item that has, or last had, the keyboard. */
  readonly current?: string | undefined;
  /** The sorting, while the page is for sorting. */
  readonly sorting?: Sorting | undefined;
}

/** The view as VS Code keeps it for a page that is hidden or reloaded. */
export type Remembered = Omit<View, 'sorting'> & { readonly sorting?: PackedSorting };

/** The view to be kept. */
export function remembered({ sorting, ...view }: View): Remembered {
  return { ...view, ...(sorting === undefined ? {} : { sorting: packSorting(sorting) }) };
}

/** The view that was kept, where there is one. */
export function recalled(kept: Partial<Remembered>): View {
  return {
    filter: { ...NO_FILTER, ...kept.filter },
    onlyWaiting: kept.onlyWaiting === true,
    grouping: isGrouping(kept.grouping) ? kept.grouping : undefined,
    collapsed: kept.collapsed ?? [],
    contexts: kept.contexts ?? {},
    memos: kept.memos ?? {},
    revealed: kept.revealed,
    current: kept.current,
    sorting: unpackSorting(kept.sorting),
  };
}
