import { type Figures, type Relation, wholeOf } from './relations.js';
import type { CountTable, Measure } from './suppress.js';

/** The indices of the places of a table, all in one row: cells, totals, then of how many people. */
export class Places {
  private readonly rows: number;
  private readonly columns: number;

  constructor(private readonly table: CountTable) {
    this.rows = table.cells.length;
    this.columns = table.cells[0]?.length ?? table.columnTotals?.length ?? 0;
  }

  cell(row: number, column: number): number {
    return row * this.columns + column;
  }

  row(row: number): number {
    return this.rows * this.columns + row;
  }

  column(column: number): number {
    return this.row(this.rows) + column;
  }

  get total(): number {
    return this.column(this.columns);
  }

  columnPeople(column: number): number {
    return this.total + 1 + column;
  }

  rowPeople(row: number): number {
    return this.columnPeople(this.columns) + row;
  }

  get people(): number {
    return this.rowPeople(this.rows);
  }

  kindOf(at: number): 'cell' | 'row' | 'column' | 'all' {
    if (at < this.row(0)) return 'cell';
    if (at < this.column(0) || (at >= this.rowPeople(0) && at < this.people)) return 'row';
    return at === this.total || at === this.people ? 'all' : 'column';
  }

  /** What a measure counts in all places, and how it hangs together. @param isOfPeople whether that is known of how many */
  figuresOf({ cells, rowTotals, columnTotals, total }: Measure, isOfPeople: boolean): Figures {
    const { parents = [], columnPeople, rowPeople, people } = isOfPeople ? this.table : { parents: this.table.parents };
    const values: number[] = new Array<number>(this.people + 1).fill(0);
    const [rows, columns] = [countTo(this.rows), countTo(this.columns)];
    const put = (at: number, value: number | undefined): void => {
      values[at] = value ?? 0;
    };
    for (const r of rows) for (const c of columns) put(this.cell(r, c), cells[r]?.[c]);
    for (const r of rows) put(this.row(r), rowTotals?.[r]);
    for (const c of columns) put(this.column(c), columnTotals?.[c]);
    put(this.total, total);
    for (const c of columns) put(this.columnPeople(c), columnPeople?.[c]);
    for (const r of rows) put(this.rowPeople(r), rowPeople?.[r]);
    put(this.people, people);

    const relations: Relation[] = [];
    const whole = (at: number, parts: readonly number[]): void => {
      relations.push(...wholeOf(values, at, parts));
    };
    const within = (at: number, parts: readonly number[]): void => {
      relations.push({ is: 'within', whole: at, parts });
    };
    const ofRow = (r: number): number[] => columns.map(c => this.cell(r, c));
    const ofColumn = (c: number, some: readonly number[]): number[] => some.map(r => this.cell(r, c));
    const tops = rows.filter(r => parents[r] === undefined);
    const [allRows, allColumns] = [tops.map(r => this.row(r)), columns.map(c => this.column(c))];
    if (rowTotals !== undefined) for (const r of rows) whole(this.row(r), ofRow(r));
    if (columnTotals !== undefined) for (const c of columns) whole(this.column(c), ofColumn(c, tops));
    if (total !== undefined && columnTotals !== undefined) whole(this.total, allColumns);
    if (total !== undefined && rowTotals !== undefined) whole(this.total, allRows);
    for (const r of new Set(parents.filter(one => one !== undefined))) {
      const own = rows.filter(other => parents[other] === r);
      for (const c of columns) whole(this.cell(r, c), ofColumn(c, own));
      const totals = own.map(o => this.row(o));
      if (rowTotals !== undefined) whole(this.row(r), totals);
    }
    if (columnPeople !== undefined)
      for (const c of columns) within(this.columnPeople(c), [...ofColumn(c, rows), this.column(c)]);
    if (rowPeople !== undefined) for (const r of rows) within(this.rowPeople(r), [...ofRow(r), this.row(r)]);
    const everybody = columns.map(c => this.columnPeople(c));
    if (people !== undefined && columnPeople !== undefined) whole(this.people, everybody);
    if (people !== undefined) within(this.people, [...rows.map(r => this.row(r)), this.total]);
    return { values, relations };
  }
}

const countTo = (count: number): number[] => [...Array(count).keys()];
