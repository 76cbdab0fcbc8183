import { html, setAttributes } from '../common/dom.js';
import type { Texts } from './protocol.js';
import { drawRow, type RowActions, type RowModel } from './row.js';

/** How many excerpts are drawn at first, and how many more each time the end comes into sight. */
const PAGE = 150;

interface Drawn {
  readonly element: HTMLElement;
  readonly looks: string;
}

/**
 * The excerpts under the names of their transcripts. One of them can be reached with Tab, the arrow keys go from there;
 * a long list is drawn as far as somebody has come. What stays the same is not drawn again, so that a change elsewhere
 * moves neither the keyboard nor the page.
 */
export class ExcerptRows {
  readonly element = html('div', { class: 'excerpts', role: 'feed' });
  private readonly drawn = new Map<string, Drawn>();
  private readonly headings = new Map<string, HTMLElement>();
  private readonly end = html('div', { class: 'end', 'aria-hidden': 'true' });
  private models: readonly RowModel[] = [];
  private texts: Texts | undefined;
  private most = PAGE;
  private currentKey: string | undefined;

  constructor(
    private readonly actions: RowActions,
    private readonly onCurrent: (key: string | undefined) => void,
  ) {
    this.element.addEventListener('focusin', event => {
      const key = (event.target as Element).closest<HTMLElement>('.excerpt')?.dataset.key;
      if (key !== undefined) this.setCurrent(key);
    });
    new IntersectionObserver(entries => {
      if (entries.some(entry => entry.isIntersecting) && this.most < this.models.length) this.grow(this.most + PAGE);
    }).observe(this.end);
  }

  /** The excerpt that has, or last had, the keyboard. */
  get current(): RowModel | undefined {
    return this.models.find(model => model.key === this.currentKey);
  }

  /**
   * Shows excerpts.
   * @param current the one that can be reached with Tab; where it is gone, the one that took its place
   */
  show(models: readonly RowModel[], texts: Texts, current: string | undefined): void {
    const hadFocus = this.element.contains(document.activeElement);
    const at = Math.max(
      0,
      this.models.findIndex(model => model.key === current),
    );
    this.models = models;
    this.texts = texts;
    const stays = models.some(model => model.key === current);
    const next = stays ? current : models[Math.min(at, models.length - 1)]?.key;
    this.most = Math.max(this.most, models.findIndex(model => model.key === next) + 1);
    this.draw();
    this.setCurrent(next);
    // What had the keyboard was drawn anew, or is gone: it goes to what took its place.
    if (hadFocus && !this.element.contains(document.activeElement)) this.focus(next);
  }

  /** Goes to the excerpt so many further on (or back); at the ends it stays. */
  move(steps: number): void {
    const at = this.models.findIndex(model => model.key === this.currentKey);
    this.focus(this.models[Math.max(0, Math.min(at + steps, this.models.length - 1))]?.key);
  }

  /** Gives an excerpt the keyboard; without a key the one that had it last. */
  focus(key = this.currentKey): void {
    const at = this.models.findIndex(model => model.key === key);
    if (key === undefined || at === -1) return;
    if (at >= this.most) this.grow(at + PAGE);
    const element = this.drawn.get(key)?.element;
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  }

  private setCurrent(key: string | undefined): void {
    for (const [one, { element }] of this.drawn) {
      setAttributes(element, { tabindex: one === key ? 0 : -1 });
      element.classList.toggle('current', one === key);
    }
    if (key === this.currentKey) return;
    this.currentKey = key;
    this.onCurrent(key);
  }

  private grow(most: number): void {
    this.most = most;
    this.draw();
    this.setCurrent(this.currentKey);
  }

  private draw(): void {
    const shown = this.models.slice(0, this.most);
    const order: HTMLElement[] = [];
    let transcript: string | undefined;
    shown.forEach((model, i) => {
      if (model.excerpt.transcript !== transcript) {
        transcript = model.excerpt.transcript;
        order.push(this.heading(transcript, model.excerpt.name));
      }
      const element = this.row(model);
      setAttributes(element, { 'aria-posinset': i + 1, 'aria-setsize': this.models.length });
      order.push(element);
    });
    order.push(this.end);
    const kept = new Set(shown.map(model => model.key));
    for (const key of this.drawn.keys()) if (!kept.has(key)) this.drawn.delete(key);
    place(this.element, order);
  }

  private heading(transcript: string, name: string): HTMLElement {
    const known = this.headings.get(transcript);
    if (known !== undefined) return known;
    const made = html('h2', { title: transcript }, name);
    this.headings.set(transcript, made);
    return made;
  }

  private row(model: RowModel): HTMLElement {
    const looks = JSON.stringify(model);
    const known = this.drawn.get(model.key);
    if (known?.looks === looks) return known.element;
    const element = drawRow(model, this.texts as Texts, this.actions);
    const hadFocus = known?.element.contains(document.activeElement) ?? false;
    known?.element.replaceWith(element);
    this.drawn.set(model.key, { element, looks });
    if (hadFocus) element.focus({ preventScroll: true });
    return element;
  }
}

/** Puts children in an order, moving no more than it takes, and takes all others out. */
function place(parent: HTMLElement, order: readonly HTMLElement[]): void {
  const wanted = new Set<Element>(order);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  let next = parent.firstElementChild;
  for (const child of order) {
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
  }
}
