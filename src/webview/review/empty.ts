import { html } from '../common/dom.js';
import { filled } from '../common/filled.js';
import type { ListState } from './protocol.js';

/** What the page shows while nothing is to be reviewed: that all is well, and what the page is for. */
export class Empty {
  private readonly well = html('p', { class: 'well' });
  private readonly how = html('p', { class: 'how' });
  readonly element = html('div', { class: 'empty', role: 'status' }, this.well, this.how);

  /** @param isEmpty whether all was read and nothing is to be reviewed */
  show({ texts, only }: ListState, isEmpty: boolean): void {
    this.element.hidden = !isEmpty;
    const text = only === undefined ? texts.emptyStudy : filled(texts.emptyOnly, only);
    if (this.well.textContent !== text) this.well.textContent = text;
    if (this.how.textContent !== texts.emptyHow) this.how.textContent = texts.emptyHow;
  }
}
