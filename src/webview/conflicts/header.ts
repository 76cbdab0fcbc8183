import type { MergeSide } from '../../core/merge/merge.js';
import { button, type Control } from '../common/controls.js';
import { html } from '../common/dom.js';
import type { QuestionsState } from './protocol.js';

/** The head of the page: what is asked and why, and how to decide all that is left at once. */
export class Header {
  readonly element = html('header', { class: 'top' });
  private shown: string | undefined;
  private buttons: readonly Control<string>[] = [];

  /** @param onRest one side for all that are not decided */
  constructor(private readonly onRest: (side: MergeSide) => void) {}

  /** @param open how many questions are not decided */
  show({ texts, title }: QuestionsState, open: number): void {
    if (title !== this.shown) this.draw(texts, title);
    this.shown = title;
    for (const one of this.buttons) one.disabled = open === 0;
  }

  private draw(texts: QuestionsState['texts'], title: string): void {
    this.buttons = [
      button(texts.restOurs, () => this.onRest('ours')),
      button(texts.restTheirs, () => this.onRest('theirs')),
    ];
    this.element.replaceChildren(
      html('div', { class: 'title' }, html('h1', {}, texts.title)),
      html('p', { class: 'path' }, title),
      html('p', { class: 'how' }, texts.how),
      html('div', { class: 'offers' }, ...this.buttons.map(({ element }) => element)),
    );
  }
}
