import type { ShownDisagreement } from '../../core/report/agreement/disagreements.js';
import { cssColor } from '../common/colors.js';
import { button } from '../common/controls.js';
import { html } from '../common/dom.js';
import { counted, filled } from '../common/filled.js';
import { isOwnKey, stepsOf } from '../common/keyPress.js';
import type { AgreementTexts } from './protocol.js';

/** What is listed, and what is to be said about it. */
export interface Listed {
  readonly disagreements: readonly ShownDisagreement[];
  /** Name of the row they are about; missing where it is all of them. */
  readonly about: string | undefined;
  readonly notes: readonly string[];
  readonly texts: AgreementTexts;
}

/** The list of disagreements. */
export interface DisagreementList {
  readonly element: HTMLElement;
  show(listed: Listed): void;
}

/** What a person does in it. */
export interface ListEvents {
  open(disagreement: ShownDisagreement): void;
  /** Lists those of all rows again. */
  everyRow(): void;
}

/** So many are listed before somebody asks for more, and Page Down goes so far. */
const AT_ONCE = 100;
const FAR = 10;

/** Makes the list. Arrow keys go through it, of which Tab reaches one item; Enter shows the passage. */
export function makeList(events: ListEvents): DisagreementList {
  const title = html('h2', {});
  const count = html('span', { class: 'muted', role: 'status' });
  const back = html('span', {});
  const notes = html('div', { class: 'row-notes' });
  const items = html('ol', { class: 'items' });
  const more = html('div', { class: 'more-items' });
  const element = html(
    'section',
    { class: 'list' },
    html('div', { class: 'list-head' }, title, count, back),
    notes,
    items,
    more,
  );
  let shown = new Map<string, ShownDisagreement>();
  let most = AT_ONCE;
  let about: string | undefined;

  items.addEventListener('click', event => {
    const found = shown.get(itemAt(event.target)?.dataset.item ?? '');
    if (found !== undefined) events.open(found);
  });
  items.addEventListener('keydown', event => {
    const from = itemAt(event.target);
    const steps = stepsOf(event.key, FAR);
    if (from === undefined || steps === undefined || !isOwnKey(event)) return;
    event.preventDefault();
    const all = [...items.querySelectorAll<HTMLElement>('[data-item]')];
    const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(from) + steps))];
    from.tabIndex = -1;
    next?.setAttribute('tabindex', '0');
    next?.focus();
  });
  const show = (listed: Listed): void => {
    const { disagreements, texts } = listed;
    if (listed.about !== about) most = AT_ONCE;
    about = listed.about;
    const focused = itemAt(document.activeElement)?.dataset.item;
    title.textContent = about === undefined ? texts.allDisagreements : filled(texts.disagreementsAbout, about);
    count.textContent = countsOf(disagreements, texts);
    back.replaceChildren(...(about === undefined ? [] : [button(texts.everyRow, () => events.everyRow()).element]));
    notes.replaceChildren(...listed.notes.map(note => html('p', {}, note)));
    const first = disagreements.slice(0, most);
    shown = new Map(first.map(one => [one.key, one]));
    items.setAttribute('aria-label', title.textContent);
    items.replaceChildren(...first.map(one => itemOf(one, texts)));
    const rest = disagreements.length - first.length;
    const showRest = (): void => {
      most = Number.POSITIVE_INFINITY;
      show(listed);
      items.querySelectorAll<HTMLElement>('[data-item]')[first.length]?.focus();
    };
    more.replaceChildren(...(rest === 0 ? [] : [button(filled(texts.showMore, rest), showRest).element]));
    const again =
      focused === undefined ? null : items.querySelector<HTMLElement>(`[data-item="${CSS.escape(focused)}"]`);
    (again ?? items.querySelector('[data-item]'))?.setAttribute('tabindex', '0');
    again?.focus({ preventScroll: true });
  };
  return { element, show };
}

function itemAt(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element ? target.closest<HTMLElement>('[data-item]') : undefined) ?? undefined;
}

/** How many there are, and of what kinds where there are several. */
function countsOf(disagreements: readonly ShownDisagreement[], texts: AgreementTexts): string {
  if (disagreements.length === 0) return texts.noDisagreements;
  const all = counted(texts.oneDisagreement, texts.manyDisagreements, disagreements.length);
  const kinds = (['only-one', 'other-code', 'other-extent'] as const).flatMap(kind => {
    const many = disagreements.filter(one => one.kind === kind).length;
    return many === 0 ? [] : [`${many} ${texts.kinds[kind]}`];
  });
  return `${all} (${kinds.join(', ')})`;
}

function itemOf(
  { key, label, color, name, line, quote, kind, who }: ShownDisagreement,
  texts: AgreementTexts,
): HTMLElement {
  const swatch = html('span', { class: 'swatch', 'aria-hidden': 'true' });
  if (color !== undefined) swatch.style.setProperty('--code', cssColor(color));
  const facts = html(
    'span',
    { class: 'facts' },
    swatch,
    html('strong', {}, label),
    html('span', { class: 'kind' }, texts.kinds[kind]),
    html('span', { class: 'muted place' }, filled(texts.place, name, line)),
  );
  return html(
    'li',
    {},
    html(
      'button',
      { class: 'item', type: 'button', 'data-item': key, tabindex: -1, title: texts.listKeys },
      facts,
      html('span', { class: 'quote' }, quote),
      html('span', { class: 'who muted' }, who),
    ),
  );
}
