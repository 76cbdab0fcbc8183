import type { ReviewEntry } from '../../core/analysis/reviewList.js';
import { html, setAttributes } from '../common/dom.js';
import { RovingList } from '../common/rovingList.js';
import { Heading } from './heading.js';
import { type EntryItem, type Item, type Items, NO_ITEMS, stepFrom, takesPlaceOf } from './items.js';
import type { Texts } from './protocol.js';
import { Row, type RowActions, type RowModel } from './row.js';

/** What a person does in the list. */
export interface ListActions extends RowActions {
  confirm(entries: readonly ReviewEntry[]): void;
  /** Another entry has the keyboard. */
  current(key: string | undefined): void;
}

/** What is shown: the items, and what the row of an entry looks like. */
export interface Listing {
  readonly items: Items;
  row(item: EntryItem): RowModel;
}

/** The entries under the headings of their transcripts. One can be reached with Tab, the arrow keys go from there. */
export class ReviewRows {
  readonly element = html('div', { class: 'reviews', role: 'feed' });
  private readonly list: RovingList<Item>;
  private readonly rows = new WeakMap<HTMLElement, Row>();
  private readonly headings = new WeakMap<HTMLElement, Heading>();
  private listing: Listing = {
    items: NO_ITEMS,
    row: item => ({ entry: item.entry, me: '', compared: 1, busy: false }),
  };
  private texts: Texts | undefined;

  constructor(private readonly actions: ListActions) {
    this.list = new RovingList<Item>(this.element, {
      draw: (item, before) => (item.kind === 'heading' ? this.drawHeading(item, before) : this.drawRow(item, before)),
      focusable: element => element,
      heading: index => this.listing.items.headings[index],
      successor: (key, before, now) => takesPlaceOf(now, before, key),
      current: key => this.actions.current(key),
    });
  }

  /** The entry that has, or last had, the keyboard. */
  get current(): EntryItem | undefined {
    const item = this.list.current;
    return item?.kind === 'entry' ? item : undefined;
  }

  /** Shows a listing, as `RovingList.show`. */
  show(listing: Listing, texts: Texts, current: string | undefined, partial = false): void {
    this.listing = listing;
    this.texts = texts;
    this.list.show(listing.items.all, current, partial);
  }

  /** Goes so many entries further, or back. */
  move(steps: number): void {
    const at = this.list.currentIndex;
    this.focus(this.listing.items.all[stepFrom(this.listing.items, at, at === -1 ? 1 : steps)]?.key);
  }

  /** Gives an entry the keyboard; without a key the one that had it last. */
  focus(key?: string): void {
    this.list.focus(key);
  }

  private drawHeading(item: Item & { kind: 'heading' }, before: HTMLElement | undefined): HTMLElement {
    let heading = before && this.headings.get(before);
    if (heading === undefined) {
      heading = new Heading(entries => this.actions.confirm(entries));
      this.headings.set(heading.element, heading);
    }
    heading.show(item, this.texts as Texts);
    return heading.element;
  }

  private drawRow(item: EntryItem, before: HTMLElement | undefined): HTMLElement {
    let row = before && this.rows.get(before);
    if (row === undefined) {
      row = new Row(this.texts as Texts, this.actions);
      this.rows.set(row.element, row);
    }
    row.show(this.listing.row(item));
    setAttributes(row.element, {
      'aria-posinset': item.position,
      'aria-setsize': this.listing.items.entries,
      'data-key': item.key,
    });
    return row.element;
  }
}
