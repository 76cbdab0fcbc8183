import { html, setAttributes } from '../dom.js';
import { counted } from '../filled.js';
import { titleOf } from './groupTitle.js';
import type { HeadingItem } from './items.js';
import type { ExcerptTexts } from './texts.js';

/** The heading of a group: its name and how many excerpts it has; pressing it folds and unfolds the group. */
export class Heading {
  private readonly twist = html('span', { class: 'twist', 'aria-hidden': 'true' });
  private readonly name = html('span', { class: 'group-name' });
  private readonly count = html('span', { class: 'group-count' });
  private readonly button = html(
    'button',
    { type: 'button', class: 'fold', tabindex: -1 },
    this.twist,
    this.name,
    this.count,
  );
  readonly element = html('h2', {}, this.button);
  private item: HeadingItem | undefined;

  constructor(onToggle: (item: HeadingItem) => void) {
    this.button.addEventListener('click', () => this.item && onToggle(this.item));
  }

  show(item: HeadingItem, texts: ExcerptTexts): void {
    this.item = item;
    const { group, collapsed } = item;
    const title = titleOf(group, texts);
    if (this.name.textContent !== title) this.name.textContent = title;
    const number = String(group.excerpts.length);
    if (this.count.textContent !== number) this.count.textContent = number;
    const count = counted(texts.oneExcerpt, texts.excerpts, group.excerpts.length);
    setAttributes(this.button, { 'aria-expanded': String(!collapsed), 'aria-label': `${title}, ${count}` });
    setAttributes(this.element, { title: group.of === 'transcript' ? group.excerpts[0]?.transcript : undefined });
  }

  /** What takes the keyboard. */
  get focusable(): HTMLElement {
    return this.button;
  }
}
