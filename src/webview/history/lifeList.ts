import type { Life, LifeEvent } from '../../core/review/life.js';
import { html, setAttributes } from '../common/dom.js';
import { filled } from '../common/filled.js';
import { link } from '../common/link.js';
import { shortDate } from './model.js';
import type { HistoryTexts, ToPage } from './protocol.js';

type ShownLife = Extract<ToPage, { type: 'life' }>;

/** The life of a code, theme or coding as a list of events. */
export interface LifeList {
  readonly element: HTMLElement;
  show(shown: ShownLife, current: number | undefined): void;
}

/** What a person does in a life. */
export interface LifeEvents {
  /** Opens what a version changed, at one change where the event is about one. */
  open(version: number, key: string | undefined): void;
  life(kind: 'code' | 'theme', id: string): void;
  timeline(): void;
  /** The event with this index has the keyboard. */
  at(index: number): void;
}

/** Makes the list; the arrow keys go from event to event, Enter opens what changed. */
export function makeLife(events: LifeEvents): LifeList {
  const head = html('header', { class: 'life-head' });
  const list = html('ol', { class: 'life' });
  const keys = html('p', { class: 'key-line muted' });
  const element = html('main', { class: 'life-page' }, head, list, keys);
  let shown: ShownLife | undefined;

  const items = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>(':scope > li')];
  const go = (index: number): void => {
    for (const [i, item] of items().entries()) setAttributes(item, { tabindex: i === index ? 0 : -1 });
    items()[index]?.focus();
    events.at(index);
  };
  list.addEventListener('focusin', event => {
    const index = items().findIndex(item => item.contains(event.target as Node));
    for (const [i, item] of items().entries()) setAttributes(item, { tabindex: i === index ? 0 : -1 });
    if (index !== -1) events.at(index);
  });
  list.addEventListener('keydown', event => {
    const from = items().indexOf(event.target as HTMLElement);
    if (from === -1 || event.ctrlKey || event.altKey || event.metaKey) return;
    const last = items().length - 1;
    const steps: Readonly<Record<string, number>> = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: last };
    const to = steps[event.key];
    if (to !== undefined) go(Math.max(0, Math.min(last, to)));
    else if (event.key === 'Enter') open(from);
    else return;
    event.preventDefault();
  });
  list.addEventListener('dblclick', event => {
    const index = items().findIndex(item => item.contains(event.target as Node));
    if (index !== -1) open(index);
  });
  const open = (index: number): void => {
    const event = shown?.life.events[index];
    if (event?.version !== undefined) events.open(event.version, event.told?.key);
  };
  return {
    element,
    show: (next, current) => {
      const hadFocus = list.contains(document.activeElement);
      shown = next;
      head.replaceChildren(...headOf(next, events));
      const all = next.life.events;
      const entries = all.map((event, i) => itemOf(event, all[i - 1], next.texts, events));
      list.replaceChildren(...entries);
      setAttributes(list, { 'aria-label': next.texts.eventsLabel });
      keys.textContent = next.texts.lifeKeys;
      const at = Math.min(current ?? 0, all.length - 1);
      for (const [i, item] of items().entries()) setAttributes(item, { tabindex: i === at ? 0 : -1 });
      if (hadFocus || document.activeElement === document.body) items()[at]?.focus({ preventScroll: true });
    },
  };
}

function headOf({ life, isCutOff, texts }: ShownLife, events: LifeEvents): HTMLElement[] {
  const { subject, title, formerly, state, into } = life;
  const kind = texts.kinds[subject.kind];
  const ids = formerly.length === 0 ? '' : `, ${filled(texts.formerly, formerly.join(', '))}`;
  const fate =
    state === 'merged' && into !== undefined
      ? [filled(texts.mergedInto, into.title), toLife(into, texts, events)]
      : state === 'gone'
        ? [texts.gone]
        : [];
  return [
    html('h1', {}, subject.kind === 'coding' ? html('q', {}, title) : title),
    html('p', { class: 'muted' }, `${kind} ${subject.id}${ids}`),
    ...(fate.length === 0 ? [] : [html('p', { class: 'fate' }, ...fate.flatMap(part => [part, ' ']))]),
    ...(isCutOff ? [html('p', { class: 'muted' }, texts.cutOff)] : []),
    html('p', {}, link(texts.showTimeline, '', events.timeline)),
  ];
}

function itemOf(
  event: LifeEvent,
  previous: LifeEvent | undefined,
  texts: HistoryTexts,
  events: LifeEvents,
): HTMLElement {
  const { kind, by, text, quote, other, version } = event;
  // When, who and why are said once for all that one version did.
  const isSameVersion = version !== undefined && previous?.version === version;
  const head = isSameVersion && previous?.by === by ? [] : headOfEvent(event, isSameVersion, texts);
  const decided = kind === 'decision' ? html('strong', { class: 'decided' }, `${texts.decided} `) : undefined;
  return html(
    'li',
    { class: `event ${kind}${isSameVersion ? ' same' : ''}` },
    ...head,
    html('div', { class: 'said' }, decided, text, ...(other === undefined ? [] : [' ', toLife(other, texts, events)])),
    quote === undefined ? undefined : html('blockquote', {}, quote),
  );
}

function headOfEvent(
  { date, by, reason, explanation }: LifeEvent,
  isSame: boolean,
  texts: HistoryTexts,
): HTMLElement[] {
  const who = html('span', { class: 'who' }, by ?? '');
  if (isSame) return [html('div', { class: 'event-head' }, who)];
  const exactly = date === undefined ? {} : { title: `${shortDate(date)} UTC`, datetime: date };
  const when = html('time', { class: 'when', ...exactly }, date === undefined ? texts.notSaved : date.slice(0, 10));
  return [
    html('div', { class: 'event-head' }, when, who, html('span', { class: 'reason' }, reason ?? '')),
    ...(explanation === undefined ? [] : [html('div', { class: 'explanation muted' }, explanation)]),
  ];
}

function toLife({ kind, id, title }: NonNullable<Life['into']>, texts: HistoryTexts, events: LifeEvents): HTMLElement {
  return link(filled(texts.showLife, title), '', () => events.life(kind, id));
}
