import type { ShownRow, ShownTable, TableSort } from './table.js';

/**
 * What a column is sorted by when its heading is pressed: figures from the largest on, words from A on; then the other way round;
 * then as the table comes.
 */
export function nextSort(sort: TableSort | undefined, column: string, isNumber: boolean): TableSort | undefined {
  if (sort?.column !== column) return { column, isDown: isNumber };
  return sort.isDown === isNumber ? { column, isDown: !isNumber } : undefined;
}

/** The rows in an order; equal ones stay as they were, sums stay at the end, and what has no figure comes behind what has one. */
export function sortedRows({ columns, rows }: ShownTable, sort: TableSort | undefined): readonly ShownRow[] {
  const at = columns.findIndex(({ key }) => key === sort?.column);
  if (sort === undefined || at === -1) return rows;
  const isNumber = columns[at]?.isNumber ?? false;
  const compare = (a: ShownRow, b: ShownRow): number => {
    const [x, y] = [a.cells[at], b.cells[at]];
    if (!isNumber) return direction * (x?.text ?? '').localeCompare(y?.text ?? '', undefined, { numeric: true });
    if (x?.value === undefined || y?.value === undefined)
      return Number(x?.value === undefined) - Number(y?.value === undefined);
    return direction * (x.value - y.value);
  };
  const direction = sort.isDown ? -1 : 1;
  return rows.toSorted((a, b) => Number(a.isSum ?? false) - Number(b.isSum ?? false) || compare(a, b));
}
