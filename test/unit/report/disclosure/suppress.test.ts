import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CountTable, type SuppressedTable, suppress } from '../../../../src/core/report/disclosure/suppress.js';
import {
  computable,
  everyPerson,
  everyTable,
  flat,
  type Person,
  published,
  type Shape,
  tableOf,
} from './support/populations.js';

const SHAPES: readonly (Shape & { size: number })[] = [
  { columns: 2, codes: 2, oneColumn: true, size: 6 },
  { columns: 3, codes: 2, oneColumn: true, size: 5 },
  { columns: 2, codes: 3, oneColumn: true, size: 5 },
  { columns: 2, codes: 2, oneColumn: false, size: 4 },
];

/** Holds back small cells and nothing else. */
function primaryOnly(table: CountTable, smallestCell: number): SuppressedTable {
  const shown = (value: number): number | null => (value > 0 && value < smallestCell ? null : value);
  return {
    cells: table.cells.map(row => row.map(shown)),
    rowTotals: table.rowTotals ?? [],
    columnTotals: (table.columnTotals ?? []).map(shown),
    total: table.total ?? 0,
    columnPeople: (table.columnPeople ?? []).map(shown),
    rowPeople: [],
    people: table.people ?? 0,
    held: 0,
  };
}

describe('small cells', () => {
  for (const { size, ...shape } of SHAPES) {
    const about = `${shape.columns} columns${shape.oneColumn ? '' : ' that people may be in several of'}, ${shape.codes} codes`;
    it(`are held back so that nobody can compute them, whoever the people are: ${about}`, function () {
      this.timeout(120_000);
      // How many people there are may be held back, too.
      const tables = [size - 1, size, size + 1].flatMap(each => everyTable(shape, each));
      const kinds = everyPerson(shape);
      const anyPeople = fc.array(fc.constantFrom(...kinds), { minLength: size, maxLength: size });
      let broken = 0;
      fc.assert(
        fc.property(anyPeople, fc.constantFrom(2, 3, 4), (people: Person[], smallestCell) => {
          const table = tableOf(people, shape);
          const shown = suppress(table, smallestCell);
          const seen = published(shown);
          const values = flat(table);
          for (const [at, value] of seen.entries()) if (value !== null) assert.equal(value, values[at]);
          for (const value of [...shown.cells.flat(), ...shown.columnTotals, ...shown.columnPeople])
            assert.ok(value === null || value === 0 || value >= smallestCell, `${value} is shown`);
          // What is held back besides may be computed, as long as that gives no small figure away.
          const isSmall = (at: number): boolean => {
            const value = values[at] ?? 0;
            return value > 0 && value < smallestCell;
          };
          assert.deepEqual(computable(seen, tables).filter(isSmall), [], JSON.stringify(seen));
          if (computable(published(primaryOnly(table, smallestCell)), tables).some(isSmall)) broken++;
        }),
        { numRuns: 250 },
      );
      assert.ok(broken > 25, `holding back small cells alone is caught ${broken} times`);
    });
  }
});
