import { MOST_CONTEXT } from '../../core/analysis/excerptContext.js';
import type { ReviewPlace } from '../../core/analysis/reviewEntry.js';
import type { ReviewEntry } from '../../core/analysis/reviewList.js';
import { html } from '../common/dom.js';
import { filled } from '../common/filled.js';
import { link } from '../common/link.js';
import { turnsOf } from './passage.js';
import type { Texts } from './protocol.js';
import { reasonsText, whereText } from './words.js';

/** What can be done with a place from its card. */
export interface CardActions {
  take(number: number): void;
  show(number: number): void;
}

/** A place that a passage may have today, and the button that takes it. */
export function placeCard(
  entry: ReviewEntry,
  place: ReviewPlace,
  number: number,
  isCompared: boolean,
  texts: Texts,
  actions: CardActions,
): HTMLElement {
  const isCertain = entry.kind === 'changed';
  const where = isCertain ? filled(texts.here, place.line) : whereText(place, entry, texts);
  const label = isCertain ? texts.confirm : texts.take;
  const take = html(
    'button',
    {
      class: 'take',
      type: 'button',
      'data-number': number,
      'aria-label': isCertain ? label : filled(texts.takeNumber, number, where),
      title: isCompared ? `${label} (Enter)` : `${label} (${number})`,
    },
    html('kbd', { 'aria-hidden': 'true' }, isCertain ? '⏎' : String(number)),
    label,
  );
  take.addEventListener('click', () => actions.take(number));
  const show = link(texts.show, isCompared ? 'Space' : '', () => actions.show(number));
  show.dataset.number = String(number);
  const reasons = isCertain
    ? undefined
    : html(
        'p',
        { class: 'reasons', title: filled(texts.score, Math.round(place.score * 100)) },
        reasonsText(place, texts),
      );
  return html(
    'section',
    { class: isCompared ? 'side place compared' : 'side place', 'data-number': number, 'aria-label': where },
    html('h3', {}, where),
    html('div', { class: 'turns' }, ...turnsOf(place.turns, texts)),
    reasons,
    html('div', { class: 'card-actions' }, take, show),
  );
}

/**
 * The passage as it was coded.
 * @param widen shows more around all passages of the entry, or less
 */
export function oldCard(
  { step }: ReviewEntry,
  turns: HTMLElement[],
  texts: Texts,
  widen: (by: 1 | -1) => void,
): HTMLElement {
  const more = step < MOST_CONTEXT ? link(texts.contextMore, 'C', () => widen(1)) : undefined;
  const less = step > 1 ? link(texts.contextLess, 'Shift+C', () => widen(-1)) : undefined;
  const wider = html('span', { class: 'wider' }, less, more);
  return html(
    'section',
    { class: 'side old', 'aria-label': texts.asCoded },
    html('div', { class: 'card-head' }, html('h3', {}, texts.asCoded), wider),
    html('div', { class: 'turns' }, ...turns),
  );
}
