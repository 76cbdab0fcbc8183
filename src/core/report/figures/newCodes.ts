import { countTicks } from '../ticks.js';
import { wrapText } from '../wrapText.js';
import { type Chart, FONT_SIZE, type Paint } from './chart.js';
import type { Figure, FigureRoom } from './figure.js';
import type { NewCodesData } from './figureData.js';
import { legendHeight } from './legend.js';
import { type FigureWords, fill } from './words.js';

/** How many codes each session brought that were new, and how many there were by then. It describes the work; when it is enough it does not say. */
export function newCodesFigure(data: NewCodesData, words: FigureWords): Figure {
  const { sessions } = data;
  const first = sessions[0];
  const last = sessions.findLast(({ newCodes }) => newCodes.length > 0);
  return {
    title: words.newTitle,
    gist:
      first === undefined || last === undefined
        ? words.newTitle
        : fill(
            words.newGist,
            ...[sessions.length, sessions.at(-1)?.codesSoFar ?? 0, first.newCodes.length, first.name],
            ...[last.newCodes.length, last.name],
          ),
    caption: words.newCaption,
    table: {
      label: words.newTitle,
      columns: [
        { key: 'session', label: words.session, isNumber: false },
        { key: 'date', label: words.date, isNumber: false },
        { key: 'new', label: words.newCodes, isNumber: true },
        { key: 'all', label: words.codesSoFar, isNumber: true },
        { key: 'which', label: words.which, isNumber: false, isLong: true },
      ],
      rows: sessions.map(({ key, name, date, newCodes, codesSoFar }) => ({
        key,
        cells: [
          { text: name },
          { text: date ?? '' },
          { text: String(newCodes.length), value: newCodes.length, ...linkOf(newCodes) },
          { text: String(codesSoFar), value: codesSoFar },
          { text: newCodes.map(({ label }) => label).join(', ') },
        ],
      })),
    },
    isEmpty: sessions.every(({ newCodes }) => newCodes.length === 0),
    chart: room => newCodesChart(data, room, words),
  };
}

function linkOf(newCodes: NewCodesData['sessions'][number]['newCodes']): { link?: { query: string } } {
  if (newCodes.length === 0) return {};
  const query = newCodes.length === 1 ? newCodes[0]?.query : newCodes.map(one => `(${one.query})`).join(' or ');
  return { link: { query: query ?? '' } };
}

const [HEIGHT, GAP, LABEL] = [300, 8, 130];
const [NARROWEST, WIDEST] = [22, 96];
const BARS: Paint = { code: 'blue', pattern: 0 };

function newCodesChart({ sessions }: NewCodesData, { width: room, measure }: FigureRoom, words: FigureWords): Chart {
  const measured = (text: string): number => measure(text, FONT_SIZE);
  const labels = sessions.map(({ name }) => wrapText(name, LABEL, 1, measured).lines.join(''));
  const most = Math.max(1, ...sessions.map(({ codesSoFar }) => codesSoFar));
  const ticks = countTicks(most, 6);
  const to = Math.max(most, ticks.at(-1)?.value ?? 1);
  const left = measured(String(to)) + 3 * GAP;
  const column = Math.min(WIDEST, Math.max(NARROWEST, (room - left - 3 * GAP) / Math.max(1, sessions.length)));
  const longest = Math.max(0, ...labels.map(measured));
  const isTurned = longest > column - 4;
  const bottom = isTurned ? longest + 16 : 26;
  const legend = [
    { label: words.newCodes, fill: BARS },
    { label: words.codesSoFar, fill: 'ink' as const },
  ];
  const top =
    2 * GAP +
    legendHeight(
      legend.map(({ label }) => label),
      room,
      measured,
    );
  const bars = sessions.map(({ name, newCodes, codesSoFar }, i) => ({
    ...{ x1: i + 0.14, x2: i + 0.86, y1: -newCodes.length, y2: 0, fill: BARS, stroke: { code: 'blue' } as const },
    title: `${name}: ${newCodes.length} ${words.newCodes}, ${codesSoFar} ${words.codesSoFar}${newCodes.length > 0 ? ` (${newCodes.map(({ label }) => label).join(', ')})` : ''}`,
    ...linkOf(newCodes),
  }));
  const figures = sessions.flatMap(({ newCodes, codesSoFar }, i) =>
    newCodes.length === 0
      ? []
      : [{ x: i + 0.5, y: -newCodes.length, text: String(newCodes.length), isAtLine: newCodes.length === codesSoFar }],
  );
  return {
    width: left + column * sessions.length + 3 * GAP,
    height: top + HEIGHT + bottom,
    margin: { top, right: 3 * GAP, bottom, left },
    x: { from: 0, to: Math.max(1, sessions.length) },
    y: { from: -to, to: 0 },
    axes: [
      { side: 'left', ticks: ticks.map(({ value, label }) => ({ at: -value, label })), hasGrid: true },
      {
        side: 'bottom',
        ticks: labels.map((label, i) => ({ at: i + 0.5, label })),
        hasGrid: false,
        ...(isTurned ? { turned: -90 } : {}),
      },
    ],
    layers: [
      { is: 'rects', name: 'bars', of: bars },
      { is: 'line', name: 'all', of: sessions.map(({ codesSoFar }, i) => ({ x: i + 0.5, y: -codesSoFar })) },
      {
        is: 'dots',
        name: 'points',
        of: sessions.map(({ name, codesSoFar }, i) => ({
          ...{ x: i + 0.5, y: -codesSoFar, r: 3, fill: 'ink' as const, stroke: 'paper' as const },
          title: `${name}: ${codesSoFar} ${words.codesSoFar}`,
        })),
      },
      { is: 'texts', name: 'figures', of: figures.filter(({ isAtLine }) => !isAtLine), hasHalo: true, dy: -9 },
      // Where the line touches the bar, the figure stands in the bar.
      { is: 'texts', name: 'first', of: figures.filter(({ isAtLine }) => isAtLine), hasHalo: true, dy: 14 },
    ],
    legend,
  };
}
