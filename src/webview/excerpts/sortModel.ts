import type { ListedExcerpt } from '../../core/analysis/excerptList.js';
import { fold } from '../../core/codebook/search.js';
import { countSorted, OLD_CODE, type Sorting } from '../../core/coding/sorting.js';
import { counted, filled } from '../common/filled.js';
import type { ListState, OtherCode, Texts } from './protocol.js';

/** All that the sorting part of the page shows. */
export interface SortModel {
  readonly sorting: Sorting;
  /** Title of the code that is being split. */
  readonly old: string;
  /** Where new codes go: the theme of the old one; empty for the top. */
  readonly theme: string;
  readonly others: readonly OtherCode[];
  readonly me: string | undefined;
  /** The excerpts that are being sorted: all, or one's own. */
  readonly scope: readonly ListedExcerpt[];
  /** Those of others, whether they are being sorted or not. */
  readonly colleagues: { readonly count: number; readonly coders: readonly string[] };
  /** `moved`: how many get another code or a further one. */
  readonly counts: { readonly byNumber: readonly number[]; readonly waiting: number; readonly moved: number };
}

/** What is to be shown of a sorting. */
export function sortModel(sorting: Sorting, { list, others, me }: ListState): SortModel {
  const scope = list.excerpts.filter(({ coder }) => !sorting.onlyMine || coder === me);
  const theirs = list.excerpts.filter(({ coder }) => coder !== me);
  const ids = scope.map(({ id }) => id);
  const moved = ids.filter(id => sorting.choices.get(id)?.some(number => number !== OLD_CODE) ?? false).length;
  return {
    sorting,
    old: list.entry.title,
    theme: list.entry.path.at(-1) ?? '',
    others,
    me,
    scope,
    colleagues: { count: theirs.length, coders: [...new Set(theirs.map(({ coder }) => coder))].sort() },
    counts: { ...countSorted(sorting, ids), moved },
  };
}

/** The existing code that a name means. */
export function codeNamed({ others }: Pick<SortModel, 'others'>, name: string): OtherCode | undefined {
  const wanted = clean(name);
  return others.find(({ title }) => clean(title) === wanted) ?? others.find(({ id }) => id === name.trim());
}

/** Why the sorting cannot be applied, in one sentence; undefined where it can. */
export function objectionTo(model: SortModel, texts: Texts): string | undefined {
  const { sorting, counts, old } = model;
  const seen = new Set<string>();
  for (const [i, name] of sorting.targets.entries()) {
    if (clean(name) === '') {
      if ((counts.byNumber[i + 1] ?? 0) > 0) return filled(texts.needsName, i + 1);
      continue;
    }
    if (clean(name) === clean(old)) return texts.isOld;
    const key = codeNamed(model, name)?.id ?? `title ${clean(name)}`;
    if (seen.has(key)) return filled(texts.twice, name.trim());
    seen.add(key);
  }
  return undefined;
}

/** What applying would do, in a sentence or two. */
export function summaryOf({ counts, old, scope }: SortModel, texts: Texts): string {
  const { moved, waiting } = counts;
  const stays = waiting === 0 ? [] : [filled(counted(texts.oneWaiting, texts.applyWaiting, waiting), waiting, old)];
  if (moved === 0) return scope.length === waiting ? texts.applyNothing : [texts.applyNothing, ...stays].join(' ');
  return [counted(texts.applyOne, texts.applySummary, moved), ...stays].join(' ');
}

const clean = (name: string): string => fold(name).replace(/\s+/g, ' ').trim();
