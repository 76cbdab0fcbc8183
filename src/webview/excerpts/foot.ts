import { button } from '../common/controls.js';
import { html } from '../common/dom.js';
import { counted } from '../common/filled.js';
import { link } from '../common/link.js';
import { withKeys } from '../common/withKeys.js';
import type { Texts } from './protocol.js';

/** What is done with what is selected, and the help. */
export interface FootActions {
  recode(): void;
  remove(): void;
  deselect(): void;
  help(): void;
}

/** The lower end of the page: the keys, as many as one line takes; or what is selected and what can be done with it. */
export class Foot {
  readonly element = html('footer', { class: 'keys' });
  private readonly status = html('span', { class: 'selected-count', role: 'status' });
  private readonly line = html('div', { class: 'key-line' });
  private readonly buttons = html('div', { class: 'selection-buttons' });
  private shown = '';

  constructor(private readonly actions: FootActions) {}

  show(texts: Texts, sorting: boolean, selected: number): void {
    const shown = JSON.stringify([sorting, selected > 0]);
    if (shown !== this.shown) this.build(texts, sorting, selected > 0);
    this.shown = shown;
    const text = selected === 0 ? '' : counted(texts.oneSelected, texts.selectedCount, selected);
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  private build(texts: Texts, sorting: boolean, selected: boolean): void {
    if (this.element.childElementCount === 0) {
      const help = link(texts.allKeys, '?', () => this.actions.help());
      help.classList.add('help');
      this.element.append(this.status, this.buttons, this.line, help);
    }
    const keys = (sorting ? texts.keysSort : texts.keysRead).split('\n');
    this.line.hidden = selected;
    this.line.replaceChildren(...keys.map(key => html('span', {}, ...withKeys(key))));
    const act = (label: string, key: string, run: () => void): HTMLElement =>
      button(label, run, { title: `${label} (${key})` }).element;
    this.buttons.hidden = !selected;
    if (!selected) return;
    this.buttons.replaceChildren(
      act(texts.recode, 'R', () => this.actions.recode()),
      act(texts.remove, 'Delete', () => this.actions.remove()),
      act(texts.clearSelection, 'Esc', () => this.actions.deselect()),
    );
  }
}
