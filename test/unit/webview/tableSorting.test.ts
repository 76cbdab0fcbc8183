import assert from 'node:assert/strict';
import { nextSort, sortedRows } from '../../../src/webview/common/sortableTable/sorting.js';
import type { ShownCell, ShownTable, TableSort } from '../../../src/webview/common/sortableTable/table.js';

const row = (key: string, value: number | undefined, isSum = false) => {
  const figure: ShownCell = value === undefined ? { text: '' } : { text: String(value), value };
  return { key, cells: [{ text: key }, figure], isSum };
};
const table: ShownTable = {
  key: 'people',
  heading: 'People',
  columns: [
    { key: 'name', label: 'Name', isNumber: false },
    { key: 'words', label: 'Words', isNumber: true },
  ],
  rows: [row('NP11', 5), row('NP2', 12), row('PP1', undefined), row('NP3', 5), row('All', 99, true)],
};
const order = (sort: TableSort | undefined): string[] => sortedRows(table, sort).map(({ key }) => key);

describe('tables of the sample', () => {
  it('are in the order they come in until somebody sorts, and again at the third press', () => {
    assert.deepEqual(order(undefined), ['NP11', 'NP2', 'PP1', 'NP3', 'All']);
    const first = nextSort(undefined, 'words', true);
    assert.deepEqual(first, { column: 'words', isDown: true });
    const second = nextSort(first, 'words', true);
    assert.deepEqual(second, { column: 'words', isDown: false });
    assert.equal(nextSort(second, 'words', true), undefined);
    assert.deepEqual(nextSort(second, 'name', false), { column: 'name', isDown: false });
  });

  it('put what has no figure behind the others, and the sum at the end', () => {
    assert.deepEqual(order({ column: 'words', isDown: true }), ['NP2', 'NP11', 'NP3', 'PP1', 'All']);
    assert.deepEqual(order({ column: 'words', isDown: false }), ['NP11', 'NP3', 'NP2', 'PP1', 'All']);
  });

  it('sort names as people count', () => {
    assert.deepEqual(order({ column: 'name', isDown: false }), ['NP2', 'NP3', 'NP11', 'PP1', 'All']);
    assert.deepEqual(order({ column: 'name', isDown: true }), ['PP1', 'NP11', 'NP3', 'NP2', 'All']);
  });

  it('ignore a column that is gone', () => {
    assert.deepEqual(order({ column: 'site', isDown: false }), order(undefined));
  });
});
