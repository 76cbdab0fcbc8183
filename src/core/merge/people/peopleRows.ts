import { dsvFormat } from 'd3-dsv';
import { columnName, delimiterOf } from '../../study/participants.js';
import { normaliseText } from '../../text/normalise.js';

/** A row as it is written, and what it says. */
export interface PeopleRow {
  /** Its lines; a cell in quotation marks may hold line ends (LF). */
  readonly raw: string;
  /** How many cells it has. */
  readonly width: number;
  /** Cells as they are written, with quotation marks, by column. */
  readonly cells: ReadonlyMap<string, string>;
  /** What it says, by column, without blanks around it; nothing under columns where it says nothing. */
  readonly values: ReadonlyMap<string, string>;
}

/** One version of `participants.csv`. */
export interface PeopleRows {
  readonly delimiter: string;
  /**
   * Names of the columns: those with a meaning of their own in lower case, others as they are written; for one without a name its number behind a `#`.
   */
  readonly columns: readonly string[];
  /** Undefined where there is no line. */
  readonly header: PeopleRow | undefined;
  readonly rows: readonly PeopleRow[];
}

/** The column of ids. */
export const ID = 'participant';

/** Reads a table of people. @returns undefined where it is none: no column of ids, two columns of a name, a quotation that does not end */
export function readPeople(raw: string | undefined): PeopleRows | undefined {
  const text = normaliseText(raw ?? '');
  const delimiter = delimiterOf(text);
  if (text === '') return { delimiter, columns: [], header: undefined, rows: [] };
  const rows = rowsOf(text, delimiter);
  const first = rows?.[0];
  if (rows === undefined || first === undefined) return undefined;
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  let unnamed = 0;
  const columns = Array.from({ length: width }, (_, i) => {
    const name = wordsOf(first[i] ?? '');
    return name === '' ? `#${++unnamed}` : columnName(name);
  });
  if (!columns.includes(ID) || new Set(columns).size < columns.length) return undefined;
  const read = (cells: readonly string[]): PeopleRow => {
    const written = cells.map((cell, i) => [columns[i] as string, cell] as const);
    const said = written.map(([column, cell]) => [column, wordsOf(cell)] as const).filter(([, value]) => value !== '');
    return { raw: cells.join(delimiter), width: cells.length, cells: new Map(written), values: new Map(said) };
  };
  return { delimiter, columns, header: read(first), rows: rows.slice(1).map(read) };
}

/** Rows as their cells; undefined where a quotation does not end, or does not end its cell. */
function rowsOf(text: string, delimiter: string): string[][] | undefined {
  const cell = new RegExp(`("(?:[^"]|"")*"|[^"${delimiter}\n][^${delimiter}\n]*|)(${delimiter}|\n|$)`, 'y');
  const rows: string[][] = [];
  let cells: string[] = [];
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (match === null) return undefined;
    const [, written = '', end] = match;
    cells.push(written);
    if (end === delimiter && cell.lastIndex < text.length) continue;
    if (end === delimiter) cells.push('');
    rows.push(cells);
    cells = [];
  }
  return rows;
}

/** What a cell says. */
function wordsOf(cell: string): string {
  return (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell).trim();
}

/** A cell with these words, as it must be written between such delimiters. */
export function cellOf(words: string, delimiter: string): string {
  return dsvFormat(delimiter).formatValue(words);
}

/** All that a row says, as a text: the same for rows that say the same, however they are written. */
export function said({ values }: Pick<PeopleRow, 'values'>): string {
  return JSON.stringify([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}
