import { html } from '../common/dom.js';
import type { Example, QueryState } from './protocol.js';

/** What the page says while nothing is asked. */
export class Welcome {
  readonly element = html('section', { class: 'welcome' });
  private shown = '';

  constructor(private readonly onExample: (example: Example) => void) {}

  show({ texts, examples, hasCodings }: QueryState): void {
    const [title, how] = hasCodings ? [texts.emptyTitle, texts.emptyHow] : [texts.notCoded, texts.notCodedHow];
    const shown = JSON.stringify([title, examples]);
    if (shown === this.shown) return;
    this.shown = shown;
    const list = examples.map(example => {
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
