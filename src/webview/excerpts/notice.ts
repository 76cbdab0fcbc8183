import type { Sorting } from '../../core/coding/sorting.js';
import { filled } from '../common/filled.js';
import { NoticeBar } from '../common/noticeBar.js';
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
  private readonly bar = new NoticeBar();
  readonly element = this.bar.element;

  constructor(private readonly actions: NoticeActions) {}

  /** Says how far reading has come. */
  reading({ texts, done, total }: Omit<ReadingState, 'type'>): void {
    this.bar.say(filled(texts.reading, done, total), [[texts.stop, () => this.actions.stop()]]);
  }

  /** Says that the code is no longer there. */
  gone(texts: Texts): void {
    this.bar.say(texts.gone);
  }

  /**
   * Says what there is to say of a list.
   * @param kept a sorting that was begun and is not shown
   * @param isEmpty whether no excerpt is shown
   */
  show({ list, texts, reading }: ListState, kept: Sorting | undefined, isEmpty: boolean): void {
    const { excerpts, complete } = list;
    if (reading !== undefined) this.reading({ texts, ...reading });
    else if (!complete) this.bar.say(texts.stopped, [[texts.readOn, () => this.actions.readOn()]]);
    else if (excerpts.length === 0) this.bar.say(texts.emptyHow);
    else if (kept !== undefined) {
      const sorted = excerpts.filter(({ id }) => kept.choices.has(id)).length;
      this.bar.say(filled(texts.begunBefore, sorted, excerpts.length), [
        [texts.goOn, () => this.actions.goOn()],
        [texts.discard, () => this.actions.discard()],
      ]);
    } else this.bar.say(isEmpty ? texts.noneFits : '');
  }
}
