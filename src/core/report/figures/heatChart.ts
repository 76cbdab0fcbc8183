import { wrapText } from '../wrapText.js';
import { type Chart, type ChartRect, type ChartText, type FigureLink, FONT_SIZE, type Paint } from './chart.js';
import type { FigureRoom } from './figure.js';
import { headed, type Place } from './heat.js';
import type { FigureWords } from './words.js';

/** What stands in a cell. */
interface Shown {
  readonly text: string;
  readonly title: string;
  readonly link: FigureLink;
}

/** What the picture is made of. */
export interface HeatModel {
  readonly rows: readonly Place[];
  readonly columns: readonly Place[];
  /** Undefined where there is nothing; `heat` from 0 to 1, missing where it is held back. */
  cell(row: Place, column: Place): (Shown & { readonly heat?: number }) | undefined;
  total(row: Place): Shown | undefined;
  /** Whether the columns say of how many participants. */
  readonly isCounted: boolean;
  readonly words: FigureWords;
}

/** In units: a row; the least and the greatest width of a column; what labels may take; the stripe in the colour of a code. */
const ROW = 24;
const [NARROWEST, WIDEST] = [30, 104];
const MOST_LABEL = 0.36;
const MOST_HEAD = 170;
const STRIPE = 5;
const GAP = 8;
const GUTTER = 0.75;
const TURN = -42;
/** The faintest cell is still seen. */
const FAINTEST = 0.12;

/** Lays the heat map out: rows below each other, columns beside each other, the sum of each row at its end. */
export function heatChart(model: HeatModel, { width: room, measure }: FigureRoom): Chart {
  const { rows, columns, words } = model;
  const measured = (text: string): number => measure(text, FONT_SIZE);
  const cut = (text: string, most: number): string => wrapText(text, most, 1, measured).lines.join('');
  const labels = rows.map(({ header }) => cut(header.label, MOST_LABEL * room));
  const left = Math.max(60, ...labels.map(measured)) + STRIPE + 3 * GAP;
  const fair = (room - left - GAP) / (columns.length + 1);
  const column = Math.round(Math.min(WIDEST, Math.max(NARROWEST, fair)));
  const heads = columns.map(({ header }) => header);
  const widest = (label: string): number => Math.max(0, ...label.split('\n').map(measured));
  const flat = heads.map(header => headed(header, model.isCounted, words, '\n'));
  const isTurned = flat.some(label => widest(label) > column - 4);
  const turned = heads.map(header => cut(headed(header, model.isCounted, words, ' '), MOST_HEAD));
  const slope = Math.sin((-TURN * Math.PI) / 180);
  const longest = Math.max(0, measured(words.total), ...turned.map(measured));
  const top = isTurned ? longest * slope + 20 : flat.some(label => label.includes('\n')) ? 42 : 26;
  const overhang = isTurned ? Math.max(0, longest * Math.cos((-TURN * Math.PI) / 180) - column / 2) : 0;
  const unit = 1 / column;
  // The sums stand a little apart from the cells.
  const sums = columns.length + GAP * unit;
  const [cells, figures, totals] = [[] as ChartRect[], [] as ChartText[], [] as ChartText[]];
  for (const [y, row] of rows.entries()) {
    for (const [x, place] of columns.entries()) {
      const found = model.cell(row, place);
      if (found === undefined) continue;
      const { title, link, heat } = found;
      const fill: Paint = heat === undefined ? 'blank' : { heat: heatOf(heat) };
      cells.push({ x1: x, x2: x + 1, y1: y, y2: y + 1, fill, title, link });
      figures.push({ x: x + 0.5, y: y + 0.5, text: found.text });
    }
    const total = model.total(row);
    if (total !== undefined) totals.push({ x: sums + 0.5, y: y + 0.5, ...total });
  }
  return {
    width: left + column * (sums + 1) + overhang + GAP,
    height: top + rows.length * ROW + GAP,
    margin: { top, right: overhang + GAP, bottom: GAP, left },
    x: { from: 0, to: sums + 1 },
    y: { from: 0, to: rows.length },
    axes: [
      {
        side: 'left',
        ticks: labels.map((label, y) => ({ at: y + 0.5, label })),
        hasGrid: false,
        gap: STRIPE + 2 * GAP,
      },
      {
        side: 'top',
        ticks: [
          ...(isTurned ? turned : flat).map((label, x) => ({ at: x + 0.5, label })),
          { at: sums + 0.5, label: words.total },
        ],
        hasGrid: false,
        ...(isTurned ? { turned: TURN } : {}),
      },
    ],
    layers: [
      { is: 'rects', name: 'grounds', of: grounds(rows.length, columns.length, unit) },
      { is: 'rects', name: 'cells', of: cells, inset: GUTTER },
      { is: 'rects', name: 'stripes', of: rows.flatMap((row, y) => stripe(row, y, unit)) },
      { is: 'texts', name: 'figures', of: figures },
      { is: 'texts', name: 'sums', of: totals, isBold: true },
    ],
    legend: [],
  };
}

function heatOf(share: number): number {
  return FAINTEST + (1 - FAINTEST) * share;
}

/** What is behind the cells: where nothing is there it is seen. One rectangle a row and a column, for there may be thousands of cells. */
function grounds(rows: number, columns: number, unit: number): ChartRect[] {
  const lines = Array.from({ length: Math.max(0, columns - 1) }, (_, x) => ({
    ...{ x1: x + 1 - GUTTER * unit, x2: x + 1 + GUTTER * unit, y1: 0, y2: rows },
    fill: 'paper' as const,
  }));
  const bands = Array.from({ length: rows }, (_, y) => ({
    ...{ x1: 0, x2: columns, y1: y + GUTTER / ROW, y2: y + 1 - GUTTER / ROW },
    fill: 'blank' as const,
  }));
  return columns === 0 ? [] : [...bands, ...lines];
}

/** The colour of a code, before its cells. */
function stripe({ header: { color } }: Place, y: number, unit: number): ChartRect[] {
  if (color === undefined) return [];
  return [{ x1: -(GAP + STRIPE) * unit, x2: -GAP * unit, y1: y + 0.12, y2: y + 0.88, fill: { code: color } }];
}
