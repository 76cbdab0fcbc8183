import { filled } from '../common/filled.js';
import { NoticeBar, type Offer } from '../common/noticeBar.js';
import type { ListState, Progress, Texts } from './protocol.js';

/** What can be done about what is said. */
export interface NoticeActions {
  stop(): void;
  readOn(): void;
  stopSearch(): void;
  searchOn(): void;
  everyone(): void;
  all(): void;
}

/** What the page has to say besides the entries: that it reads or searches, or that what there is, is not shown. */
export class Notice {
  private readonly bar = new NoticeBar();
  readonly element = this.bar.element;

  constructor(private readonly actions: NoticeActions) {}

  /** Says how far reading has come. */
  reading({ done, total }: Progress, texts: Texts): void {
    this.say(filled(texts.reading, done, total), [[texts.stop, () => this.actions.stop()]]);
  }

  /** Says how far the search in other transcripts has come. */
  searching({ done, total }: Progress, texts: Texts): void {
    this.say(filled(texts.searching, done, total), [[texts.stop, () => this.actions.stopSearch()]]);
  }

  /**
   * Says what there is to say of a list.
   * @param shown how many entries are shown
   * @param waiting how many wait, of everybody
   */
  show({ texts, list, reading, search }: ListState, shown: number, waiting: number): void {
    if (reading !== undefined) this.reading(reading, texts);
    else if (!list.complete) this.say(texts.stopped, [[texts.readOn, () => this.actions.readOn()]]);
    else if (shown === 0 && waiting > 0)
      this.say(filled(texts.othersWait, waiting), [[texts.showAll, () => this.actions.everyone()]]);
    else if (search === 'stopped') this.say(texts.searchStopped, [[texts.searchOn, () => this.actions.searchOn()]]);
    else if (search !== undefined) this.searching(search, texts);
    else this.say('');
  }

  private say(text: string, offers: readonly Offer[] = []): void {
    this.bar.say(text, offers);
  }
}
