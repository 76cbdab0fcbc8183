import assert from 'node:assert/strict';
import { csvOfTable, type FigureTable, sortedRows } from '../../../../src/core/report/figures/figureTable.js';

const TABLE: FigureTable = {
  label: 'Codes',
  columns: [
    { key: 'label', label: 'Code', isNumber: false },
    { key: 'peer', label: 'peer\nof 9', isNumber: true },
  ],
  rows: [
    { key: 'a', cells: [{ text: 'NP11' }, { text: '3', value: 3 }] },
    { key: 'b', cells: [{ text: 'NP2' }, { text: '10 of 18', value: 10 }] },
    { key: 'c', cells: [{ text: '=HYPERLINK("x")' }, { text: '3', value: 3 }] },
  ],
};
const keys = (sort?: { column: string; isDown: boolean }): string =>
  sortedRows(TABLE, sort)
    .map(({ key }) => key)
    .join('');

describe('the table of a picture', () => {
  it('is sorted by figures or by names, NP2 before NP11; what is equal stays in its order', () => {
    assert.equal(keys({ column: 'peer', isDown: true }), 'bac');
    assert.equal(keys({ column: 'peer', isDown: false }), 'acb');
    assert.equal(keys({ column: 'label', isDown: false }), 'cba');
  });

  it('stays as it is without an order, or with one by a column that is gone', () => {
    assert.equal(keys(), 'abc');
    assert.equal(keys({ column: 'gone', isDown: true }), 'abc');
  });

  it('is CSV with plain numbers, in which nothing is a formula', () => {
    assert.equal(
      csvOfTable(TABLE, { column: 'peer', isDown: true }),
      'Code,peer of 9\r\nNP2,10\r\nNP11,3\r\n"\'=HYPERLINK(""x"")",3\r\n',
    );
  });
});
