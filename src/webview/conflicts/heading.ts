import { html, setAttributes } from '../common/dom.js';
import { filled } from '../common/filled.js';
import type { HeadingItem } from './items.js';
import type { Choices, Texts } from './protocol.js';
import { groupText } from './words.js';

/** The heading of a transcript, the codebook or a file, and how many of its questions are decided. */
export class Heading {
  private readonly name = html('span', { class: 'group-name' });
  private readonly count = html('span', { class: 'group-count' });
  readonly element = html('div', { class: 'group', tabindex: -1 }, html('h2', {}, this.name, this.count));

  show({ group, questions }: HeadingItem, choices: Choices, texts: Texts): void {
    const decided = questions.filter(({ key }) => choices[key] !== undefined).length;
    const put = (element: HTMLElement, text: string): void => {
      if (element.textContent !== text) element.textContent = text;
    };
    put(this.name, groupText(group, texts));
    put(this.count, filled(texts.progress, decided, questions.length));
    setAttributes(this.element, { title: group.path });
  }
}
