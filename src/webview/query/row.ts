import { cssColor } from '../common/colors.js';
import { html, setAttributes } from '../common/dom.js';
import type { DrawnRow } from '../common/excerptList/excerptRows.js';
import { factsOf } from '../common/excerptList/facts.js';
import {
  labelOf,
  memoLine,
  onWordsClick,
  type ShownExcerpt,
  speakersLine,
  wordsLine,
} from '../common/excerptList/shownExcerpt.js';
import { link } from '../common/link.js';
import type { Texts } from './protocol.js';

/** An excerpt of an answer. */
export interface RowModel extends ShownExcerpt {
  readonly key: string;
  readonly color: string;
}

/** An excerpt of an answer as it is drawn; a click on its words shows it in its transcript. */
export class Row implements DrawnRow<RowModel> {
  readonly element = html('article', { class: 'excerpt', tabindex: -1 });
  private model: RowModel | undefined;
  private looks = '';

  constructor(
    private readonly texts: Texts,
    private readonly open: (model: RowModel) => void,
    private readonly quote: (model: RowModel) => void,
  ) {}

  show(model: RowModel): void {
    this.model = model;
    const looks = JSON.stringify(model);
    if (looks === this.looks) return;
    this.looks = looks;
    const { element, texts } = this;
    element.classList.toggle('revealed', model.revealed);
    element.style.setProperty('--code', cssColor(model.color));
    setAttributes(element, {
      'data-key': model.key,
      'aria-label': labelOf(model, texts),
      'aria-current': model.revealed ? 'true' : undefined,
    });
    const words = wordsLine(model);
    onWordsClick(words, () => this.model && this.open(this.model));
    const facts = html(
      'div',
      { class: 'foot' },
      html('span', { class: 'facts' }, ...factsOf(model, texts)),
      this.actions(),
    );
    const parts = [speakersLine(model), words, memoLine(model, texts), facts];
    element.replaceChildren(...parts.filter(part => part !== undefined));
  }

  private actions(): HTMLElement {
    const quote = link(this.texts.quote, 'Q', () => this.model && this.quote(this.model));
    return html('span', { class: 'actions' }, quote);
  }
}
