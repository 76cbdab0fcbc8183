import { html, setAttributes } from '../common/dom.js';
import type { ShownProblem, Texts } from './protocol.js';

/** What a person does where the question is written. */
export interface QuestionActions {
  /** Every letter. */
  type(text: string): void;
  /** Enter. */
  done(): void;
}

/** A problem as the field shows it; one that was found while reading has no fixes. */
export type FieldProblem = Omit<ShownProblem, 'fixes'> & Partial<Pick<ShownProblem, 'fixes'>>;

/**
 * The question as text. What is wrong with it is underlined where it is; below stands why and what to do. Not a control of the
 * toolkit: these cannot underline.
 */
export class QuestionField {
  private readonly input: HTMLTextAreaElement;
  private readonly marks = html('div', { class: 'marks', 'aria-hidden': 'true' });
  private readonly problems = html('div', { class: 'problems', id: 'problems', role: 'status' });
  readonly element: HTMLElement;
  private shown = '';

  constructor(private readonly actions: QuestionActions) {
    this.input = html('textarea', {
      rows: 1,
      spellcheck: 'false',
      autocapitalize: 'off',
      autocomplete: 'off',
      'aria-describedby': 'problems',
    });
    this.input.addEventListener('input', () => this.actions.type(this.input.value));
    this.input.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.isComposing || event.shiftKey) return;
      event.preventDefault();
      this.actions.done();
    });
    this.element = html(
      'div',
      { class: 'question' },
      html('div', { class: 'typed' }, this.marks, this.input),
      this.problems,
    );
  }

  show(text: string, problems: readonly FieldProblem[], texts: Texts): void {
    if (this.input.value !== text) this.input.value = text;
    setAttributes(this.input, {
      'aria-label': texts.question,
      placeholder: texts.questionHint,
      'aria-invalid': problems.length > 0 ? 'true' : undefined,
    });
    const shown = JSON.stringify([text, problems]);
    if (shown === this.shown) return;
    this.shown = shown;
    // A line end at the very end would have no height otherwise.
    this.marks.replaceChildren(...pieces(text, problems), '\u200b');
    this.problems.replaceChildren(...problems.map(problem => this.problem(problem)));
  }

  /** Gives it the keyboard. */
  focus(): void {
    this.input.focus();
  }

  private problem({ from, to, message, remedy, fixes = [] }: FieldProblem): HTMLElement {
    const where = html('button', { class: 'link where', type: 'button' }, message);
    where.addEventListener('click', () => {
      this.input.focus();
      this.input.setSelectionRange(from, to);
    });
    const offers = fixes.map(({ label, text }) => {
      const offer = html('button', { class: 'fix', type: 'button' }, label);
      offer.addEventListener('click', () => {
        this.input.focus();
        this.actions.type(text);
      });
      return offer;
    });
    return html('p', { class: 'problem' }, where, ' ', html('span', { class: 'remedy' }, remedy), ...offers);
  }
}

/** The text with what is wrong marked in it; at its end a blank stands for what is missing. */
function pieces(text: string, problems: readonly FieldProblem[]): (HTMLElement | string)[] {
  const parts: (HTMLElement | string)[] = [];
  let at = 0;
  for (const { from, to } of [...problems].sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    parts.push(text.slice(at, from), html('span', { class: 'wrong' }, text.slice(from, to) || '\u00a0'));
    at = Math.max(to, from);
  }
  return [...parts, text.slice(at)];
}
