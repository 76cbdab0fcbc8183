import { html, setAttributes } from '../common/dom.js';
import { RovingList } from '../common/rovingList.js';
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
 * The excerpts under the headings of their groups. One item can be reached with Tab, the arrow keys go from there.
 */
export class ExcerptRows {
  readonly element = html('div', { class: 'excerpts', role: 'feed' });
  private readonly list: RovingList<Item>;
  private readonly rows = new WeakMap<HTMLElement, Row>();
  private readonly headings = new WeakMap<HTMLElement, Heading>();
  private listing: Listing | undefined;
  private before: Items = NOTHING;
  private texts: Texts | undefined;

  constructor(private readonly actions: ListActions) {
    this.list = new RovingList<Item>(this.element, {
      draw: (item, before) => (item.kind === 'heading' ? this.drawHeading(item, before) : this.drawRow(item, before)),
      focusable: element => this.headings.get(element)?.focusable ?? element,
      heading: index => this.items.headings[index],
      successor: key => takesPlaceOf(this.items, this.before, key),
      current: key => this.actions.current(key),
    });
  }

  /** The item that has, or last had, the keyboard. */
  get current(): Item | undefined {
    return this.list.current;
  }

  /** The heading that an item stands under, or is. */
  headingOf(key: string | undefined): HeadingItem | undefined {
    const heading = this.items.all[this.items.headings[this.indexOf(key)] ?? -1];
    return heading?.kind === 'heading' ? heading : undefined;
  }

  /** Shows a listing, as `RovingList.show`. */
  show(listing: Listing, texts: Texts, current: string | undefined, partial = false): void {
    this.before = this.items;
    this.listing = listing;
    this.texts = texts;
    this.list.show(listing.items.all, current, partial);
  }

  /** Index of the item so many stops further on (or back); at the ends it stays. */
  stop(steps: number): number {
    const at = this.list.currentIndex;
    return stepFrom(this.items, at, at === -1 ? 1 : steps);
  }

  /** Gives an item the keyboard; without a key the one that had it last. */
  focus(key?: string): void {
    this.list.focus(key);
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

  indexOf(key: string | undefined): number {
    return this.list.indexOf(key);
  }

  private get items(): Items {
    return this.listing?.items ?? NOTHING;
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
