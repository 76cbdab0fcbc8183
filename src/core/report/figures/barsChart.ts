import { countTicks } from '../ticks.js';
import { wrapText } from '../wrapText.js';
import type { Bar, BarSeries, BarShape } from './bars.js';
import { type Chart, type ChartRect, type ChartText, FONT_SIZE, type Paint } from './chart.js';
import type { FigureRoom } from './figure.js';
import { legendHeight } from './legend.js';

/** In units: a bar with what is free around it; a bar in a group; what labels may take. */
const ROW = 26;
const IN_GROUP = 17;
const MOST_LABEL = 0.36;
const GAP = 8;
const AXIS = 26;
const LEAST_WIDTH = 220;
/** A figure fits into a part that is so much wider. */
const AROUND = 8;

/** The colours of series that have none of their own: far apart, and each with a pattern of its own besides. */
const SERIES = ['blue', 'amber', 'green', 'purple', 'red', 'teal', 'brown', 'grey'] as const;

/** What a series is painted with. */
export function seriesPaint(index: number): Paint {
  return { code: SERIES[index % SERIES.length] ?? 'grey', pattern: index };
}

/** Lays bars out, below each other; the figure of each stands at its end, those of its parts in them where there is room. */
export function barsChart(
  bars: readonly Bar[],
  series: readonly BarSeries[],
  shape: BarShape,
  { width: room, measure }: FigureRoom,
): Chart {
  const measured = (text: string): number => measure(text, FONT_SIZE);
  const labels = bars.map(({ label }) => wrapText(label, MOST_LABEL * room, 1, measured).lines.join(''));
  const left = Math.max(60, ...labels.map(measured)) + 2 * GAP;
  const right = Math.max(20, ...bars.map(({ figure }) => measured(figure))) + 2 * GAP;
  const plotted = Math.max(LEAST_WIDTH, room - left - right);
  const length = (bar: Bar): number =>
    shape === 'stacked'
      ? Math.max(
          bar.amount,
          bar.parts.reduce((all, { amount }) => all + amount, 0),
        )
      : Math.max(bar.amount * (shape === 'grouped' ? 0 : 1), ...bar.parts.map(({ amount }) => amount));
  const most = Math.max(1, ...bars.map(length));
  const ticks = countTicks(most, Math.max(2, Math.floor(plotted / 70)));
  const to = Math.max(most, ticks.at(-1)?.value ?? 1);
  const unit = to / plotted;
  const height = shape === 'grouped' ? Math.max(1, series.length) * IN_GROUP + 10 : ROW;
  const [rects, inside, behind] = [[] as ChartRect[], [] as ChartText[], [] as ChartText[]];
  for (const [y, bar] of bars.entries()) {
    const about = { title: bar.title, ...(bar.link === undefined ? {} : { link: bar.link }) };
    const [y1, y2] = [y + 4 / height, y + 1 - 4 / height];
    let from = 0;
    for (const { series: at, amount, title, link } of bar.parts) {
      const step = (y2 - y1) / series.length;
      const place =
        shape === 'grouped'
          ? { x1: 0, x2: amount, y1: y1 + at * step, y2: y1 + (at + 1) * step - 1 / height }
          : { x1: from, x2: from + amount, y1, y2 };
      rects.push({
        ...place,
        fill: seriesPaint(at),
        stroke: { code: SERIES[at % SERIES.length] ?? 'grey' },
        title,
        link,
      });
      const text = String(amount);
      const middle = (place.y1 + place.y2) / 2;
      if (shape === 'grouped') behind.push({ x: amount, y: middle, text, title, link });
      else if (amount / unit > measured(text) + AROUND) inside.push({ x: from + amount / 2, y: middle, text });
      from += amount;
    }
    if (shape === 'whole') rects.push({ x1: 0, x2: bar.amount, y1, y2, fill: { code: bar.color ?? 'blue' }, ...about });
    if (shape !== 'grouped') behind.push({ x: length(bar), y: y + 0.5, text: bar.figure, ...about });
  }
  const legend = shape === 'whole' ? [] : series.map(({ label }, i) => ({ label, fill: seriesPaint(i) }));
  const top =
    GAP +
    legendHeight(
      legend.map(({ label }) => label),
      room,
      measured,
    );
  return {
    width: left + plotted + right,
    height: top + bars.length * height + AXIS,
    margin: { top, right, bottom: AXIS, left },
    x: { from: 0, to },
    y: { from: 0, to: bars.length },
    axes: [
      { side: 'left', ticks: labels.map((label, y) => ({ at: y + 0.5, label })), hasGrid: false },
      { side: 'bottom', ticks: ticks.map(({ value, label }) => ({ at: value, label })), hasGrid: true },
    ],
    layers: [
      { is: 'rects', name: 'bars', of: rects },
      { is: 'texts', name: 'inside', of: inside, hasHalo: true },
      { is: 'texts', name: 'figures', of: behind, anchor: 'start', dx: 6, isBold: shape !== 'grouped' },
    ],
    legend,
  };
}
