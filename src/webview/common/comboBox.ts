import './comboBox.css';
import { fold } from '../../core/codebook/search.js';
import { html, setAttributes } from './dom.js';

/** One thing to choose: what it stands for, what people call it, and what tells it from others. */
export interface Offer {
  readonly value: string;
  readonly label: string;
  readonly more?: string;
}

let boxes = 0;

/**
 * A line to type into that offers what may be meant. What is no offer is taken as it was typed, once that is done. Not a control of the toolkit: these cannot be typed into.
 */
export class ComboBox {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly list: HTMLUListElement;
  private offers: readonly Offer[] = [];
  private shown: readonly Offer[] = [];
  private chosen = -1;
  private known = '';

  /** @param onChange hears of another value: an offer as soon as it is chosen or typed, other words when they are done */
  constructor(
    label: string,
    placeholder: string,
    private readonly onChange: (value: string) => void,
  ) {
    const id = `combo-${++boxes}`;
    this.input = html('input', {
      type: 'text',
      role: 'combobox',
      placeholder,
      'aria-label': label,
      'aria-autocomplete': 'list',
      'aria-controls': id,
      'aria-expanded': 'false',
      autocomplete: 'off',
      spellcheck: 'false',
    });
    this.list = html('ul', { id, role: 'listbox', 'aria-label': label, hidden: true });
    this.element = html('div', { class: 'combo' }, this.input, this.list);
    this.input.addEventListener('input', () => this.typed());
    this.input.addEventListener('click', () => this.list.hidden && this.open(true));
    this.input.addEventListener('keydown', event => this.onKey(event));
    this.input.addEventListener('blur', () => this.done());
    // The input keeps the keyboard.
    this.list.addEventListener('mousedown', event => event.preventDefault());
    this.list.addEventListener('click', event => {
      const item = event.target instanceof Element ? event.target.closest('li') : null;
      const offer = this.shown[[...this.list.children].indexOf(item as Element)];
      if (offer !== undefined) this.take(offer);
    });
  }

  /** What is chosen, or was typed. */
  get value(): string {
    return this.known;
  }

  /** Shows a value, and what else there is to choose. Calls nobody back. */
  show(value: string, offers: readonly Offer[]): void {
    this.offers = offers;
    const isBeingTyped = document.activeElement === this.input && value === this.known;
    this.known = value;
    const text = this.labelOf(value);
    if (!isBeingTyped && this.input.value !== text) this.input.value = text;
  }

  /** Gives it the keyboard. */
  focus(): void {
    this.input.focus();
  }

  private labelOf(value: string): string {
    return this.offers.find(offer => offer.value === value)?.label ?? value;
  }

  private typed(): void {
    // Half a name is none: it counts once it is whole, or somebody is done with it.
    if (this.offers.length === 0 || this.offerOf(this.text) !== undefined || this.text === '') this.tellTyped();
    this.open(false);
  }

  private get text(): string {
    return this.input.value.trim();
  }

  private offerOf(text: string): Offer | undefined {
    return this.offers.find(({ value, label }) => fold(label) === fold(text) || value === text);
  }

  private tellTyped(): void {
    if (this.text !== this.labelOf(this.known)) this.tell(this.offerOf(this.text)?.value ?? this.text);
  }

  private tell(value: string): void {
    if (value === this.known) return;
    this.known = value;
    this.onChange(value);
  }

  /** @param all whether everything is offered, whatever is written */
  private open(all: boolean): void {
    const words = all ? [] : fold(this.input.value).split(/\s+/);
    const fits = ({ label, more = '' }: Offer): boolean => {
      const text = fold(`${label} ${more}`);
      return words.every(word => text.includes(word));
    };
    this.shown = this.offers.filter(fits);
    this.list.replaceChildren(...this.shown.map((offer, i) => this.item(offer, i)));
    this.choose(all ? this.shown.findIndex(({ value }) => value === this.known) : -1);
    this.list.hidden = this.shown.length === 0;
    setAttributes(this.input, { 'aria-expanded': String(!this.list.hidden) });
    this.list.children[this.chosen]?.scrollIntoView({ block: 'nearest' });
  }

  private item({ label, more }: Offer, i: number): HTMLElement {
    const besides = more === undefined ? undefined : html('span', { class: 'more' }, more);
    return html('li', { id: `${this.list.id}-${i}`, role: 'option' }, html('span', {}, label), besides);
  }

  private choose(index: number): void {
    this.chosen = index;
    for (const [i, item] of [...this.list.children].entries()) {
      setAttributes(item, { 'aria-selected': String(i === index) });
    }
    const item = this.list.children[index];
    setAttributes(this.input, { 'aria-activedescendant': item?.id });
    item?.scrollIntoView({ block: 'nearest' });
  }

  private take(offer: Offer): void {
    this.input.value = offer.label;
    this.close();
    this.tell(offer.value);
  }

  /** What was typed counts, and is shown as it does. */
  private done(): void {
    this.tellTyped();
    this.close();
    this.input.value = this.labelOf(this.known);
  }

  private close(): void {
    this.list.hidden = true;
    setAttributes(this.input, { 'aria-expanded': 'false', 'aria-activedescendant': undefined });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const isOpen = !this.list.hidden;
    const { length } = this.shown;
    if (event.key === 'ArrowDown' && !isOpen) this.open(true);
    else if (event.key === 'ArrowDown' && isOpen) this.choose((this.chosen + 1) % length);
    else if (event.key === 'ArrowUp' && isOpen) this.choose(this.chosen <= 0 ? length - 1 : this.chosen - 1);
    else if (event.key === 'Escape' && isOpen) {
      this.input.value = this.labelOf(this.known);
      this.close();
    } else if (event.key === 'Enter') {
      // Where one is left of what was typed, it is meant.
      const offer = isOpen ? (this.shown[this.chosen] ?? (length === 1 ? this.shown[0] : undefined)) : undefined;
      if (offer === undefined) this.done();
      else this.take(offer);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
