import { HELD } from '../disclosure/publicMatrix.js';
import type { FigureLink } from './chart.js';
import type { Figure, FigureLook } from './figure.js';
import { amountOf, type FigureCell, type FigureCount, type FigureHeader, type MatrixData } from './figureData.js';
import { type FigureTable, sortedRows, type TableCell } from './figureTable.js';
import { heatChart } from './heatChart.js';
import { axisName, described, type FigureWords, fill, inWords, leftOut } from './words.js';

/** So many rows and columns are shown before somebody asks for all of them: the largest. */
export const MOST_ROWS = 40;
export const MOST_COLUMNS = 24;

/** A column or row of the picture, with its place in the matrix. */
export interface Place {
  readonly header: FigureHeader;
  readonly index: number;
}

/** The heat map of a matrix: what is in common is the darker the more it is, and its figure stands in it. */
export function heatFigure(data: MatrixData, wished: FigureLook, words: FigureWords): Figure {
  const look = fairLook(data, wished);
  const { counted } = look;
  const columns = largest(data.columns, data.columnTotals, look, MOST_COLUMNS);
  const cells = new Map(data.cells.map(cell => [cell.row * data.columns.length + cell.column, cell]));
  const cell = (row: Place, column: Place): FigureCell | undefined =>
    cells.get(row.index * data.columns.length + column.index);
  const byKey = new Map(data.rows.map((header, index) => [header.key, { header, index }]));
  const table = tableOf(data, columns, cell, look, words);
  const isCut = !look.isWhole && data.rows.length > MOST_ROWS;
  const order = isCut ? { column: 'total', isDown: true } : undefined;
  const rows = sortedRows(table, look.sort ?? order)
    .slice(0, isCut ? MOST_ROWS : undefined)
    .flatMap(({ key }) => byKey.get(key) ?? []);
  // Groups are of different sizes: seven of nine is more than seven of eighteen.
  const isShare = counted === 'participants' && columns.every(({ header }) => (header.people ?? 0) > 0);
  const shade = (found: FigureCell, { header }: Place): number =>
    isShare ? found.participants.length / (header.people ?? 1) : amountOf(found, counted);
  const strongest = data.cells.reduce((most, one) => Math.max(most, shade(one, placeOf(data, one.column))), 0);
  const most = data.cells.reduce<FigureCell | undefined>(
    (best, one) => (amountOf(one, counted) > amountOf(best, counted) ? one : best),
    undefined,
  );
  const [rowName, columnName] = [axisName(data.rowAxis, words), axisName(data.columnAxis, words)];
  const title = fill(words.by, rowName, columnName);
  return {
    title,
    gist:
      most === undefined
        ? title
        : fill(
            words.heatGist,
            ...[title, data.rows.length, data.columns.length, data.rows[most.row]?.label ?? ''],
            ...[data.columns[most.column]?.label ?? '', inWords(counted, amountOf(most, counted), words)],
          ),
    caption: [
      fill(isShare ? words.heatByShare : words.heatByNumber, words.counted[counted]),
      ...leftOut(data.left, words),
    ].join(' '),
    table,
    ...(order === undefined ? {} : { order }),
    ...(data.held > 0 ? { isFixed: true } : {}),
    ...(isCut || columns.length < data.columns.length
      ? { shown: { rows: rows.length, of: data.rows.length, columns: columns.length, ofColumns: data.columns.length } }
      : {}),
    isEmpty: data.cells.length === 0,
    chart: room =>
      heatChart(
        {
          rows,
          columns,
          cell: (row, column) => {
            const found = cell(row, column);
            return (
              found && {
                text: figureOf(found, counted).text,
                ...(found.isHeld ? {} : { heat: strongest === 0 ? 0 : shade(found, column) / strongest }),
                ...aboutCell(found, row.header, column.header, words),
              }
            );
          },
          total: row => {
            const count = data.rowTotals[row.index];
            return count && { text: figureOf(count, counted).text, ...aboutTotal(count, row.header, words) };
          },
          isCounted: counted === 'participants',
          words,
        },
        room,
      ),
  };
}

/** How a matrix is looked at: where figures are held back, an order by them, or a choice of the largest, would tell something of them. */
export function fairLook<Look extends FigureLook>({ held }: Pick<MatrixData, 'held'>, look: Look): Look {
  return held === 0 ? look : { ...look, sort: undefined, isWhole: true };
}

/** A figure as it stands in a picture or table, without a value where it is held back. */
export function figureOf(count: FigureCount | undefined, counted: FigureLook['counted']): TableCell {
  if (count?.isHeld) return { text: HELD };
  const value = amountOf(count, counted);
  return { text: String(value), value };
}

/** The largest rows or columns, largest first; all in the order they have where they are few or all are wanted. */
export function largest(
  headers: readonly FigureHeader[],
  totals: readonly FigureCount[],
  { counted, isWhole }: Pick<FigureLook, 'counted' | 'isWhole'>,
  most: number,
): Place[] {
  const places = headers.map((header, index) => ({ header, index }));
  if (isWhole || headers.length <= most) return places;
  const size = ({ index }: Place): number => amountOf(totals[index], counted);
  return places.toSorted((a, b) => size(b) - size(a)).slice(0, most);
}

function placeOf(data: MatrixData, index: number): Place {
  return { header: data.columns[index] ?? { key: '', label: '' }, index };
}

function aboutCell(
  cell: FigureCell,
  row: FigureHeader,
  column: FigureHeader,
  words: FigureWords,
): { title: string; link: FigureLink } {
  return {
    title: `${row.label}, ${column.label}: ${described(cell, words)}`,
    link: { query: cell.query },
  };
}

function aboutTotal(count: FigureCount, row: FigureHeader, words: FigureWords): { title: string; link: FigureLink } {
  return { title: `${row.label}: ${described(count, words)}`, link: { query: count.query } };
}

function tableOf(
  data: MatrixData,
  columns: readonly Place[],
  cell: (row: Place, column: Place) => FigureCell | undefined,
  { counted }: FigureLook,
  words: FigureWords,
): FigureTable {
  const number = (count: FigureCount | undefined): TableCell => {
    const isThere = count !== undefined && count.excerpts > 0;
    return { ...figureOf(count, counted), ...(isThere ? { link: { query: count.query } } : {}) };
  };
  const isCounted = counted === 'participants';
  return {
    label: fill(words.by, axisName(data.rowAxis, words), axisName(data.columnAxis, words)),
    columns: [
      { key: 'label', label: axisName(data.rowAxis, words), isNumber: false },
      ...columns.map(({ header }) => ({
        key: `in ${header.key}`,
        label: headed(header, isCounted, words, ' '),
        isNumber: true,
      })),
      { key: 'total', label: words.total, isNumber: true },
    ],
    rows: data.rows.map((header, index) => ({
      key: header.key,
      cells: [
        { text: header.label },
        ...columns.map(column => number(cell({ header, index }, column))),
        number(data.rowTotals[index]),
      ],
      ...(header.depth === undefined ? {} : { depth: header.depth }),
      ...(header.color === undefined ? {} : { color: header.color }),
    })),
  };
}

/** The name of a column and, where participants are counted, of how many. */
export function headed(header: FigureHeader, isCounted: boolean, words: FigureWords, between: string): string {
  if (!isCounted || header.people === undefined) return header.label;
  return `${header.label}${between}${fill(words.ofPeople, header.people)}`;
}
