import { filterExcerpts, searchWords } from '../../core/analysis/excerptFilter.js';
import { type Grouping, groupExcerpts, groupingsOf } from '../../core/analysis/excerptGroups.js';
import type { ListedExcerpt } from '../../core/analysis/excerptList.js';
import { keysByExcerpt } from '../common/excerptList/excerptKeys.js';
import type { RowsOf } from '../common/excerptList/excerptRows.js';
import { titleOf } from '../common/excerptList/groupTitle.js';
import { type Estimate, type ExcerptItem, itemsOf } from '../common/excerptList/items.js';
import type { ContextAnswer, ListState } from './protocol.js';
import type { RowModel } from './row.js';
import type { Selection } from './selection.js';
import { type SortModel, sortModel } from './sortModel.js';
import type { View } from './view.js';

/** The state in the way it is looked at: what stands in the list and what each row of it looks like. */
export interface Listing extends RowsOf<RowModel> {
  readonly sorting: SortModel | undefined;
  /** The excerpts that may be shown: all, or while sorting those that are being sorted. */
  readonly scope: readonly ListedExcerpt[];
  /** How many of them are. */
  readonly shown: number;
  readonly grouping: Grouping;
}

/** What a row shows that is no part of the view that is remembered. */
export interface RowExtras {
  readonly selection: Selection;
  readonly answers: ReadonlyMap<string, ContextAnswer>;
}

/** What a list is grouped by: what was chosen here, or else last, as long as the list can be grouped by it. */
export function groupingOf({ list, grouping }: ListState, view: View): Grouping {
  const wanted = view.grouping ?? grouping;
  return groupingsOf(list).includes(wanted) ? wanted : 'transcript';
}

/** Filters, groups and lays out. What a row looks like is worked out when it is drawn. */
export function listingOf(state: ListState, view: View, extras: RowExtras, estimate: Estimate): Listing {
  const { list, texts } = state;
  const sorting = view.sorting && sortModel(view.sorting, state);
  const scope = sorting?.scope ?? list.excerpts;
  const numbersOf = ({ id }: ListedExcerpt): readonly number[] => sorting?.sorting.choices.get(id) ?? [];
  const onlyWaiting = sorting !== undefined && view.onlyWaiting;
  const wanted = filterExcerpts(scope, view.filter).filter(one => !onlyWaiting || numbersOf(one).length === 0);
  const grouping = groupingOf(state, view);
  const keys = keysByExcerpt(list.excerpts);
  const groups = groupExcerpts({ codes: list.codes, depth: list.entry.path.length + 1 }, wanted, grouping);
  const items = itemsOf(groups, new Set(view.collapsed), one => keys.get(one) ?? '', estimate);
  const codes = new Map(list.codes.map(code => [code.id, code]));
  const names = sorting && [sorting.old, ...sorting.sorting.targets.map(name => name.trim())];
  const words = searchWords(view.filter.words);
  const row = ({ key, excerptKey, excerpt, group, isFirst }: ExcerptItem): RowModel => {
    const code = codes.get(excerpt.code);
    const step = view.contexts[excerpt.id];
    return {
      key,
      excerptKey,
      excerpt,
      color: (code ?? list.entry).color,
      code: group.of === 'code' ? undefined : code,
      where: group.of === 'transcript' ? undefined : excerpt.name,
      sorted: names && { numbers: numbersOf(excerpt), names },
      words,
      context: step === undefined ? undefined : { step, answer: extras.answers.get(excerpt.id) },
      selected: extras.selection.excerpts.has(excerptKey),
      revealed: view.revealed === excerptKey,
      mentioned: state.memos.excerpts[excerpt.id] ?? [],
      memo: view.memos[excerptKey]?.text,
      under: isFirst ? titleOf(group, texts) : undefined,
    };
  };
  return { sorting, scope, shown: wanted.length, grouping, items, row };
}
