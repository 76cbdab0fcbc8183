import type { ReviewEntry } from '../../core/analysis/reviewList.js';
import { html, setAttributes } from '../common/dom.js';
import { counted, filled } from '../common/filled.js';
import type { HeadingItem } from './items.js';
import type { Texts } from './protocol.js';

/** The heading of a transcript: its name, how many passages wait, and a button that confirms all edited ones. */
export class Heading {
  private readonly name = html('span', { class: 'group-name' });
  private readonly count = html('span', { class: 'group-count' });
  private readonly confirm = html('button', { type: 'button', class: 'confirm-all' });
  readonly element = html(
    'div',
    { class: 'group', tabindex: -1 },
    html('h2', {}, this.name, this.count),
    html('span', { class: 'spacer' }),
    this.confirm,
  );
  private changed: readonly ReviewEntry[] = [];

  constructor(onConfirm: (entries: readonly ReviewEntry[]) => void) {
    this.confirm.addEventListener('click', () => onConfirm(this.changed));
  }

  show({ group }: HeadingItem, texts: Texts): void {
    this.changed = group.entries.filter(({ kind, places }) => kind === 'changed' && places.length > 0);
    const put = (element: HTMLElement, text: string): void => {
      if (element.textContent !== text) element.textContent = text;
    };
    put(this.name, group.name);
    put(this.count, counted(texts.onePassage, texts.passages, group.entries.length));
    put(this.confirm, filled(texts.confirmAll, this.changed.length));
    // One by itself is confirmed as fast by its own key.
    this.confirm.hidden = this.changed.length < 2;
    setAttributes(this.element, { title: group.transcript });
  }
}
