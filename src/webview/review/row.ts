import type { ReviewEntry } from '../../core/analysis/reviewList.js';
import { cssColor } from '../common/colors.js';
import { html, setAttributes } from '../common/dom.js';
import { filled } from '../common/filled.js';
import { link } from '../common/link.js';
import { oldCard, placeCard } from './card.js';
import { comparedWith, turnsOf } from './passage.js';
import type { Texts } from './protocol.js';
import { dateText, kindText, whyText } from './words.js';

/** What can be done with an entry. Places count from 1. */
export interface RowActions {
  take(entry: ReviewEntry, number: number): void;
  show(entry: ReviewEntry, number: number): void;
  byHand(entry: ReviewEntry): void;
  keep(entry: ReviewEntry): void;
  remove(entry: ReviewEntry): void;
  more(entry: ReviewEntry): void;
  widen(entry: ReviewEntry, by: 1 | -1): void;
}

/** All that an entry looks like. */
export interface RowModel {
  readonly entry: ReviewEntry;
  /** Who looks. */
  readonly me: string | undefined;
  /** Number of the place that the old words are compared with. */
  readonly compared: number;
  /** A choice was made and is being written. */
  readonly busy: boolean;
  /** For the first of a transcript its name, to be heard with it. */
  readonly under?: string | undefined;
}

/** An entry as it is drawn: what it is, why it is here, the old passage beside today's places, and what can be done. */
export class Row {
  readonly element = html('article', { class: 'card review', tabindex: -1 });
  private looks = '';

  constructor(
    private readonly texts: Texts,
    private readonly actions: RowActions,
  ) {}

  show(model: RowModel): void {
    const looks = JSON.stringify(model);
    if (looks === this.looks) return;
    this.looks = looks;
    const { element, texts } = this;
    const { entry } = model;
    // A button that had the keyboard is drawn anew.
    const focused = element.contains(document.activeElement) ? document.activeElement : undefined;
    const place = focused instanceof HTMLElement && focused !== element ? nameOf(focused) : undefined;
    element.classList.toggle('busy', model.busy);
    element.style.setProperty('--code', entry.code ? cssColor(entry.code.color) : 'transparent');
    setAttributes(element, { 'aria-label': labelOf(model, texts), 'aria-busy': model.busy ? 'true' : undefined });
    element.replaceChildren(
      this.head(model),
      html('p', { class: 'why' }, whyText(entry, texts)),
      this.sides(model),
      ...(entry.memo === undefined ? [] : [memoOf(entry, texts)]),
      this.choices(entry),
    );
    if (focused === undefined || focused === element) return;
    const again = place === undefined ? undefined : element.querySelector<HTMLElement>(place);
    (again ?? element).focus({ preventScroll: true });
  }

  private head({ entry, me }: RowModel): HTMLElement {
    const { texts } = this;
    const facts = [
      entry.coder === me || entry.code === undefined ? entry.coder : filled(texts.byColleague, entry.coder),
      dateText(entry.created),
    ];
    return html(
      'div',
      { class: 'head' },
      entry.code === undefined ? undefined : html('span', { class: 'disc', 'aria-hidden': 'true' }),
      html('span', { class: 'code' }, entry.code?.title ?? texts.note),
      html('span', { class: 'facts' }, facts.filter(fact => fact !== '').join(' · ')),
      html('span', { class: 'spacer' }),
      html('span', { class: `kind ${entry.kind}` }, kindText(entry.kind, texts)),
    );
  }

  private sides({ entry, compared }: RowModel): HTMLElement {
    const { texts, actions } = this;
    const oldWords = entry.places[compared - 1]?.oldWords;
    const old = oldCard(entry, turnsOf(comparedWith(entry.old, oldWords), texts), texts, by =>
      actions.widen(entry, by),
    );
    const cards = entry.places.map((place, i) =>
      placeCard(entry, place, i + 1, compared === i + 1, texts, {
        take: number => actions.take(entry, number),
        show: number => actions.show(entry, number),
      }),
    );
    const none =
      cards.length > 0 ? undefined : html('p', { class: 'side none' }, entry.isThere ? texts.noPlace : texts.missing);
    const more =
      entry.morePlaces === 0
        ? undefined
        : link(filled(texts.morePlaces, entry.morePlaces), 'M', () => actions.more(entry));
    const places = html('div', { class: 'places' }, ...cards, none, more);
    return html('div', { class: cards.length > 1 ? 'sides several' : 'sides' }, old, places);
  }

  private choices(entry: ReviewEntry): HTMLElement {
    const { texts, actions } = this;
    const choice = (label: string, key: string, name: string, run: () => void): HTMLElement => {
      const element = html(
        'button',
        { class: 'choice', type: 'button', 'data-choice': name },
        html('kbd', { 'aria-hidden': 'true' }, key),
        label,
      );
      element.addEventListener('click', run);
      return element;
    };
    const keep = entry.kind === 'settled' ? texts.again : texts.keep;
    return html(
      'div',
      { class: 'choices' },
      entry.isThere ? choice(texts.search, 'S', 'search', () => actions.byHand(entry)) : undefined,
      entry.kind === 'changed' ? undefined : choice(keep, 'K', 'keep', () => actions.keep(entry)),
      choice(entry.code === undefined ? texts.removeNote : texts.remove, 'Del', 'remove', () => actions.remove(entry)),
    );
  }
}

function memoOf({ memo }: ReviewEntry, texts: Texts): HTMLElement {
  return html('p', { class: 'memo' }, html('span', { class: 'label' }, `${texts.memo} `), memo);
}

/** Finds the same button again after drawing. */
function nameOf({ dataset, className }: HTMLElement): string | undefined {
  if (dataset.choice !== undefined) return `[data-choice="${dataset.choice}"]`;
  return dataset.number === undefined ? undefined : `.${className.split(' ')[0]}[data-number="${dataset.number}"]`;
}

/** What a screen reader says of an entry. */
function labelOf({ entry, under, busy }: RowModel, texts: Texts): string {
  const words = entry.old.flatMap(turn => turn.words.map(({ text }) => text)).join(' ');
  const parts = [under, entry.code?.title ?? texts.note, entry.coder, `“${words}”`, whyText(entry, texts)];
  return [...parts, busy ? '…' : undefined].filter(part => part !== undefined).join('. ');
}
