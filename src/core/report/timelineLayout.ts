import type { MeasureText } from './textWidth.js';
import { countTicks, type Tick, timeTicks } from './ticks.js';
import { wrapText } from './wrapText.js';

/** What is to be drawn: figures at versions, in the order of the versions. */
export interface TimelineFigures {
  /** When each was saved, in milliseconds since 1970. */
  readonly times: readonly number[];
  /** Other times that have a place on the axis, be they of versions that are not drawn. */
  readonly moments: readonly number[];
  /** What is stacked, from the bottom. */
  readonly series: readonly { readonly key: string; readonly label: string; readonly values: readonly number[] }[];
  /** What is drawn below as lines. */
  readonly lines: readonly { readonly key: string; readonly label: string; readonly values: readonly number[] }[];
}

/** A text with the middle of its left side at a place. */
export interface ChartLabel {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A tick at its place: x on the axis of time, y on an axis of counts. */
export interface PlacedTick extends Tick {
  readonly at: number;
}

/** One of the two pictures. */
export interface Panel {
  readonly top: number;
  readonly bottom: number;
  /** Counts, from 0 at the bottom. */
  readonly ticks: readonly PlacedTick[];
}

/** Where everything is, in units; y grows downwards. */
export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** Codings, stacked. */
  readonly stack: Panel & {
    /** The outline of each area, and its upper edge; in the order of the series. */
    readonly areas: readonly { readonly key: string; readonly area: string; readonly edge: string }[];
    readonly labels: readonly ChartLabel[];
  };
  /** Codes and themes. */
  readonly counts: Panel & {
    readonly lines: readonly { readonly key: string; readonly line: string }[];
    readonly labels: readonly ChartLabel[];
  };
  readonly timeTicks: readonly PlacedTick[];
  /** Where each of the moments stands on the axis of time. */
  readonly moments: readonly number[];
}

/** Size of the letters of a picture, in units. */
export const CHART_FONT = 12;
const LINE = 16;
const [TOP, AXIS, GAP, TICK] = [8, 24, 22, 6];
/** Part of the height that the second picture has. */
const COUNTS_PART = 0.26;
const LABEL_GAP = 22;
const MOST_LABEL = 0.28;
/** Behind the last version, as a part of the time before: what it says holds from there on. */
const TAIL = 0.04;
const LEAST_SPAN = 60 * 60 * 1000;

/** Lays the two pictures out, one above the other on one axis of time; figures hold until the next version. */
export function layoutTimeline(
  { times, moments, series, lines }: TimelineFigures,
  { width, height }: { readonly width: number; readonly height: number },
  measure: MeasureText,
): TimelineLayout {
  const longest = Math.max(0, ...[...series, ...lines].map(({ label }) => measure(label, CHART_FONT)));
  const labelRoom = Math.min(longest + LABEL_GAP + 8, width * MOST_LABEL);
  const totals = times.map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0));
  const fitted = (label: string): string =>
    wrapText(label, labelRoom - LABEL_GAP, 1, text => measure(text, CHART_FONT)).lines.join('');
  const mostCodings = Math.max(1, ...totals);
  const mostCounts = Math.max(1, ...lines.flatMap(({ values }) => values));
  const left = measure(String(Math.max(mostCodings, mostCounts) * 10), CHART_FONT) + TICK + 6;
  const right = Math.max(left + 40, width - labelRoom);
  const drawn = height - TOP - AXIS - GAP;
  const stackBottom = TOP + drawn * (1 - COUNTS_PART);
  const [countsTop, countsBottom] = [stackBottom + GAP, height - AXIS];
  const { x, ticks } = timeAxis(times, left, right);
  const xs = times.map(x);
  const stackY = countAxis(mostCodings, TOP, stackBottom, 5);
  const countsY = countAxis(mostCounts, countsTop, countsBottom, 2);
  const below = times.map(() => 0);
  const areas = series.map(({ key, values }) => {
    const low = below.map(stackY.y);
    for (const [i, value] of values.entries()) below[i] = (below[i] ?? 0) + value;
    const high = below.map(stackY.y);
    return {
      key,
      area: stepArea(xs, low, high, right),
      edge: stepLine(xs, high, right),
      low: low.at(-1),
      high: high.at(-1),
    };
  });
  const labels = series.map(({ key, label }, i) => ({
    key,
    text: fitted(label),
    y: ((areas[i]?.low ?? stackBottom) + (areas[i]?.high ?? stackBottom)) / 2,
  }));
  return {
    ...{ width, height, left, right, timeTicks: ticks },
    moments: moments.map(moment => Math.min(right, Math.max(left, x(moment)))),
    stack: {
      ...{ top: TOP, bottom: stackBottom, ticks: stackY.ticks },
      areas: areas.map(({ key, area, edge }) => ({ key, area, edge })),
      labels: apart(labels, TOP, stackBottom).map(label => ({ ...label, x: right + LABEL_GAP })),
    },
    counts: {
      ...{ top: countsTop, bottom: countsBottom, ticks: countsY.ticks },
      lines: lines.map(({ key, values }) => ({ key, line: stepLine(xs, values.map(countsY.y), right) })),
      labels: apart(
        lines.map(({ key, label, values }) => ({ key, text: fitted(label), y: countsY.y(values.at(-1) ?? 0) })),
        countsTop - 8,
        countsBottom + 8,
      ).map(label => ({ ...label, x: right + LABEL_GAP })),
    },
  };
}

function timeAxis(times: readonly number[], left: number, right: number) {
  const [from, last] = [times[0] ?? 0, times.at(-1) ?? 0];
  const to = last + Math.max((last - from) * TAIL, last === from ? LEAST_SPAN : 0);
  const x = (time: number): number => left + ((time - from) / Math.max(1, to - from)) * (right - left);
  const most = Math.max(2, Math.floor((right - left) / 110));
  return { x, ticks: timeTicks(from, to, most).map(tick => ({ ...tick, at: x(tick.value) })) };
}

function countAxis(most: number, top: number, bottom: number, about: number) {
  const ticks = countTicks(most, about);
  const highest = ticks.at(-1)?.value ?? 1;
  const y = (count: number): number => bottom - (count / highest) * (bottom - top);
  return { y, ticks: ticks.map(tick => ({ ...tick, at: y(tick.value) })) };
}

/** A line that stays level until the next version. */
function stepLine(xs: readonly number[], ys: readonly number[], end: number): string {
  const steps = xs.map((x, i) => (i === 0 ? `M${round(x)},${round(ys[i])}` : `H${round(x)}V${round(ys[i])}`));
  return steps.length === 0 ? '' : `${steps.join('')}H${round(end)}`;
}

/** What lies between two such lines. */
function stepArea(xs: readonly number[], low: readonly number[], high: readonly number[], end: number): string {
  if (xs.length === 0) return '';
  const back = xs.map((_, i) => xs.length - 1 - i).map(i => `V${round(low[i])}H${round(xs[i])}`);
  return `${stepLine(xs, high, end)}${back.join('')}Z`;
}

/** Moves labels apart that would cover each other, as little as may be, from the bottom upwards. */
function apart<Label extends { readonly y: number }>(labels: readonly Label[], top: number, bottom: number): Label[] {
  const order = labels.map((label, i) => ({ i, y: label.y })).sort((a, b) => b.y - a.y || a.i - b.i);
  let limit = bottom - LINE / 2 + LINE;
  for (const label of order) {
    label.y = Math.min(label.y, limit - LINE);
    limit = label.y;
  }
  limit = top + LINE / 2 - LINE;
  for (const label of order.toReversed()) {
    label.y = Math.max(label.y, limit + LINE);
    limit = label.y;
  }
  const placed = new Map(order.map(({ i, y }) => [i, y]));
  return labels.map((label, i) => ({ ...label, y: placed.get(i) ?? label.y }));
}

/** To a tenth: enough for a picture. */
function round(value = 0): number {
  return Math.round(value * 10) / 10;
}
