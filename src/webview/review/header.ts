import { html } from '../common/dom.js';
import { link } from '../common/link.js';
import type { ListState } from './protocol.js';

/** The head of the page: what it is for, and what of the study is looked at. */
export class Header {
  readonly element = html('header', { class: 'top' });
  private shown = '';

  /** @param onAll shows the whole study */
  constructor(private readonly onAll: () => void) {}

  show({ texts, only, list }: ListState): void {
    const hasEntries = list.entries.length > 0;
    const shown = JSON.stringify([only, hasEntries]);
    if (shown === this.shown) return;
    this.shown = shown;
    const scope =
      only === undefined
        ? html('p', { class: 'path' }, texts.whole)
        : html('p', { class: 'path' }, `${only} · `, link(texts.showAll, '', this.onAll));
    this.element.replaceChildren(
      html('div', { class: 'title' }, html('h1', {}, texts.title)),
      scope,
      ...(hasEntries ? [html('p', { class: 'how' }, texts.how)] : []),
    );
  }
}
