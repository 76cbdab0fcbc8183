import { searchWords } from '../../core/analysis/excerptFilter.js';
import { type Grouping, groupExcerpts, groupingsOf } from '../../core/analysis/excerptGroups.js';
import { keysByExcerpt } from '../common/excerptList/excerptKeys.js';
import type { RowsOf } from '../common/excerptList/excerptRows.js';
import { titleOf } from '../common/excerptList/groupTitle.js';
import { type Estimate, type ExcerptItem, itemsOf } from '../common/excerptList/items.js';
import type { Answer, Texts } from './protocol.js';
import { wordsAsked } from './question.js';
import type { RowModel } from './row.js';
import type { View } from './view.js';

/** What an answer is grouped by: what was chosen, as long as it can be grouped by it. */
export function groupingOf({ groups }: Answer, { grouping }: View): Grouping {
  return groupingsOf(groups).includes(grouping) ? grouping : 'transcript';
}

/** Groups the excerpts of an answer and lays them out. */
export function listingOf(answer: Answer, view: View, texts: Texts, estimate: Estimate): RowsOf<RowModel> {
  const { excerpts, groups } = answer;
  const keys = keysByExcerpt(excerpts);
  const grouped = groupExcerpts(groups, excerpts, groupingOf(answer, view));
  const items = itemsOf(grouped, new Set(view.collapsed), one => keys.get(one) ?? '', estimate);
  const codes = new Map(groups.codes.map(code => [code.id, code]));
  const words = wordsAsked(answer.text).flatMap(asked => searchWords(asked.replace(/\*/g, ' ')));
  const row = ({ key, excerptKey, excerpt, group, isFirst }: ExcerptItem): RowModel => {
    const code = codes.get(excerpt.code);
    return {
      key,
      excerpt,
      color: code?.color ?? 'grey',
      code: group.of === 'code' ? undefined : { title: code?.title ?? excerpt.code },
      where: group.of === 'transcript' ? undefined : excerpt.name,
      words,
      revealed: view.revealed === excerptKey,
      under: isFirst ? titleOf(group, texts) : undefined,
    };
  };
  return { items, row };
}
