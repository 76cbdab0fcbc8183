import { Places } from './places.js';
import { protect } from './protect.js';

/** What is counted in each place of a table: people, excerpts or words. */
export interface Measure {
  /** By row, then column. */
  readonly cells: readonly (readonly number[])[];
  /** The whole of each row, everybody once; missing where the table has none. */
  readonly rowTotals?: readonly number[];
  readonly columnTotals?: readonly number[];
  readonly total?: number;
}

/** A table that counts people by an attribute. */
export interface CountTable extends Measure {
  /** Index of the row that a row is part of, as codes are of themes; undefined for those that are part of none. */
  readonly parents?: readonly (number | undefined)[];
  /** Of how many people there could be something in each column and row, and in all. */
  readonly columnPeople?: readonly number[];
  readonly rowPeople?: readonly number[];
  readonly people?: number;
  /** What else is counted in the same places. */
  readonly further?: readonly Measure[];
  /** What is by attribute, so that small numbers are held back: cells always; totals of columns where these are values of one, say. */
  readonly byAttribute: { readonly rows: boolean; readonly columns: boolean; readonly total?: boolean };
}

/** The same table with null for what is held back, which goes for all measures of that place. */
export interface SuppressedTable {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
  readonly columnPeople: readonly (number | null)[];
  readonly rowPeople: readonly (number | null)[];
  readonly people: number | null;
  /** How many figures are held back. */
  readonly held: number;
}

/**
 * Holds back the cells of a table with 1 … `smallestCell` − 1 people, and as many others as are needed so that none of the small ones can be computed:
 * not from totals of rows, columns or all, not from themes and their codes, not from how many people there are, and not from excerpts or
 * words of the same places. 0 is shown. With `smallestCell` 0 or 1 nothing is held back.
 */
export function suppress(table: CountTable, smallestCell: number): SuppressedTable {
  const places = new Places(table);
  const { byAttribute } = table;
  const isByAttribute = (at: number): boolean => {
    const kind = places.kindOf(at);
    if (kind === 'cell') return true;
    if (kind === 'row') return byAttribute.rows || byAttribute.total === true;
    return kind === 'column' ? byAttribute.columns || byAttribute.total === true : byAttribute.total === true;
  };
  const people = places.figuresOf(table, true);
  const isSmall = (value: number): boolean => value > 0 && value < smallestCell;
  const small = new Set([...people.values.keys()].filter(at => isByAttribute(at) && isSmall(people.values[at] ?? 0)));
  const further = (table.further ?? []).map(measure => places.figuresOf(measure, false));
  const cost = people.values.map(
    (value, at) => value + (places.kindOf(at) === 'cell' ? 0 : 1e6) + (value === 0 ? 1e4 : 0),
  );
  const held = small.size === 0 ? small : protect({ measures: [people, ...further], small, cost });
  const shown = (value: number | undefined, at: number): number | null =>
    value === undefined || held.has(at) ? null : value;
  return {
    cells: table.cells.map((row, r) => row.map((value, c) => shown(value, places.cell(r, c)))),
    rowTotals: (table.rowTotals ?? []).map((value, r) => shown(value, places.row(r))),
    columnTotals: (table.columnTotals ?? []).map((value, c) => shown(value, places.column(c))),
    total: shown(table.total, places.total),
    columnPeople: (table.columnPeople ?? []).map((value, c) => shown(value, places.columnPeople(c))),
    rowPeople: (table.rowPeople ?? []).map((value, r) => shown(value, places.rowPeople(r))),
    people: shown(table.people, places.people),
    held: held.size,
  };
}
