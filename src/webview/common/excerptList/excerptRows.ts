import { html, setAttributes } from '../dom.js';
import { RovingList } from '../rovingList.js';
import { Heading } from './heading.js';
import { type ExcerptItem, type HeadingItem, type Item, type Items, stepFrom, takesPlaceOf } from './items.js';
import type { ExcerptTexts } from './texts.js';

const NOTHING: Items = { all: [], rows: 0, headings: [] };

/** An excerpt as a page draws it. The element stays as long as the excerpt is in the document. */
export interface DrawnRow<Model> {
  readonly element: HTMLElement;
  show(model: Model): void;
}

/** What stands in a list, and what each excerpt of it looks like. */
export interface RowsOf<Model> {
  readonly items: Items;
  row(item: ExcerptItem): Model;
}

/** What a person does in a list. */
export interface RowsActions {
  toggleGroup(item: HeadingItem): void;
  /** Another item has the keyboard. */
  current(key: string | undefined): void;
}

/** Excerpts under the headings of their groups. One item can be reached with Tab, the arrow keys go from there. */
export class ExcerptRows<
  Model,
  Row extends DrawnRow<Model> = DrawnRow<Model>,
  Texts extends ExcerptTexts = ExcerptTexts,
> {
  readonly element = html('div', { class: 'excerpts', role: 'feed' });
  private readonly list: RovingList<Item>;
  private readonly rows = new WeakMap<HTMLElement, Row>();
  private readonly headings = new WeakMap<HTMLElement, Heading>();
  private listing: RowsOf<Model> | undefined;
  private before: Items = NOTHING;
  private texts: Texts | undefined;

  constructor(
    private readonly actions: RowsActions,
    private readonly newRow: (texts: Texts) => Row,
  ) {
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
  show(listing: RowsOf<Model>, texts: Texts, current: string | undefined, partial = false): void {
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

  /** The row of an excerpt that is in the document. */
  rowOf(key: string): Row | undefined {
    const element = this.list.elementOf(key);
    return element && this.rows.get(element);
  }

  /** The element of an item that is in the document. */
  elementOf(key: string): HTMLElement | undefined {
    return this.list.elementOf(key);
  }

  indexOf(key: string | undefined): number {
    return this.list.indexOf(key);
  }

  /** The item that an event happened in. */
  itemOf({ target }: Event): Item | undefined {
    const key = target instanceof Element ? target.closest<HTMLElement>('[data-item]')?.dataset.item : undefined;
    return this.items.all[this.indexOf(key)];
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
      row = this.newRow(this.texts as Texts);
      this.rows.set(row.element, row);
    }
    const listing = this.listing as RowsOf<Model>;
    row.show(listing.row(item));
    setAttributes(row.element, { 'aria-posinset': item.position, 'aria-setsize': listing.items.rows });
    return row.element;
  }
}
