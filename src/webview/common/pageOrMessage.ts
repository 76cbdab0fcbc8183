import { button } from './controls.js';
import { html } from './dom.js';
import type { NoticeBar } from './noticeBar.js';

/** A page that shows either what it has or a message in the middle: why there is nothing, or that it is being read. */
export class PageOrMessage {
  private readonly message = html('div', { class: 'empty', role: 'status' });

  /**
   * Puts both into the document; neither has anything to show yet.
   * @param page what is shown as a whole, hidden at first
   * @param notice where the page says what it has to say besides
   */
  constructor(
    private readonly page: HTMLElement,
    private readonly notice: NoticeBar,
  ) {
    document.body.append(page, this.message);
  }

  /** Shows what there is. */
  showPage(): void {
    this.only(this.page);
  }

  /** Says why there is nothing. */
  showNothing({ heading, text }: { readonly heading: string; readonly text: string }): void {
    this.only(this.message);
    this.message.replaceChildren(html('h2', {}, heading), html('p', {}, text));
  }

  /** Says something in place of the page, with what can be done. */
  showOffer(text: string, label: string, does: () => void): void {
    this.only(this.message);
    this.message.replaceChildren(html('p', {}, text), button(label, does).element);
  }

  /** Says that it is being read; what is there already stays until the new is whole. */
  showReading({ text, cancel }: { readonly text: string; readonly cancel: string }, stop: () => void): void {
    if (this.page.hidden) this.showOffer(text, cancel, stop);
    else this.notice.say(text, [[cancel, stop]]);
  }

  private only(part: HTMLElement): void {
    for (const each of [this.page, this.message]) each.hidden = each !== part;
  }
}
