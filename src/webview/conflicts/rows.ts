import { html, setAttributes } from '../common/dom.js';
import { RovingList } from '../common/rovingList.js';
import { Heading } from './heading.js';
import { type Item, type Items, NO_ITEMS, type QuestionItem, stepFrom, takesPlaceOf } from './items.js';
import type { Choices, Texts } from './protocol.js';
import { Row, type RowActions, type RowModel } from './row.js';

/** What a person does in the list. */
export interface ListActions extends RowActions {
  /** Another question has the keyboard. */
  current(key: string | undefined): void;
}

/** What is shown: the items, what is decided of them, and what the row of a question looks like. */
export interface Listing {
  readonly items: Items;
  readonly choices: Choices;
  row(item: QuestionItem): RowModel;
}

/** The questions under the headings of their transcripts and files. One can be reached with Tab, the arrow keys go from there. */
export class QuestionRows {
  readonly element = html('div', { class: 'questions', role: 'feed' });
  private readonly list: RovingList<Item>;
  private readonly rows = new WeakMap<HTMLElement, Row>();
  private readonly headings = new WeakMap<HTMLElement, Heading>();
  private listing: Listing | undefined;
  private texts: Texts | undefined;

  constructor(private readonly actions: ListActions) {
    this.list = new RovingList<Item>(this.element, {
      draw: (item, before) => this.draw(item, before, this.listing as Listing, this.texts as Texts),
      focusable: element => element,
      heading: index => this.items.headings[index],
      successor: (key, before, now) => takesPlaceOf(now, before, key),
      current: key => this.actions.current(key),
    });
  }

  /** The question that has, or last had, the keyboard. */
  get current(): QuestionItem | undefined {
    const item = this.list.current;
    return item?.kind === 'question' ? item : undefined;
  }

  /** Shows a listing, as `RovingList.show`. */
  show(listing: Listing, texts: Texts, current: string | undefined): void {
    this.listing = listing;
    this.texts = texts;
    this.list.show(listing.items.all, current);
  }

  /** Goes so many questions further, or back. */
  move(steps: number): void {
    const at = this.list.currentIndex;
    this.focus(this.items.all[stepFrom(this.items, at, at === -1 ? 1 : steps)]?.key);
  }

  /** Gives a question the keyboard; without a key the one that had it last. */
  focus(key?: string): void {
    this.list.focus(key);
  }

  private get items(): Items {
    return this.listing?.items ?? NO_ITEMS;
  }

  private draw(item: Item, before: HTMLElement | undefined, listing: Listing, texts: Texts): HTMLElement {
    if (item.kind === 'question') return this.drawRow(item, before, listing, texts);
    const heading = (before && this.headings.get(before)) ?? new Heading();
    this.headings.set(heading.element, heading);
    heading.show(item, listing.choices, texts);
    return heading.element;
  }

  private drawRow(item: QuestionItem, before: HTMLElement | undefined, listing: Listing, texts: Texts): HTMLElement {
    const row = (before && this.rows.get(before)) ?? new Row(texts, this.actions);
    this.rows.set(row.element, row);
    row.show(listing.row(item));
    setAttributes(row.element, {
      'aria-posinset': item.position,
      'aria-setsize': listing.items.questions,
      'data-key': item.key,
    });
    return row.element;
  }
}
