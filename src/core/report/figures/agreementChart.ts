import type { MeasureName } from '../../analysis/agreement/agreement.js';
import { wrapText } from '../wrapText.js';
import type { AgreementFigureLook } from './agreement.js';
import type { AgreementLook, AgreementRowData } from './agreementData.js';
import { isFigure } from './agreementData.js';
import { type AgreementWords, agreementText, describedRow, figureText } from './agreementWords.js';
import { type Chart, type ChartDot, type ChartRect, type ChartText, FONT_SIZE } from './chart.js';
import type { FigureRoom } from './figure.js';

/** In units: a row; what labels may take; how wide the picture is at least; half of an interval's line, of its ends; a dot. */
const ROW = 26;
const MOST_LABEL = 0.36;
const LEAST_WIDTH = 200;
const GAP = 8;
const AXIS = 26;
const [LINE, END] = [1, 5];
const DOT = 5;
/** Between two marks on the axis. */
const STEP = 0.2;

/** Lays the rows out below each other: a dot where the figure is, a line from one end of its interval to the other, the figure in numbers behind. */
export function agreementChart(
  rows: readonly AgreementRowData[],
  look: AgreementFigureLook,
  { width: room, measure: measureText }: FigureRoom,
  words: AgreementWords,
): Chart {
  const { measure } = look;
  const measured = (text: string): number => measureText(text, FONT_SIZE);
  const cut = (text: string, most: number): string => wrapText(text, most, 1, measured).lines.join('');
  const labels = rows.map(({ label }) => cut(label, MOST_LABEL * room));
  const figures = rows.map(({ measures: { [measure]: value } }) =>
    isFigure(value) ? figureText(value, measure, words) : '',
  );
  const left = Math.max(60, ...labels.map(measured)) + 2 * GAP;
  const right = Math.max(20, ...figures.map(measured)) + 2 * GAP;
  const plotted = Math.max(LEAST_WIDTH, room - left - right);
  const from = leastOf(rows, look);
  const unit = (1 - from) / plotted;
  const whole = { x1: from, x2: 1 };
  const [bands, lines, dots, said, reasons] = [
    [] as ChartRect[],
    [] as ChartRect[],
    [] as ChartDot[],
    [] as ChartText[],
    [] as ChartText[],
  ];
  for (const [y, row] of rows.entries()) {
    const middle = y + 0.5;
    const value = row.measures[measure];
    const about = { title: describedRow(row, look, words), link: { row: row.key } };
    bands.push({ ...whole, y1: y, y2: y + 1, fill: row.key === look.chosen ? 'band' : 'none', ...about });
    if (!isFigure(value)) {
      const why = value?.refused ?? words.none;
      reasons.push({ x: from, y: middle, text: cut(why, plotted + right - 2 * GAP), ...about });
      continue;
    }
    if (value.interval !== undefined) {
      const line = (x1: number, x2: number, half: number): ChartRect => ({
        ...{ x1, x2, y1: middle - half / ROW, y2: middle + half / ROW, fill: 'ink', ...about },
      });
      const [low, high] = [value.interval.low, value.interval.high].map(one => Math.max(from, Math.min(1, one))) as [
        number,
        number,
      ];
      lines.push(line(low, high, LINE));
      for (const end of [low, high]) lines.push(line(end - LINE * unit, end + LINE * unit, END));
    }
    const fill = row.prevalence === undefined ? ({ code: 'blue' } as const) : 'paper';
    dots.push({ x: Math.max(from, value.value), y: middle, r: DOT, fill, stroke: { code: 'blue' }, ...about });
    said.push({ x: 1, y: middle, text: figures[y] ?? '', ...about });
  }
  return {
    width: left + plotted + right,
    height: GAP + rows.length * ROW + AXIS,
    margin: { top: GAP, right, bottom: AXIS, left },
    x: { from, to: 1 },
    y: { from: 0, to: Math.max(1, rows.length) },
    axes: [
      { side: 'left', ticks: labels.map((label, y) => ({ at: y + 0.5, label })), hasGrid: false },
      { side: 'bottom', ticks: ticksFrom(from, measure, plotted), hasGrid: true },
    ],
    layers: [
      { is: 'rects', name: 'rows', of: bands },
      // What chance alone would give stands out from the grid.
      { is: 'rects', name: 'chance', of: measure === 'percent' || from === 0 ? [] : [chanceLine(rows.length, unit)] },
      { is: 'rects', name: 'intervals', of: lines },
      { is: 'dots', name: 'values', of: dots },
      { is: 'texts', name: 'figures', of: said, anchor: 'start', dx: 10 },
      { is: 'texts', name: 'reasons', of: reasons, anchor: 'start', dx: 4 },
    ],
    legend: [],
  };
}

/** Where the axis begins: at nothing, or below where something is. */
function leastOf(rows: readonly AgreementRowData[], { measure }: AgreementLook): number {
  const values = rows.flatMap(({ measures: { [measure]: value } }) =>
    isFigure(value) ? [value.value, value.interval?.low ?? value.value] : [],
  );
  const least = Math.min(0, ...values);
  // Some coefficients have no lower end; what is below −1 is said in numbers.
  return Math.max(-1, Math.round(Math.floor(least / STEP + 1e-9) * STEP * 10) / 10);
}

function ticksFrom(from: number, measure: MeasureName, plotted: number): { at: number; label: string }[] {
  const count = Math.round((1 - from) / STEP);
  const isTight = plotted / count < 44;
  return Array.from({ length: count + 1 }, (_, i) => {
    const at = Math.round((1 - i * STEP) * 10) / 10;
    const label = measure === 'percent' ? agreementText(at, measure) : at.toFixed(1).replace('-', '−');
    return { at, label: isTight && i % 2 === 1 ? '' : label };
  });
}

function chanceLine(rows: number, unit: number): ChartRect {
  return { x1: -unit / 2, x2: unit / 2, y1: 0, y2: rows, fill: 'ink' };
}
