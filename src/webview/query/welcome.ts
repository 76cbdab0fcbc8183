import { html } from '../common/dom.js';
import type { Example, QueryState } from './protocol.js';

/** What the page says while nothing is asked, or nothing answers. */
export class Welcome {
  readonly element = html('section', { class: 'welcome' });
  private shown = '';

  constructor(private readonly onExample: (example: Example) => void) {}

  /** @param isAsked whether something is asked: then nothing answers it */
  show({ texts, examples, hasCodings }: QueryState, isAsked: boolean): void {
    const [title, how] = hasCodings ? [texts.emptyTitle, texts.emptyHow] : [texts.notCoded, texts.notCodedHow];
    const offers = isAsked ? [] : examples;
    const shown = JSON.stringify([isAsked, title, offers]);
    if (shown === this.shown) return;
    this.shown = shown;
    this.element.classList.toggle('to-begin', !isAsked);
    if (isAsked) {
      this.element.replaceChildren(html('p', {}, texts.noHitHow));
      return;
    }
    const list = offers.map(example => {
      const button = html(
        'button',
        { class: 'example', type: 'button' },
        html('span', {}, example.label),
        html('code', {}, example.text),
      );
      button.addEventListener('click', () => this.onExample(example));
      return html('li', {}, button);
    });
    this.element.replaceChildren(
      html('h2', {}, title),
      html('p', {}, how),
      ...(list.length === 0 ? [] : [html('ul', { 'aria-label': texts.examples }, ...list)]),
    );
  }
}
