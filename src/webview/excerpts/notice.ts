import type { Sorting } from '../../core/coding/sorting.js';
import { button } from '../common/controls.js';
import { html } from '../common/dom.js';
import { filled } from '../common/filled.js';
import type { ListState, ReadingState, Texts } from './protocol.js';

/** What can be done about what is said. */
export interface NoticeActions {
  stop(): void;
  readOn(): void;
  goOn(): void;
  discard(): void;
}

/** What the page has to say besides the excerpts: that it is reading, that there are none, that a sorting waits. */
export class Notice {
  readonly element = html('div', { class: 'notice', role: 'status' });
  private said = '';

  constructor(private readonly actions: NoticeActions) {}

  /** Says how far reading has come. */
  reading({ texts, done, total }: Omit<ReadingState, 'type'>): void {
    this.say(filled(texts.reading, done, total), [[texts.stop, () => this.actions.stop()]]);
  }

  /** Says that the code is no longer there. */
  gone(texts: Texts): void {
    this.say(texts.gone);
  }

  /**
   * Says what there is to say of a list.
   * @param kept a sorting that was begun and is not shown
   * @param isEmpty whether no excerpt is shown
   */
  show({ list, texts, reading }: ListState, kept: Sorting | undefined, isEmpty: boolean): void {
    const { excerpts, complete } = list;
    if (reading !== undefined) this.reading({ texts, ...reading });
    else if (!complete) this.say(texts.stopped, [[texts.readOn, () => this.actions.readOn()]]);
    else if (excerpts.length === 0) this.say(texts.emptyHow);
    else if (kept !== undefined) {
      const sorted = excerpts.filter(({ id }) => kept.choices.has(id)).length;
      this.say(filled(texts.begunBefore, sorted, excerpts.length), [
        [texts.goOn, () => this.actions.goOn()],
        [texts.discard, () => this.actions.discard()],
      ]);
    } else this.say(isEmpty ? texts.noneFits : '');
  }

  private say(text: string, offers: readonly (readonly [string, () => void])[] = []): void {
    const said = JSON.stringify([text, offers.map(([label]) => label)]);
    this.element.hidden = text === '';
    if (said === this.said) return;
    this.said = said;
    const buttons = offers.map(([label, run]) => button(label, run).element);
    this.element.replaceChildren(html('span', {}, text), ...buttons);
  }
}
