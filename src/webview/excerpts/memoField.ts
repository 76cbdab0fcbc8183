import { button, type Control, textArea } from '../common/controls.js';
import { html } from '../common/dom.js';
import { withKeys } from '../common/withKeys.js';
import type { Texts } from './protocol.js';

/** What somebody does who writes a memo. */
export interface MemoActions {
  type(text: string): void;
  save(): void;
  cancel(): void;
}

/** The memo of an excerpt while it is being written, in the row of the excerpt. */
export class MemoField {
  readonly element: HTMLElement;
  private readonly field: Control<string>;

  constructor(texts: Texts, actions: MemoActions) {
    this.field = textArea(texts.memoOn, '', text => actions.type(text), { rows: 3 });
    const save = button(texts.save, () => actions.save(), { kind: 'primary' });
    const cancel = button(texts.cancel, () => actions.cancel());
    const hint = html('span', { class: 'hint' }, ...withKeys(texts.memoHint));
    const buttons = html('div', { class: 'memo-buttons' }, save.element, cancel.element, hint);
    this.element = html('div', { class: 'memo-field' }, this.field.element, buttons);
    this.element.addEventListener('keydown', event => {
      const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      if (event.isComposing || (!isSave && event.key !== 'Escape')) return;
      event.preventDefault();
      event.stopPropagation();
      if (isSave) actions.save();
      else actions.cancel();
    });
  }

  show(text: string): void {
    if (this.field.value !== text) this.field.value = text;
  }

  focus(): void {
    this.field.element.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: 'nearest' });
  }
}
