import type { ListedExcerpt } from '../../core/analysis/excerptList.js';
import { OLD_CODE } from '../../core/coding/sorting.js';
import { html } from '../common/dom.js';
import { filled } from '../common/filled.js';
import type { Texts } from './protocol.js';
import type { RowActions } from './row.js';

/** The codes an excerpt can be sorted into, as buttons: pressed where it is in them. */
export function placesOf(
  excerpt: ListedExcerpt,
  { numbers, names }: { readonly numbers: readonly number[]; readonly names: readonly string[] },
  texts: Texts,
  actions: RowActions,
): HTMLElement {
  const order = [...names.keys()].slice(1).concat(OLD_CODE);
  const buttonsOf = order.map(number => {
    const isOld = number === OLD_CODE;
    const name = isOld ? texts.keepsOld : names[number] || filled(texts.codeNumber, number);
    const label = isOld ? filled(texts.leave, names[OLD_CODE] ?? '') : filled(texts.give, `${number} ${name}`);
    const element = html(
      'button',
      {
        class: 'place',
        type: 'button',
        'aria-pressed': String(numbers.includes(number)),
        'aria-label': label,
        title: label,
      },
      html('span', { class: 'key' }, String(number)),
      html('span', { class: 'name' }, name),
    );
    element.addEventListener('click', event => actions.assign(excerpt, number, event.shiftKey));
    return element;
  });
  const waits = numbers.length === 0 ? html('span', { class: 'waits' }, texts.notSorted) : undefined;
  return html('div', { class: 'places' }, ...buttonsOf, waits);
}
