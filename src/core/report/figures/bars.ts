import { HELD } from '../disclosure/publicMatrix.js';
import { barsChart } from './barsChart.js';
import type { FigureLink } from './chart.js';
import type { Figure, FigureLook } from './figure.js';
import { amountOf, type FigureCount, type FigureHeader, type MatrixData } from './figureData.js';
import { type FigureTable, sortedRows } from './figureTable.js';
import { fairLook, figureOf, largest, MOST_ROWS } from './heat.js';
import { axisName, described, type FigureWords, fill, inWords, leftOut } from './words.js';

/** How the bars are made: one whole, parted by the columns, or one bar a column. */
export type BarShape = 'whole' | 'stacked' | 'grouped';

/** How bars are looked at. */
export interface BarsLook extends FigureLook {
  readonly shape: BarShape;
  /** Key of the one row whose columns are drawn; all rows where it is missing. */
  readonly row?: string | undefined;
}

/** A part of a bar. */
export interface BarPart {
  /** Index of its series. */
  readonly series: number;
  readonly amount: number;
  readonly title: string;
  readonly link: FigureLink;
  /** It is not told. */
  readonly isHeld?: boolean;
}

/** A bar. */
export interface Bar {
  readonly label: string;
  readonly color?: string;
  /** What stands at its end. */
  readonly figure: string;
  readonly amount: number;
  readonly title: string;
  readonly link?: FigureLink;
  readonly parts: readonly BarPart[];
}

/** So many series can be told apart by their patterns; the smallest are put together. */
const MOST_SERIES = 7;

/** Bars of a matrix: one for each row, in parts by the columns or whole; or one for each column of a single row. */
export function barsFigure(data: MatrixData, wished: BarsLook, words: FigureWords): Figure {
  const look = fairLook(data, wished);
  const { counted } = look;
  const single = data.rows.findIndex(({ key }) => key === look.row);
  const isSingle = single !== -1;
  const parted = !isSingle && look.shape !== 'whole';
  const series = parted ? seriesOf(data, look, words) : [];
  const counts: readonly (FigureCount | undefined)[] = isSingle
    ? data.columns.map((_, column) => data.cells.find(cell => cell.row === single && cell.column === column))
    : data.rowTotals;
  const headers = isSingle ? data.columns : data.rows;
  const parts = headers.map((header, index) => partsOf(data, header, index, series, look, words));
  const rowName = axisName(isSingle ? data.columnAxis : data.rowAxis, words);
  const table: FigureTable = {
    label: rowName,
    columns: [
      { key: 'label', label: rowName, isNumber: false },
      ...series.map(({ label }, i) => ({ key: `in ${i}`, label, isNumber: true })),
      { key: 'total', label: words.counted[counted], isNumber: true },
    ],
    rows: headers.map((header, i) => ({
      key: header.key,
      cells: [
        { text: header.label },
        ...series.map((_, at) => {
          const part = parts[i]?.find(one => one.series === at);
          return part?.isHeld
            ? { text: HELD }
            : { text: String(part?.amount ?? 0), value: part?.amount ?? 0, ...linkOf(part?.link) };
        }),
        { ...figureOf(counts[i], counted), text: endOf(counts[i], header, look, words), ...linkTo(counts[i]) },
      ],
      ...(header.depth === undefined ? {} : { depth: header.depth }),
      ...(header.color === undefined ? {} : { color: header.color }),
    })),
  };
  const isCut = !look.isWhole && headers.length > MOST_ROWS;
  const order = data.held > 0 ? undefined : { column: 'total', isDown: true };
  const at = new Map(headers.map(({ key }, i) => [key, i]));
  const bars = sortedRows(table, look.sort ?? order)
    .slice(0, isCut ? MOST_ROWS : undefined)
    .map(({ key }): Bar => {
      const i = at.get(key) ?? 0;
      const header = headers[i] ?? { key, label: key };
      const count = counts[i];
      return {
        label: header.label,
        ...(header.color === undefined ? {} : { color: header.color }),
        figure: endOf(count, header, look, words),
        amount: amountOf(count, counted),
        title: `${header.label}: ${count === undefined ? '0' : described(count, words)}`,
        ...linkTo(count),
        parts: (parts[i] ?? []).filter(({ isHeld }) => !isHeld),
      };
    });
  // Who took part in several sessions, say, is in several parts of a bar and in the figure at its end once.
  const isOver = parted && parts.some((of, i) => !counts[i]?.isHeld && sum(of) > amountOf(counts[i], counted));
  const title = isSingle
    ? fill(words.by, data.rows[single]?.label ?? '', rowName)
    : parted
      ? fill(words.by, rowName, axisName(data.columnAxis, words))
      : fill(words.barsTitle, rowName);
  const first = bars.reduce<Bar | undefined>((best, bar) => (bar.amount > (best?.amount ?? 0) ? bar : best), undefined);
  return {
    title,
    gist:
      first === undefined
        ? title
        : fill(words.barsGist, title, headers.length, first.label, inWords(counted, first.amount, words)),
    caption: [
      fill(words.barsCaption, words.counted[counted]),
      ...(isOver ? [words.notAdding] : []),
      ...leftOut(data.left, words),
    ].join(' '),
    table,
    ...(order === undefined ? { isFixed: true } : { order }),
    ...(isCut ? { shown: { rows: bars.length, of: headers.length } } : {}),
    isEmpty: bars.every(({ amount }) => amount === 0),
    chart: room => barsChart(bars, series, parted ? look.shape : 'whole', room),
  };
}

/** What bars are parted by. */
export interface BarSeries {
  readonly label: string;
  /** Indices of the columns that are in it. */
  readonly columns: readonly number[];
}

function seriesOf(data: MatrixData, look: FigureLook, words: FigureWords): BarSeries[] {
  // What is put together is a figure more, from which one that is held back might be computed.
  const isPooled = data.held === 0 && data.columns.length > MOST_SERIES + 1;
  const most = isPooled ? MOST_SERIES : data.columns.length;
  const shown = largest(data.columns, data.columnTotals, { ...look, isWhole: false }, most);
  const rest = data.columns.map((_, i) => i).filter(i => !shown.some(({ index }) => index === i));
  const each = shown.map(({ header, index }) => ({ label: header.label, columns: [index] }));
  return rest.length === 0 ? each : [...each, { label: fill(words.others, rest.length), columns: rest }];
}

function partsOf(
  data: MatrixData,
  header: FigureHeader,
  row: number,
  series: readonly BarSeries[],
  { counted }: FigureLook,
  words: FigureWords,
): BarPart[] {
  if (series.length === 0) return [];
  const cells = data.cells.filter(cell => cell.row === row);
  return series.flatMap(({ label, columns }, i) => {
    const found = cells.filter(({ column }) => columns.includes(column));
    const [first, second] = found;
    if (first === undefined) return [];
    const count = second === undefined ? first : together(found);
    const title = `${header.label}, ${label}: ${described(count, words)}`;
    const part = { series: i, amount: amountOf(count, counted), title, link: { query: count.query } };
    return [count.isHeld ? { ...part, isHeld: true } : part];
  });
}

/** What is counted in several places of a row, each participant once. */
function together(cells: readonly FigureCount[]): FigureCount {
  return {
    participants: [...new Set(cells.flatMap(({ participants }) => participants))],
    excerpts: cells.reduce((all, { excerpts }) => all + excerpts, 0),
    words: cells.reduce((all, one) => all + one.words, 0),
    query: cells.map(({ query }) => `(${query})`).join(' or '),
  };
}

/** What stands at the end of a bar: its figure and, where participants are counted, of how many. */
function endOf(
  count: FigureCount | undefined,
  header: FigureHeader,
  { counted }: FigureLook,
  words: FigureWords,
): string {
  const { text } = figureOf(count, counted);
  const people = count?.people ?? header.people;
  const isPart = counted === 'participants' && people !== undefined && !count?.isHeld;
  return isPart ? `${text} ${fill(words.ofPeople, people)}` : text;
}

function linkTo(count: FigureCount | undefined): { link?: FigureLink } {
  return count === undefined || count.excerpts === 0 ? {} : { link: { query: count.query } };
}

function linkOf(link: FigureLink | undefined): { link?: FigureLink } {
  return link === undefined ? {} : { link };
}

function sum(parts: readonly BarPart[]): number {
  return parts.reduce((all, { amount }) => all + amount, 0);
}
