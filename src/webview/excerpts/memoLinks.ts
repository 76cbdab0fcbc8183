import type { NamedMemo } from '../../core/memos/named.js';
import { html } from '../common/dom.js';
import { filled } from '../common/filled.js';
import { link } from '../common/link.js';
import type { Texts } from './protocol.js';

/** “Memos: Hope, carefully, Flat until”: each leads to the place where the memo mentions the thing. */
export function memoLinks(memos: readonly NamedMemo[], texts: Texts, open: (memo: NamedMemo) => void): HTMLElement {
  const links = memos.map(memo => {
    const element = link(memo.title, '', () => open(memo));
    const name = memo.date === undefined ? memo.title : `${memo.title} (${memo.date})`;
    element.title = filled(texts.openMemo, name);
    return element;
  });
  const separated = links.flatMap((element, i) => (i === 0 ? [element] : [', ', element]));
  return html('span', { class: 'memos' }, `${texts.memosMention} `, ...separated);
}
