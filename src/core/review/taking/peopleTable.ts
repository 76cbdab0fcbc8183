import { dsvFormat } from 'd3-dsv';
import { columnName, delimiterOf } from '../../study/participants.js';
import { type LineEdit, linesOf } from '../../text/lineEdit.js';
import { normaliseText } from '../../text/normalise.js';
import type { ParticipantRow } from '../change.js';

/** A row of the table and the lines it takes: a cell in quotation marks may hold line ends. */
interface Row {
  readonly cells: readonly string[];
  readonly line: number;
  readonly lines: number;
}

/** `participants.csv` as rows that can be changed one by one; all others keep their lines. */
export class PeopleTable {
  private readonly delimiter: string;
  private readonly lines: readonly string[];
  private readonly header: Row | undefined;
  private readonly rows: readonly Row[];

  /** @param raw the file as text; undefined where there is none */
  constructor(raw: string | undefined) {
    const text = normaliseText(raw ?? '');
    this.delimiter = delimiterOf(text);
    this.lines = linesOf(text);
    let line = 0;
    const rows = dsvFormat(this.delimiter)
      .parseRows(this.lines.join('\n'))
      .map((cells): Row => {
        const lines = cells.reduce((count, cell) => count + cell.split('\n').length - 1, 1);
        line += lines;
        return { cells, line: line - lines, lines };
      });
    [this.header, ...this.rows] = rows;
  }

  /** The names of the columns as they are written. */
  get columns(): readonly string[] {
    return this.header?.cells.map(cell => cell.trim()) ?? [];
  }

  /** Ids in the order of the table, as they are written. */
  get ids(): readonly string[] {
    const column = this.columnOf('participant');
    return this.rows.map(({ cells }) => cells[column]?.trim() ?? '').filter(id => id !== '');
  }

  /** Values of a person by column, without those that have none; undefined where the person is not there. */
  values(id: string): ParticipantRow | undefined {
    const row = this.rowOf(id);
    if (row === undefined) return undefined;
    const values = this.columns.flatMap((name, column) => {
      const value = row.cells[column]?.trim() ?? '';
      const key = columnName(name);
      return value === '' || name === '' || column === this.columnOf('participant') ? [] : [[key, value] as const];
    });
    return Object.fromEntries(values);
  }

  /** The edits that give a person values in some columns (undefined: none); columns that are missing are made. */
  set(id: string, values: Readonly<Record<string, string | undefined>>): LineEdit[] {
    const row = this.rowOf(id);
    if (row === undefined) return [];
    const { columns, edits } = this.withColumns(values);
    return [
      ...edits,
      { line: row.line, remove: this.linesOf(row), insert: this.format(filled(row.cells, columns, values)) },
    ];
  }

  /**
   * The edits that add a person.
   * @param like names of columns for a file that is not there yet
   * @param ahead ids that it stands behind, the nearest last
   */
  add(id: string, values: ParticipantRow, like: readonly string[], ahead: readonly string[]): LineEdit[] {
    const all = { participant: id, ...values };
    if (this.columns.length === 0) {
      const columns = like.length === 0 ? Object.keys(all) : like;
      return [{ line: 0, remove: [], insert: [...this.format(columns), ...this.format(filled([], columns, all))] }];
    }
    const { columns, edits } = this.withColumns(all);
    const before = ahead.findLast(other => this.rowOf(other) !== undefined);
    const row = before === undefined ? undefined : this.rowOf(before);
    const line = row === undefined ? this.lines.length : row.line + row.lines;
    return [...edits, { line, remove: [], insert: this.format(filled([], columns, all)) }];
  }

  /** The edits that take a person out. */
  remove(id: string): LineEdit[] {
    const row = this.rowOf(id);
    return row === undefined ? [] : [{ line: row.line, remove: this.linesOf(row), insert: [] }];
  }

  private rowOf(id: string): Row | undefined {
    const column = this.columnOf('participant');
    return this.rows.find(({ cells }) => cells[column]?.trim().toLowerCase() === id.toLowerCase());
  }

  private columnOf(key: string): number {
    return indexOf(this.columns, key);
  }

  private linesOf({ line, lines }: Row): string[] {
    return this.lines.slice(line, line + lines);
  }

  private withColumns(values: Readonly<Record<string, string | undefined>>): { columns: string[]; edits: LineEdit[] } {
    const missing = Object.keys(values).filter(key => values[key] !== undefined && this.columnOf(key) === -1);
    const columns = [...this.columns, ...missing];
    if (missing.length === 0 || this.header === undefined) return { columns, edits: [] };
    const insert = this.format([...this.header.cells, ...missing]);
    return { columns, edits: [{ line: this.header.line, remove: this.linesOf(this.header), insert }] };
  }

  private format(cells: readonly string[]): string[] {
    return dsvFormat(this.delimiter)
      .formatRow([...cells])
      .split('\n');
  }
}

/** Columns with a meaning of their own go by their names in any letter case. */
function indexOf(columns: readonly string[], key: string): number {
  return columns.findIndex(name => columnName(name) === key);
}

function filled(
  cells: readonly string[],
  columns: readonly string[],
  values: Readonly<Record<string, string | undefined>>,
): string[] {
  const keys = Object.keys(values);
  const row = columns.map((_, i) => cells[i] ?? '');
  for (const key of keys) {
    const at = indexOf(columns, key);
    if (at !== -1) row[at] = values[key] ?? '';
  }
  // A row that was shorter than the header stays so.
  while (row.length > Math.max(cells.length, 1) && cells.length > 0 && row.at(-1) === '') row.pop();
  return row;
}
