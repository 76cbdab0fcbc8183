import { button } from './controls.js';
import { html } from './dom.js';

/** What can be done about what is said: the words on a button, and what it does. */
export type Offer = readonly [string, () => void];

/** What a page has to say besides what it lists; out of sight while there is nothing. */
export class NoticeBar {
  readonly element = html('div', { class: 'notice', role: 'status' });
  private said = '';

  /** Says something, and nothing again that is said already; an empty text hides it. */
  say(text: string, offers: readonly Offer[] = []): void {
    const said = JSON.stringify([text, offers.map(([label]) => label)]);
    this.element.hidden = text === '';
    if (said === this.said) return;
    this.said = said;
    const buttons = offers.map(([label, run]) => button(label, run).element);
    this.element.replaceChildren(html('span', {}, text), ...buttons);
  }
}
