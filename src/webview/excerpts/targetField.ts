import { fold } from '../../core/codebook/search.js';
import { cssColor } from '../common/colors.js';
import { html } from '../common/dom.js';
import { counted, filled } from '../common/filled.js';
import type { Texts } from './protocol.js';
import { codeNamed, type SortModel } from './sortModel.js';

/** What happens in the name of a code to sort into. */
export interface TargetActions {
  name(name: string): void;
  remove(): void;
  /** Enter. */
  done(): void;
  /** Escape. */
  leave(): void;
}

/** One code to sort into: its number, its name, what it is and how many excerpts it gets. */
export class TargetField {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly kind = html('span', { class: 'kind' });
  private readonly count = html('span', { class: 'count' });
  private readonly disc = html('span', { class: 'disc', 'aria-hidden': 'true' });

  constructor(
    private readonly number: number,
    texts: Texts,
    actions: TargetActions,
  ) {
    // Not a control of the toolkit: these cannot offer a list of names to complete from.
    this.input = html('input', {
      type: 'text',
      class: 'name',
      list: 'codes',
      placeholder: texts.nameCode,
      'aria-label': filled(texts.codeNumber, number),
      spellcheck: 'true',
    });
    this.input.addEventListener('input', () => actions.name(this.input.value));
    this.input.addEventListener('keydown', event => {
      if (event.key === 'Enter') actions.done();
      else if (event.key === 'Escape') actions.leave();
      else return;
      event.preventDefault();
    });
    const label = filled(texts.removeCode, number);
    const remove = html('button', { class: 'link remove', type: 'button', title: label, 'aria-label': label }, '×');
    remove.addEventListener('click', () => actions.remove());
    this.element = html(
      'div',
      { class: 'target', role: 'group', 'aria-label': filled(texts.codeNumber, number) },
      html('span', { class: 'key', 'aria-hidden': 'true' }, String(number)),
      this.input,
      this.count,
      remove,
      html('span', { class: 'what' }, this.disc, this.kind),
    );
  }

  get isEmpty(): boolean {
    return fold(this.input.value).trim() === '';
  }

  focus(): void {
    this.input.focus();
  }

  show(name: string, model: SortModel, texts: Texts): void {
    if (this.input.value !== name) this.input.value = name;
    const known = codeNamed(model, name);
    const count = model.counts.byNumber[this.number] ?? 0;
    this.count.textContent = String(count);
    this.disc.hidden = known === undefined;
    if (known !== undefined) this.disc.style.setProperty('--code', cssColor(known.color));
    const theme = model.theme === '' ? texts.newCode : filled(texts.newCodeIn, model.theme);
    this.kind.textContent = this.isEmpty
      ? ''
      : known
        ? filled(texts.existing, counted(texts.oneExcerpt, texts.excerpts, known.count))
        : theme;
  }
}
