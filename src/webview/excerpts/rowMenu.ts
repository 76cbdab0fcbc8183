import { type MenuLine, type MenuPlace, openMenu } from '../common/menu.js';
import type { InputActions } from './listInput.js';
import type { Texts } from './protocol.js';
import type { RowModel } from './row.js';

/** What the menu of an excerpt offers. */
export type MenuActions = Pick<
  InputActions,
  | 'open'
  | 'context'
  | 'recode'
  | 'addCode'
  | 'memo'
  | 'evidence'
  | 'comment'
  | 'quote'
  | 'example'
  | 'history'
  | 'remove'
>;

/** Opens the menu of an excerpt: everything that can be done with it, with the keys. */
export function openRowMenu(
  row: RowModel,
  texts: Texts,
  place: MenuPlace,
  actions: MenuActions,
  onClose: () => void,
): void {
  const line = (label: string, key: string, run: (row: RowModel) => void): MenuLine => ({
    label,
    key,
    run: () => run(row),
  });
  const { memo, isExample } = row.excerpt;
  const lines = [
    line(texts.open, 'Enter', it => actions.open(it.excerpt, false)),
    line(row.context === undefined ? texts.showContext : texts.contextMore, 'C', it => actions.context(it.excerpt, 1)),
    line(texts.recode, 'R', it => actions.recode(it)),
    line(texts.addCode, 'A', it => actions.addCode(it)),
    line(memo === undefined ? texts.memoWrite : texts.memoEdit, 'M', it => actions.memo(it)),
    line(texts.markEvidence, 'V', it => actions.evidence(it)),
    line(texts.comment, 'D', it => actions.comment(it)),
    line(texts.quote, 'Q', it => actions.quote(it)),
    ...(isExample ? [] : [line(texts.asExample, 'E', it => actions.example(it))]),
    { label: texts.showHistory, run: () => actions.history(row) },
    line(texts.remove, 'Delete', it => actions.remove(it)),
  ];
  openMenu(lines, place, onClose);
}
