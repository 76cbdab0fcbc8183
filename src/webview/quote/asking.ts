import { button, type Control, textField } from '../common/controls.js';
import { html } from '../common/dom.js';
import { whyNot } from './actions.js';
import type { QuoteTexts } from './protocol.js';

/** What is typed into the line below the words. */
export interface Asked {
  readonly kind: 'clarify' | 'redact';
  readonly text: string;
  /** In the place of the words that are selected, instead of before them. */
  readonly isInstead: boolean;
}

/** A line below the words into which a clarification or the kind of a redaction is typed; out of sight otherwise. */
export class Asking {
  readonly element = html('div', { class: 'asking', hidden: true });
  private readonly problem = html('p', { class: 'problem', role: 'alert' });
  private field: Control<string> | undefined;
  private kind: Asked['kind'] = 'clarify';

  constructor(
    private readonly apply: (asked: Asked) => void,
    private readonly done: () => void,
  ) {
    this.element.addEventListener('keydown', event => {
      event.stopPropagation();
      if (event.key === 'Escape') this.close();
      else if (event.key === 'Enter' && event.target instanceof Element && !event.target.closest('vscode-button')) {
        event.preventDefault();
        this.give(!event.shiftKey);
      }
    });
  }

  open(kind: Asked['kind'], texts: QuoteTexts): void {
    this.kind = kind;
    const label = kind === 'clarify' ? texts.clarify : texts.redactLabel;
    const field = textField(label, '', () => this.check(texts));
    const buttons =
      kind === 'clarify'
        ? [
            button(texts.clarifyInstead, () => this.give(true), { kind: 'primary', title: 'Enter' }),
            button(texts.clarifyBefore, () => this.give(false), { title: 'Shift+Enter' }),
          ]
        : [button(texts.apply, () => this.give(true), { kind: 'primary', title: 'Enter' })];
    const cancel = button(texts.cancel, () => this.close(), { title: 'Escape' });
    this.field = field;
    this.problem.textContent = '';
    const line = html(
      'div',
      { class: 'line' },
      field.element,
      ...buttons.map(({ element }) => element),
      cancel.element,
    );
    this.element.replaceChildren(line, this.problem);
    this.element.hidden = false;
    this.element.querySelector<HTMLElement>('vscode-text-field')?.focus();
    this.texts = texts;
  }

  close(): void {
    this.element.hidden = true;
    this.field = undefined;
    this.done();
  }

  private texts: QuoteTexts | undefined;

  private check(texts: QuoteTexts): boolean {
    const text = this.field?.value ?? '';
    this.problem.textContent = whyNot(this.kind, text, texts);
    return text.trim() !== '' && this.problem.textContent === '';
  }

  private give(isInstead: boolean): void {
    if (this.texts === undefined || this.field === undefined || !this.check(this.texts)) return;
    const asked = { kind: this.kind, text: this.field.value, isInstead };
    this.apply(asked);
    this.close();
  }
}
