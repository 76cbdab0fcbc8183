import { compareTexts } from '../../text/compare.js';
import { mergeOrder } from '../order.js';
import { quietVerdict, verdictOf } from '../threeWay.js';
import { type PeopleRow, said } from './peopleRows.js';
import type { PeopleVersion } from './peopleVersion.js';

/** All versions of a table. */
export interface Sides {
  readonly ours: PeopleVersion;
  readonly theirs: PeopleVersion;
  readonly bases: readonly PeopleVersion[];
}

/** What a row is to say: for each column the row of a side that says it there. */
export interface RowContent {
  readonly cells: ReadonlyMap<string, PeopleRow>;
  /** The row as the versions have it. */
  readonly ours: PeopleRow | undefined;
  readonly theirs: PeopleRow | undefined;
  readonly bases: readonly PeopleRow[];
}

/** The columns of a table that is made of two, and how its rows are written. */
export class TableLayout {
  private readonly delimiter: string;

  constructor(private readonly sides: Sides) {
    const { ours, theirs, bases } = sides;
    const old = bases.filter(({ table }) => table.header !== undefined).map(({ table }) => table.delimiter);
    const verdict = verdictOf(old, ours.table.delimiter, theirs.table.delimiter);
    this.delimiter = (verdict === 'theirs' ? theirs : ours).table.delimiter;
  }

  /** The header and the rows as they are written; a row that says what a side's does, in the same columns, as it is there. */
  write(contents: readonly RowContent[]): string[] {
    const used = new Set(contents.flatMap(({ cells }) => [...cells.keys()]));
    const columns = this.columns(used);
    return [this.header(columns), ...contents.map(content => this.row(content, columns))];
  }

  /** A column goes where one side took it away, and nothing is said in it. */
  private columns(used: ReadonlySet<string>): string[] {
    const { ours, theirs, bases } = this.sides;
    const has = (version: PeopleVersion, column: string): string => String(version.table.columns.includes(column));
    const stays = (column: string): boolean => {
      if (used.has(column)) return true;
      const old = bases.map(base => has(base, column));
      const verdict = verdictOf(old, has(ours, column), has(theirs, column));
      return verdict !== 'conflict' && has(verdict === 'theirs' ? theirs : ours, column) === 'true';
    };
    const of = ({ table }: PeopleVersion): string[] => table.columns.filter(stays);
    const base =
      bases[0] === undefined
        ? []
        : of(bases[0]).filter(column => has(ours, column) === 'true' || has(theirs, column) === 'true');
    return mergeOrder(base, of(ours), of(theirs), {
      compare: compareTexts,
      compareNames: compareTexts,
      isLoose: () => false,
    });
  }

  private header(columns: readonly string[]): string {
    const { ours, theirs, bases } = this.sides;
    const named = ({ table: { columns: own, header } }: PeopleVersion, column: string): PeopleRow | undefined =>
      own.includes(column) ? header : undefined;
    const cells = columns.map(column => {
      const [mine, other] = [named(ours, column), named(theirs, column)];
      if (mine === undefined || other === undefined)
        return mine === undefined
          ? theirs.cell(other as PeopleRow, column, this.delimiter)
          : ours.cell(mine, column, this.delimiter);
      const written = (version: PeopleVersion, row: PeopleRow): string => version.cell(row, column, this.delimiter);
      const old = bases.flatMap(base => {
        const row = named(base, column);
        return row === undefined ? [] : [written(base, row)];
      });
      const sides = [written(ours, mine), written(theirs, other)] as const;
      return sides[quietVerdict(old, ...sides) === 'ours' ? 0 : 1];
    });
    return cells.join(this.delimiter);
  }

  private row({ cells, ours, theirs, bases }: RowContent, columns: readonly string[]): string {
    const content = said({
      values: new Map([...cells].map(([column, row]) => [column, row.values.get(column) ?? ''])),
    });
    const asItIs = (version: PeopleVersion, row: PeopleRow | undefined): string | undefined =>
      row !== undefined && said(row) === content && this.isLaidOut(version, columns) ? row.raw : undefined;
    const [mine, other] = [asItIs(this.sides.ours, ours), asItIs(this.sides.theirs, theirs)];
    if (mine !== undefined && other !== undefined) {
      const isMine =
        quietVerdict(
          bases.map(({ raw }) => raw),
          mine,
          other,
        ) === 'ours';
      return isMine ? mine : other;
    }
    return mine ?? other ?? this.written(cells, ours, theirs, columns);
  }

  private isLaidOut({ table }: PeopleVersion, columns: readonly string[]): boolean {
    const isSame = table.columns.length === columns.length && columns.every((column, i) => table.columns[i] === column);
    return isSame && table.delimiter === this.delimiter;
  }

  private written(
    cells: ReadonlyMap<string, PeopleRow>,
    ours: PeopleRow | undefined,
    theirs: PeopleRow | undefined,
    columns: readonly string[],
  ): string {
    const row = columns.map(column => {
      const from = cells.get(column);
      if (from === undefined) return '';
      return (from === ours ? this.sides.ours : this.sides.theirs).cell(from, column, this.delimiter);
    });
    // A row that was shorter than the header stays so.
    const isShort = [
      [this.sides.ours, ours],
      [this.sides.theirs, theirs],
    ] satisfies [PeopleVersion, PeopleRow | undefined][];
    if (isShort.every(([{ table }, each]) => each === undefined || each.width < table.columns.length)) {
      while (row.length > 1 && row.at(-1) === '') row.pop();
    }
    return row.join(this.delimiter);
  }
}
