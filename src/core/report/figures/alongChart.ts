import { wrapText } from '../wrapText.js';
import { type Chart, type ChartRect, type FigureLink, FONT_SIZE } from './chart.js';
import type { FigureRoom } from './figure.js';
import type { AlongData } from './figureData.js';
import type { FigureWords } from './words.js';

/** In units: a lane, what labels may take, and the least width of the text. */
const LANE = 22;
const MOST_LABEL = 0.36;
const LEAST_WIDTH = 220;
const GAP = 8;
const AXIS = 24;
/** A passage is seen, however short it is. */
const LEAST = 3;
const PARTS = [0, 0.25, 0.5, 0.75, 1];

/** Lays lanes out below each other: those who speak, what is in scope, then the codes; the text runs from left to right. */
export function alongChart(data: AlongData, { width: room, measure }: FigureRoom, words: FigureWords): Chart {
  const measured = (text: string): number => measure(text, FONT_SIZE);
  const speakers = [...new Set(data.turns.map(({ speaker }) => speaker ?? ''))];
  const scope = data.scope;
  const above = speakers.length + (scope === undefined ? 0 : 1);
  const names = [...speakers, ...(scope === undefined ? [] : [words.inScope]), ...data.lanes.map(({ label }) => label)];
  const labels = names.map(name => wrapText(name, MOST_LABEL * room, 1, measured).lines.join(''));
  const left = Math.max(60, ...labels.map(measured)) + 2 * GAP;
  const plotted = Math.max(LEAST_WIDTH, room - left - 3 * GAP);
  const least = LEAST / plotted;
  // Between those above and the codes there is room.
  const y = (lane: number): number => (lane < above ? lane : lane + 0.4);
  const end = y(names.length);
  const bar = (lane: number, start: number, stop: number, inset: number) => ({
    ...{ x1: start, x2: Math.max(stop, start + least), y1: y(lane) + inset, y2: y(lane) + 1 - inset },
  });
  const codes: ChartRect[] = data.lanes.flatMap(({ label, color, passages }, lane) =>
    passages.map(({ start, end: stop, id, line, text, speakers: who }) => ({
      ...bar(above + lane, start, stop, 0.18),
      fill: { code: color ?? 'grey' },
      stroke: 'paper' as const,
      title: `${label} (${[who.join(', '), `${words.line} ${line}`].filter(it => it !== '').join(', ')}): ${text}`,
      link: { coding: id, transcript: data.transcript } satisfies FigureLink,
    })),
  );
  const turns: ChartRect[] = data.turns.map(({ speaker, start, end: stop }) => ({
    ...bar(speakers.indexOf(speaker ?? ''), start, stop, 0.3),
    fill: 'ink',
    title: speaker ?? '',
  }));
  const scopes: ChartRect[] = (scope ?? []).map(({ start, end: stop }) => ({
    ...bar(speakers.length, start, stop, 0.3),
    fill: { code: 'grey', pattern: 0 },
    stroke: 'ink',
    title: words.inScope,
  }));
  // Every second turn is a ground through all lanes, so that one sees what is said in one turn.
  const grounds: ChartRect[] = data.turns
    .filter((_, i) => i % 2 === 0)
    .map(({ start, end: stop }) => ({ x1: start, x2: stop, y1: 0, y2: end, fill: 'band' }));
  const rules: ChartRect[] = data.lanes.map((_, lane) => ({
    ...{ x1: 0, x2: 1, y1: y(above + lane) + 0.98, y2: y(above + lane) + 1 },
    fill: 'rule',
  }));
  return {
    width: left + plotted + 3 * GAP,
    height: GAP + end * LANE + AXIS,
    margin: { top: GAP, right: 3 * GAP, bottom: AXIS, left },
    x: { from: 0, to: 1 },
    y: { from: 0, to: end },
    axes: [
      { side: 'left', ticks: labels.map((label, lane) => ({ at: y(lane) + 0.5, label })), hasGrid: false },
      { side: 'bottom', ticks: PARTS.map(at => ({ at, label: `${100 * at}%` })), hasGrid: false },
    ],
    layers: [
      { is: 'rects', name: 'grounds', of: grounds },
      { is: 'rects', name: 'rules', of: rules },
      { is: 'rects', name: 'turns', of: turns },
      { is: 'rects', name: 'scope', of: scopes },
      { is: 'rects', name: 'passages', of: codes },
    ],
    legend: [],
  };
}
