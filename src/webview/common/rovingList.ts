import { setAttributes } from './dom.js';
import type { Estimated, ItemRange } from './heights.js';
import { WindowedList } from './windowedList.js';

/** What a list is made of, and how one goes through it. */
export interface RovingListOf<Item extends Estimated> {
  /** Draws an item, or brings up to date what was drawn of it. */
  draw(item: Item, before: HTMLElement | undefined): HTMLElement;
  /** The part of an item's element that takes the keyboard. */
  focusable(element: HTMLElement): HTMLElement;
  /** Index of the heading above an item, which stays in sight; undefined where there is none. */
  heading(index: number): number | undefined;
  /** Index of the item that takes the place of one that was there before; -1 for none. */
  successor(key: string | undefined, before: readonly Item[], now: readonly Item[]): number;
  /** Another item has the keyboard. */
  current(key: string | undefined): void;
}

/**
 * A long list of which one item can be reached with Tab; the arrow keys go from there. Only what is near is in the document,
 * besides what has the keyboard; what stays is not drawn again, so that a change elsewhere moves neither the keyboard nor
 * the page.
 */
export class RovingList<Item extends Estimated> {
  private readonly list: WindowedList<Item>;
  private all: readonly Item[] = [];
  private key: string | undefined;
  /**
   * Whether the list had the keyboard last of all that is on the page. A browser forgets what was focused when somebody goes
   * elsewhere, be it only to a picker; who comes back is to find it again.
   */
  private isLast = false;

  constructor(
    readonly element: HTMLElement,
    private readonly of: RovingListOf<Item>,
  ) {
    this.list = new WindowedList<Item>(element, {
      draw: (item, _index, before) => this.draw(item, before),
      alwaysDrawn: visible => this.alwaysDrawn(visible),
    });
    element.addEventListener('focusin', event => {
      const key = (event.target as Element).closest<HTMLElement>('[data-item]')?.dataset.item;
      if (key !== undefined) this.setCurrent(key);
    });
    document.addEventListener('focusin', event => {
      this.isLast = element.contains(event.target as Element);
    });
    window.addEventListener('focus', () => {
      // Without scrolling: who comes by a click has aimed at what can be seen.
      if (this.isLast && document.activeElement === document.body) this.target()?.focus({ preventScroll: true });
    });
  }

  /** The item that has, or last had, the keyboard. */
  get current(): Item | undefined {
    return this.all[this.currentIndex];
  }

  /** Its index; -1 for none. */
  get currentIndex(): number {
    return this.indexOf(this.key);
  }

  /**
   * Shows items.
   * @param current the item that can be reached with Tab; where it is gone, the one that took its place
   * @param partial more is to come: what is not there yet is not gone
   */
  show(items: readonly Item[], current: string | undefined, partial = false): void {
    const focused = document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset.item;
    const wasElsewhere = this.isLast && document.activeElement === document.body && !document.hasFocus();
    const before = this.all;
    this.all = items;
    const next = items[this.of.successor(current, before, items)]?.key;
    this.key = next;
    setAttributes(this.element, { 'aria-busy': partial ? 'true' : undefined });
    this.list.show(items);
    if (next !== current && !partial) this.of.current(next);
    // What had the keyboard was moved, or is gone: it goes to what took its place.
    const isLost = focused !== undefined && (focused !== next || !this.element.contains(document.activeElement));
    if (isLost || (wasElsewhere && next !== current)) this.focus(next);
  }

  /** Gives an item the keyboard; without a key the one that had it last. */
  focus(key = this.key): void {
    const index = this.indexOf(key);
    if (index === -1) return;
    this.setCurrent(key);
    this.list.reveal(index);
    this.isLast = true;
    // In another window, or in a picker, somebody is typing: the list must not take the keyboard away from there.
    if (document.hasFocus()) this.target()?.focus({ preventScroll: true });
  }

  /** The element of an item that is in the document. */
  elementOf(key: string): HTMLElement | undefined {
    return this.list.elementOf(key);
  }

  /** Index of an item; -1 where it is not in the list. */
  indexOf(key: string | undefined): number {
    return key === undefined ? -1 : this.all.findIndex(item => item.key === key);
  }

  /** The part of the current item's element that takes the keyboard. */
  private target(): HTMLElement | undefined {
    const element = this.key === undefined ? undefined : this.list.elementOf(this.key);
    return element && this.of.focusable(element);
  }

  private setCurrent(key: string | undefined): void {
    if (key === this.key) return;
    const before = this.key;
    this.key = key;
    for (const one of [before, key]) {
      const element = one === undefined ? undefined : this.list.elementOf(one);
      if (element !== undefined) this.mark(element, one === key);
    }
    this.of.current(key);
  }

  private mark(element: HTMLElement, isCurrent: boolean): void {
    setAttributes(this.of.focusable(element), { tabindex: isCurrent ? 0 : -1 });
    element.classList.toggle('current', isCurrent);
  }

  private alwaysDrawn({ first }: ItemRange): number[] {
    const heading = this.of.heading(first);
    const kept = [this.currentIndex, ...(heading === undefined ? [] : [heading])];
    return kept.filter(index => index !== -1);
  }

  private draw(item: Item, before: HTMLElement | undefined): HTMLElement {
    const element = this.of.draw(item, before);
    this.mark(element, item.key === this.key);
    return element;
  }
}
