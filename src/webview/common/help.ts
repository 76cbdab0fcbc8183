import { button } from './controls.js';
import { html } from './dom.js';
import { withKeys } from './withKeys.js';

/** The words of the help: `keys` has one line a key. */
export interface HelpTexts {
  readonly title: string;
  readonly keys: string;
  readonly close: string;
}

/** All keys of a page, over it. */
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

  open({ title, keys, close }: HelpTexts): void {
    if (this.element.open) return;
    const closing = button(close, () => this.element.close());
    this.element.setAttribute('aria-label', title);
    this.element.replaceChildren(
      html('h2', {}, title),
      html('ul', {}, ...[...new Set(keys.split('\n'))].map(line => html('li', {}, ...withKeys(line)))),
      closing.element,
    );
    document.body.append(this.element);
    this.element.showModal();
    closing.element.focus();
  }
}
