import { html } from '../dom.js';
import { makeSortable, type SortableTable } from './sortable.js';
import type { ShownTable, TableSort } from './table.js';

/** By what each table of a page is sorted; missing: the order it comes in. */
export type TableSorts<Key extends string> = Readonly<Partial<Record<Key, TableSort>>>;

/** What a person does in one of the tables. */
export interface TablesEvents<Key extends string> {
  sorted(sorts: TableSorts<Key>): void;
  open(table: Key, row: string): void;
}

/** Several tables below each other. */
export class SortableTables<Key extends string> {
  readonly element = html('div', { class: 'parts' });
  private readonly tables = new Map<Key, SortableTable>();
  private sorts: TableSorts<Key> | undefined;

  constructor(private readonly events: TablesEvents<Key>) {}

  /** @param keys how one goes through them by keyboard, in words */
  show(shown: readonly (ShownTable & { readonly key: Key })[], sorts: TableSorts<Key> | undefined, keys: string): void {
    this.sorts = sorts;
    const elements = shown.map(table => {
      const sortable = this.tables.get(table.key) ?? this.newTable(table.key);
      this.tables.set(table.key, sortable);
      sortable.show(table, sorts?.[table.key], keys);
      return sortable.element;
    });
    const { children } = this.element;
    // Elements that stay where they are keep the keyboard.
    const isSame = elements.length === children.length && elements.every((one, i) => children[i] === one);
    if (!isSame) this.element.replaceChildren(...elements);
  }

  private newTable(key: Key): SortableTable {
    return makeSortable({
      sorted: sort => {
        const others = Object.entries(this.sorts ?? {}).filter(([other]) => other !== key);
        const own = sort === undefined ? [] : [[key, sort] as const];
        this.events.sorted(Object.fromEntries([...others, ...own]) as TableSorts<Key>);
      },
      open: row => this.events.open(key, row),
    });
  }
}
