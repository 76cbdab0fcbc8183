import { button, type Control } from '../common/controls.js';
import { html, setAttributes } from '../common/dom.js';
import { filled } from '../common/filled.js';
import { link } from '../common/link.js';
import { withKeys } from '../common/withKeys.js';
import type { Texts } from './protocol.js';

/** What a person does at the foot of the page. */
export interface FootActions {
  finish(): void;
  later(): void;
  help(): void;
}

/** How far one has come, what ends the page, and the keys. */
export class Foot {
  private readonly said = html('span', { class: 'progress', role: 'status' });
  private readonly bar = html('progress', { max: 1, value: 0, 'aria-hidden': 'true' });
  readonly element = html('footer', { class: 'foot' });
  private finishing: Control<string> | undefined;

  constructor(private readonly actions: FootActions) {}

  show(texts: Texts, decided: number, total: number): void {
    if (this.finishing === undefined) this.draw(texts);
    const isDone = total > 0 && decided === total;
    const text = isDone ? texts.allDecided : filled(texts.progress, decided, total);
    if (this.said.textContent !== text) this.said.textContent = text;
    setAttributes(this.bar, { max: Math.max(1, total), value: decided });
    if (this.finishing !== undefined) this.finishing.disabled = !isDone;
  }

  private draw(texts: Texts): void {
    const later = button(texts.later, () => this.actions.later(), { title: texts.laterHow });
    this.finishing = button(texts.finish, () => this.actions.finish(), { kind: 'primary' });
    const help = link(texts.allKeys, '?', () => this.actions.help());
    help.classList.add('help');
    this.element.replaceChildren(
      html(
        'div',
        { class: 'ends' },
        this.bar,
        this.said,
        html('span', { class: 'spacer' }),
        html('span', { class: 'later-how' }, texts.laterHow),
        later.element,
        this.finishing.element,
      ),
      html(
        'div',
        { class: 'keys' },
        html('div', { class: 'key-line' }, ...texts.keys.split('\n').map(key => html('span', {}, ...withKeys(key)))),
        help,
      ),
    );
  }
}
