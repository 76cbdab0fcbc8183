/** A column of a table. */
export interface ShownColumn {
  readonly key: string;
  readonly label: string;
  readonly isNumber: boolean;
}

/** A cell: what stands there, and what it is sorted by where that is a number. */
export interface ShownCell {
  readonly text: string;
  readonly value?: number;
  /** What stands behind it, less loud. */
  readonly aside?: string;
}

/** A row. */
export interface ShownRow {
  readonly key: string;
  /** The first one names the row. */
  readonly cells: readonly ShownCell[];
  /** What its name leads to, in words for who hears them; missing where it leads nowhere. */
  readonly opens?: string;
  /** The sum of the others: stays at the end whatever is sorted by. */
  readonly isSum?: boolean;
}

/** A table as the page shows it: figures and words are finished. */
export interface ShownTable {
  readonly key: string;
  readonly heading: string;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly ShownRow[];
}

/** By which column a table is sorted. */
export interface TableSort {
  readonly column: string;
  readonly isDown: boolean;
}
