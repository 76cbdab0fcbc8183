import type { CountTable, Measure, SuppressedTable } from '../../../../../src/core/report/disclosure/suppress.js';

/** What a person is and said: for each column, undefined where they are not of it, else which codes. */
export type Person = readonly (readonly boolean[] | undefined)[];

/** Codes, the last of which stands alone while a theme stands above all others. */
export interface Shape {
  readonly columns: number;
  readonly codes: number;
  /** Whether each person is of one column, as roles are, or may be of several, as kinds of session are. */
  readonly oneColumn: boolean;
}

/** Every kind of person that there can be. */
export function everyPerson({ columns, codes, oneColumn }: Shape): Person[] {
  const said = [...Array(2 ** codes).keys()].map(bits => [...Array(codes).keys()].map(i => (bits & (1 << i)) !== 0));
  const grow = (left: number): Person[] =>
    left === 0 ? [[]] : grow(left - 1).flatMap(person => [undefined, ...said].map(one => [...person, one]));
  const ofColumns = (person: Person): number => person.filter(one => one !== undefined).length;
  return grow(columns).filter(person => (oneColumn ? ofColumns(person) === 1 : ofColumns(person) > 0));
}

/** The table of some people, with rows theme, its codes, the code that stands alone. */
export function tableOf(people: readonly Person[], { columns, codes }: Shape): CountTable {
  const inTheme = codes > 1 ? codes - 1 : codes;
  const rows = [[...Array(inTheme).keys()], ...[...Array(codes).keys()].map(code => [code])];
  const has = (person: Person, some: readonly number[], column: number): boolean =>
    some.some(code => person[column]?.[code] === true);
  const all = [...Array(columns).keys()];
  const count = (holds: (person: Person) => boolean): number => people.filter(holds).length;
  const any = [...Array(codes).keys()];
  return {
    cells: rows.map(some => all.map(column => count(person => has(person, some, column)))),
    rowTotals: rows.map(some => count(person => all.some(column => has(person, some, column)))),
    columnTotals: all.map(column => count(person => has(person, any, column))),
    total: count(person => all.some(column => has(person, any, column))),
    parents: [undefined, ...[...Array(codes).keys()].map(code => (code < inTheme ? 0 : undefined))],
    columnPeople: all.map(column => count(person => person[column] !== undefined)),
    people: people.length,
    byAttribute: { rows: false, columns: true },
  };
}

/** All figures of a table in one row. */
export function flat(table: Measure & Pick<CountTable, 'columnPeople' | 'people'>): number[] {
  return [
    ...table.cells.flat(),
    ...(table.rowTotals ?? []),
    ...(table.columnTotals ?? []),
    table.total ?? 0,
    ...(table.columnPeople ?? []),
    table.people ?? 0,
  ];
}

/** The same of what was published, null for what is held back. */
export function published(table: SuppressedTable): (number | null)[] {
  const { cells, rowTotals, columnTotals, total, columnPeople, people } = table;
  return [...cells.flat(), ...rowTotals, ...columnTotals, total, ...columnPeople, people];
}

/** Every group of so many people, whoever they are, as their table. */
export function everyTable(shape: Shape, size: number): number[][] {
  const kinds = everyPerson(shape);
  const tables = new Map<string, number[]>();
  const choose = (from: number, chosen: readonly Person[]): void => {
    if (chosen.length === size) {
      const figures = flat(tableOf(chosen, shape));
      tables.set(figures.join(' '), figures);
      return;
    }
    for (let i = from; i < kinds.length; i++) choose(i, [...chosen, kinds[i] as Person]);
  };
  choose(0, []);
  return [...tables.values()];
}

/** The indices of what is held back and can be computed all the same: every group of people that gives what was published has it. */
export function computable(seen: readonly (number | null)[], tables: readonly (readonly number[])[]): number[] {
  const held = seen.flatMap((value, at) => (value === null ? [at] : []));
  const values = new Map(held.map(at => [at, new Set<number>()]));
  for (const table of tables) {
    if (!seen.every((value, at) => value === null || value === table[at])) continue;
    for (const [at, possible] of values) possible.add(table[at] as number);
  }
  return held.filter(at => (values.get(at)?.size ?? 0) < 2);
}
