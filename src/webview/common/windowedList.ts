import { html } from './dom.js';
import { type Estimated, Heights, type ItemRange, stretches } from './heights.js';

/** What is drawn above and below of what can be seen, in pixels; when less than half of it is left, more is drawn. */
const OVERSCAN = 900;

/** What a list is made of. */
export interface ListOfItems<Item extends Estimated> {
  /** Draws an item, or brings up to date what was drawn of it. */
  draw(item: Item, index: number, before: HTMLElement | undefined): HTMLElement;
  /** Items that are drawn wherever the page stands: what has the keyboard, the heading that stays in sight. */
  alwaysDrawn(visible: ItemRange): readonly number[];
}

/**
 * A list of any length in a page that scrolls: only what is in sight, and near it, is in the document; empty boxes as high as
 * the rest stand for that. Items stand one below the other as in any page, so headings can be sticky, and the browser itself
 * keeps what is read in its place when something above turns out higher or lower than was guessed.
 */
export class WindowedList<Item extends Estimated> {
  private readonly heights = new Heights();
  private items: readonly Item[] = [];
  private drawn = new Map<string, HTMLElement>();
  private spacers = new Map<string, HTMLElement>();
  private visible: ItemRange = { first: 0, end: 0 };
  private width = 0;
  private readonly sizes = new ResizeObserver(entries => {
    for (const { target } of entries) this.measure(target as HTMLElement);
  });

  constructor(
    readonly element: HTMLElement,
    private readonly of: ListOfItems<Item>,
  ) {
    window.addEventListener('scroll', () => this.follow(), { passive: true });
    window.addEventListener('resize', () => this.follow(), { passive: true });
    new ResizeObserver(() => {
      if (this.element.clientWidth === this.width) return;
      this.width = this.element.clientWidth;
      this.heights.forget();
      for (const one of this.drawn.values()) this.measure(one);
      this.redraw();
    }).observe(element);
  }

  /** The element of an item that is drawn. */
  elementOf(key: string): HTMLElement | undefined {
    return this.drawn.get(key);
  }

  /** Shows items; what can be seen of the ones that stay, stays where it is. */
  show(items: readonly Item[]): void {
    const anchor = this.anchor(items);
    this.items = items;
    this.heights.setItems(items);
    if (anchor === undefined) {
      this.redraw();
      return;
    }
    this.drawAround(this.heights.offset(anchor.index) - anchor.top);
    const top = this.drawn.get(anchor.key)?.getBoundingClientRect().top ?? anchor.top;
    if (Math.abs(top - anchor.top) >= 1) window.scrollBy(0, top - anchor.top);
    this.redraw();
  }

  /** Draws what can be seen from where the page stands. */
  redraw(): void {
    this.drawAround(this.top());
  }

  /** Scrolls no further than it takes until an item can be seen, and draws what is around it. */
  reveal(index: number): void {
    const item = this.items[index];
    if (item === undefined) return;
    // Twice: only what is drawn around it says where it truly is.
    for (let round = 0; round < 2; round++) {
      const element = this.drawn.get(item.key);
      if (element === undefined) this.drawAround(this.heights.offset(index) - window.innerHeight / 2);
      (element ?? this.drawn.get(item.key))?.scrollIntoView({ block: 'nearest' });
      this.redraw();
    }
  }

  /** Where the upper end of the window is, in pixels from the start of the list. */
  private top(): number {
    return -this.element.getBoundingClientRect().top;
  }

  /** Draws more where what is drawn comes to its end. */
  private follow(): void {
    const top = this.top();
    const needed = this.heights.range(top - OVERSCAN / 2, top + window.innerHeight + OVERSCAN / 2);
    const { first, end } = this.visible;
    if (needed.first < first || needed.end > end) this.redraw();
  }

  private drawAround(top: number): void {
    this.visible = this.heights.range(top - OVERSCAN, top + window.innerHeight + OVERSCAN);
    const seen = this.heights.range(top, top + window.innerHeight);
    const { first, end } = this.visible;
    const indices = Array.from({ length: end - first }, (_, i) => first + i).concat(this.of.alwaysDrawn(seen));
    const order: HTMLElement[] = [];
    const drawn = new Map<string, HTMLElement>();
    const spacers = new Map<string, HTMLElement>();
    let reached = 0;
    const skipTo = (index: number): void => {
      if (index === reached) return;
      // By what stands before it: then items need not be moved when the box changes.
      const key = this.items[reached - 1]?.key ?? '';
      const spacer = this.spacers.get(key) ?? html('div', { class: 'spacer-of-list', 'aria-hidden': 'true' });
      spacer.style.height = `${this.heights.between({ first: reached, end: index })}px`;
      spacers.set(key, spacer);
      order.push(spacer);
    };
    for (const range of stretches(indices.filter(index => index >= 0 && index < this.items.length))) {
      skipTo(range.first);
      for (let index = range.first; index < range.end; index++) {
        const item = this.items[index] as Item;
        const element = this.of.draw(item, index, this.drawn.get(item.key));
        element.dataset.item = item.key;
        drawn.set(item.key, element);
        order.push(element);
      }
      reached = range.end;
    }
    skipTo(this.items.length);
    const before = this.drawn;
    this.drawn = drawn;
    this.spacers = spacers;
    place(this.element, order);
    for (const [key, element] of before) if (drawn.get(key) !== element) this.sizes.unobserve(element);
    for (const [key, element] of drawn) {
      if (before.get(key) === element) continue;
      this.measure(element);
      this.sizes.observe(element, { box: 'border-box' });
    }
  }

  private measure(element: HTMLElement): void {
    const key = element.dataset.item;
    if (key === undefined || this.drawn.get(key) !== element || !element.isConnected) return;
    const { marginTop, marginBottom } = getComputedStyle(element);
    const height =
      element.getBoundingClientRect().height + Number.parseFloat(marginTop) + Number.parseFloat(marginBottom);
    this.heights.measure(key, height);
  }

  /** The first item in sight that is still there afterwards, and how far from the upper end of the window it stands. */
  private anchor(next: readonly Item[]): { key: string; index: number; top: number } | undefined {
    // Where the start of the list can be seen, it is what stays in its place.
    if (this.top() <= 0) return undefined;
    const places = new Map(next.map(({ key }, index) => [key, index]));
    for (const { key } of this.items.slice(this.visible.first, this.visible.end)) {
      const index = places.get(key);
      const element = this.drawn.get(key);
      if (index === undefined || element === undefined) continue;
      const rect = element.getBoundingClientRect();
      // A heading that sticks to the upper end says nothing about where the page stands.
      if (rect.bottom <= 0 || getComputedStyle(element).position === 'sticky') continue;
      return { key, index, top: rect.top };
    }
    return undefined;
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
