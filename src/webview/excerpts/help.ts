import { button } from '../common/controls.js';
import { html } from '../common/dom.js';
import { withKeys } from '../common/filled.js';
import type { Texts } from './protocol.js';

/** All keys of the page, over it. */
export class Help {
  private readonly element = html('dialog', { class: 'help-keys' });

  constructor(private readonly onClose: () => void) {
    this.element.addEventListener('close', () => {
      this.element.remove();
      this.onClose();
    });
    this.element.addEventListener('keydown', event => {
      event.stopPropagation();
      if (event.key === '?') this.element.close();
    });
  }

  open(texts: Texts, sorting: boolean): void {
    if (this.element.open) return;
    const lines = [sorting ? texts.keysSort : texts.keysRead, texts.keysMore].join('\n').split('\n');
    const close = button(texts.close, () => this.element.close());
    this.element.setAttribute('aria-label', texts.allKeys);
    this.element.replaceChildren(
      html('h2', {}, texts.allKeys),
      html('ul', {}, ...[...new Set(lines)].map(line => html('li', {}, ...withKeys(line)))),
      close.element,
    );
    document.body.append(this.element);
    this.element.showModal();
    close.element.focus();
  }
}
