import { html, setAttributes } from '../common/dom.js';
import type { ItemRange } from '../common/heights.js';
import { WindowedList } from '../common/windowedList.js';
import { Heading } from './heading.js';
import { type ExcerptItem, type HeadingItem, type Item, type Items, stepFrom, takesPlaceOf } from './items.js';
import type { Listing } from './listing.js';
import type { Texts } from './protocol.js';
import { Row, type RowActions } from './row.js';

const NOTHING: Items = { all: [], rows: 0, headings: [] };

/** What a person does in the list. */
export interface ListActions extends RowActions {
  toggleGroup(item: HeadingItem): void;
  /** Another item has the keyboard. */
  current(key: string | undefined): void;
}

/**
 * The excerpts under the headings of their groups. One item can be reached with Tab, the arrow keys go from there. Only what
 * is near is in the document, besides what has the keyboard; what stays is not drawn again, so that a change elsewhere moves
 * neither the keyboard nor the page.
 */
export class ExcerptRows {
  readonly element = html('div', { class: 'excerpts', role: 'feed' });
  private readonly list: WindowedList<Item>;
  private readonly rows = new WeakMap<HTMLElement, Row>();
  private readonly headings = new WeakMap<HTMLElement, Heading>();
  private listing: Listing | undefined;
  private texts: Texts | undefined;
  private currentKey: string | undefined;
  /**
   * Whether the list had the keyboard last of all that is on the page. A browser forgets what was focused when somebody goes
   * elsewhere, be it only to a picker; who comes back is to find it again.
   */
  private isLast = false;

  constructor(private readonly actions: ListActions) {
    this.list = new WindowedList<Item>(this.element, {
      draw: (item, index, before) => this.draw(item, index, before),
      alwaysDrawn: visible => this.alwaysDrawn(visible),
    });
    this.element.addEventListener('focusin', event => {
      const key = (event.target as Element).closest<HTMLElement>('[data-item]')?.dataset.item;
      if (key !== undefined) this.setCurrent(key);
    });
    document.addEventListener('focusin', event => {
      this.isLast = this.element.contains(event.target as Element);
    });
    window.addEventListener('focus', () => {
      // Without scrolling: who comes by a click has aimed at what can be seen.
      if (this.isLast && document.activeElement === document.body) this.target()?.focus({ preventScroll: true });
    });
  }

  /** The item that has, or last had, the keyboard. */
  get current(): Item | undefined {
    return this.items.all[this.indexOf(this.currentKey)];
  }

  /** The heading that an item stands under, or is. */
  headingOf(key: string | undefined): HeadingItem | undefined {
    const heading = this.items.all[this.items.headings[this.indexOf(key)] ?? -1];
    return heading?.kind === 'heading' ? heading : undefined;
  }

  /**
   * Shows a listing.
   * @param current the item that can be reached with Tab; where it is gone, the one that took its place
   * @param partial more is to come: what is not there yet is not gone
   */
  show(listing: Listing, texts: Texts, current: string | undefined, partial = false): void {
    const focused = document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset.item;
    const wasElsewhere = this.isLast && document.activeElement === document.body && !document.hasFocus();
    const before = this.items;
    this.listing = listing;
    this.texts = texts;
    const next = this.items.all[takesPlaceOf(this.items, before, current)]?.key;
    this.currentKey = next;
    setAttributes(this.element, { 'aria-busy': partial ? 'true' : undefined });
    this.list.show(this.items.all);
    if (next !== current && !partial) this.actions.current(next);
    // What had the keyboard was moved, or is gone: it goes to what took its place.
    const isLost = focused !== undefined && (focused !== next || !this.element.contains(document.activeElement));
    if (isLost || (wasElsewhere && next !== current)) this.focus(next);
  }

  /** Index of the item so many stops further on (or back); at the ends it stays. */
  stop(steps: number): number {
    const at = this.indexOf(this.currentKey);
    return stepFrom(this.items, at, at === -1 ? 1 : steps);
  }

  /** Gives an item the keyboard; without a key the one that had it last. */
  focus(key = this.currentKey): void {
    const index = this.indexOf(key);
    if (index === -1) return;
    this.setCurrent(key);
    this.list.reveal(index);
    this.isLast = true;
    // In another window, or in a picker, somebody is typing: the list must not take the keyboard away from there.
    if (document.hasFocus()) this.target()?.focus({ preventScroll: true });
  }

  /** The element of the current item that takes the keyboard. */
  private target(): HTMLElement | undefined {
    const element = this.currentKey === undefined ? undefined : this.list.elementOf(this.currentKey);
    return element && (this.headings.get(element)?.focusable ?? element);
  }

  /** Gives the memo that is being written in a row the keyboard. */
  focusMemo(key: string): void {
    const element = this.list.elementOf(key);
    if (element !== undefined) this.rows.get(element)?.focusMemo();
  }

  /** The element of an item that is in the document. */
  elementOf(key: string): HTMLElement | undefined {
    return this.list.elementOf(key);
  }

  private get items(): Items {
    return this.listing?.items ?? NOTHING;
  }

  indexOf(key: string | undefined): number {
    return key === undefined ? -1 : this.items.all.findIndex(item => item.key === key);
  }

  private setCurrent(key: string | undefined): void {
    if (key === this.currentKey) return;
    const before = this.currentKey;
    this.currentKey = key;
    for (const one of [before, key]) this.markCurrent(one);
    this.actions.current(key);
  }

  private markCurrent(key: string | undefined): void {
    const element = key === undefined ? undefined : this.list.elementOf(key);
    if (element === undefined) return;
    const isCurrent = key === this.currentKey;
    setAttributes(this.headings.get(element)?.focusable ?? element, { tabindex: isCurrent ? 0 : -1 });
    element.classList.toggle('current', isCurrent);
  }

  private alwaysDrawn({ first }: ItemRange): number[] {
    const heading = this.items.headings[first];
    const kept = [this.indexOf(this.currentKey), ...(heading === undefined ? [] : [heading])];
    return kept.filter(index => index !== -1);
  }

  private draw(item: Item, _index: number, before: HTMLElement | undefined): HTMLElement {
    const element = item.kind === 'heading' ? this.drawHeading(item, before) : this.drawRow(item, before);
    const isCurrent = item.key === this.currentKey;
    setAttributes(this.headings.get(element)?.focusable ?? element, { tabindex: isCurrent ? 0 : -1 });
    element.classList.toggle('current', isCurrent);
    return element;
  }

  private drawHeading(item: HeadingItem, before: HTMLElement | undefined): HTMLElement {
    let heading = before && this.headings.get(before);
    if (heading === undefined) {
      heading = new Heading(one => this.actions.toggleGroup(one));
      this.headings.set(heading.element, heading);
    }
    heading.show(item, this.texts as Texts);
    return heading.element;
  }

  private drawRow(item: ExcerptItem, before: HTMLElement | undefined): HTMLElement {
    let row = before && this.rows.get(before);
    if (row === undefined) {
      row = new Row(this.texts as Texts, this.actions);
      this.rows.set(row.element, row);
    }
    const listing = this.listing as Listing;
    row.show(listing.row(item));
    setAttributes(row.element, { 'aria-posinset': item.position, 'aria-setsize': listing.items.rows });
    return row.element;
  }
}
