import { wrapText } from '../wrapText.js';
import { type Chart, type ChartText, type FigureLink, FONT_SIZE } from './chart.js';
import type { FigureRoom } from './figure.js';
import { layoutNetwork, type NetworkPlace } from './networkLayout.js';

/** A code of the picture. */
export interface NetworkMark {
  readonly key: string;
  readonly label: string;
  readonly color: string;
  /** What its area stands for. */
  readonly size: number;
  readonly title: string;
  readonly link: FigureLink;
}

/** What the picture is made of; the ends of links are indices of nodes. */
export interface NetworkModel {
  readonly nodes: readonly NetworkMark[];
  readonly links: readonly {
    readonly a: number;
    readonly b: number;
    readonly passages: number;
    readonly title: string;
    readonly link: FigureLink;
  }[];
}

const [SMALLEST, LARGEST] = [7, 24];
const [THINNEST, WIDEST] = [1.75, 10];
const MOST_LABEL = 130;
const LINE = 15;
const MARGIN = 16;
const STRETCH = 1.35;
const TIGHTEST = 0.5;

interface Box {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** Lays the network out: lines, circles on them, and beside each circle its name where it covers least. */
export function networkChart({ nodes, links }: NetworkModel, { width: room, measure }: FigureRoom): Chart {
  const measured = (text: string): number => measure(text, FONT_SIZE);
  const most = Math.max(1, ...nodes.map(({ size }) => size));
  const strongest = Math.max(1, ...links.map(({ passages }) => passages));
  const radii = nodes.map(({ size }) => SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(size / most));
  const labels = nodes.map(({ label }) => wrapText(label, MOST_LABEL, 2, measured).lines);
  const widths = labels.map(lines => Math.max(0, ...lines.map(measured)));
  const laid = layoutNetwork(
    nodes.map(({ key }, i) => ({ key, r: radii[i] ?? SMALLEST, half: (widths[i] ?? 0) / 2 })),
    links.map(({ a, b, passages }) => ({ a, b, strength: passages / strongest })),
    STRETCH,
  );
  const places = fitted(laid, room - 2 * MARGIN - MOST_LABEL);
  const boxes = labelBoxes(places, radii, labels, widths, links, room - 2 * MARGIN);
  const all = [...boxes.map(({ box }) => box), ...places.map((place, i) => around(place, radii[i] ?? 0))];
  const x = {
    from: Math.min(0, ...all.map(({ x1 }) => x1)) - MARGIN,
    to: Math.max(0, ...all.map(({ x2 }) => x2)) + MARGIN,
  };
  const y = {
    from: Math.min(0, ...all.map(({ y1 }) => y1)) - MARGIN,
    to: Math.max(0, ...all.map(({ y2 }) => y2)) + MARGIN,
  };
  // A small network is not blown up, and stands in the middle.
  const free = Math.max(0, room - (x.to - x.from)) / 2;
  const at = (index: number): NetworkPlace => places[index] ?? { x: 0, y: 0 };
  return {
    width: x.to - x.from + 2 * free,
    height: y.to - y.from,
    margin: { top: 0, right: 0, bottom: 0, left: 0 },
    x: { from: x.from - free, to: x.to + free },
    y,
    axes: [],
    layers: [
      {
        is: 'links',
        name: 'links',
        of: links
          .toSorted((p, q) => p.passages - q.passages)
          .map(({ a, b, passages, title, link }) => ({
            ...{ x1: at(a).x, y1: at(a).y, x2: at(b).x, y2: at(b).y },
            width: THINNEST + ((WIDEST - THINNEST) * (passages - 1)) / Math.max(4, strongest - 1),
            ...{ title, link },
          })),
      },
      {
        is: 'dots',
        name: 'codes',
        of: nodes.map(({ color, title, link }, i) => ({
          ...at(i),
          r: radii[i] ?? SMALLEST,
          ...{ fill: { code: color }, stroke: 'paper' as const, title, link },
        })),
      },
      ...(['start', 'middle', 'end'] as const).map(anchor => ({
        ...{ is: 'texts' as const, name: `names-${anchor}`, hasHalo: true, anchor },
        of: boxes.flatMap((box, i) => (box.anchor === anchor ? [{ ...box.text, ...about(nodes[i]) }] : [])),
      })),
    ],
    legend: [],
  };
}

/** Moves circles together from the sides as far as it takes to need no more than the room, and apart from above to below for that. */
function fitted(places: readonly NetworkPlace[], room: number): NetworkPlace[] {
  const xs = places.map(({ x }) => x);
  const span = Math.max(0, ...xs) - Math.min(0, ...xs);
  const factor = Math.min(1, Math.max(TIGHTEST, room / Math.max(1, span)));
  return places.map(({ x, y }) => ({ x: x * factor, y: y / factor }));
}

function about(node: NetworkMark | undefined): { title?: string; link?: FigureLink } {
  return node === undefined ? {} : { title: node.title, link: node.link };
}

function around({ x, y }: NetworkPlace, r: number): Box {
  return { x1: x - r, x2: x + r, y1: y - r, y2: y + r };
}

/** What it costs a name to stand outside of the room, a unit. */
const OUTSIDE = 500;

/** Puts each name below, above, right or left of its circle: where it covers least of other circles, names and lines. */
function labelBoxes(
  places: readonly NetworkPlace[],
  radii: readonly number[],
  labels: readonly (readonly string[])[],
  widths: readonly number[],
  links: NetworkModel['links'],
  room: number,
): { readonly text: ChartText; readonly anchor: 'start' | 'middle' | 'end'; readonly box: Box }[] {
  const circles = places.map((place, i) => around(place, radii[i] ?? 0));
  const points = links.flatMap(({ a, b }) => along(places[a], places[b]));
  const xs = places.map(({ x }) => x);
  const middleX = (Math.min(...xs) + Math.max(...xs)) / 2;
  const done: Box[] = [];
  return places.map(({ x, y }, i) => {
    const [r, width, height] = [radii[i] ?? 0, widths[i] ?? 0, (labels[i]?.length ?? 1) * LINE];
    const text = labels[i]?.join('\n') ?? '';
    const middle = { x1: x - width / 2, x2: x + width / 2 };
    const beside = { y1: y - height / 2, y2: y + height / 2 };
    const candidates: { anchor: 'start' | 'middle' | 'end'; at: NetworkPlace; box: Box }[] = [
      {
        anchor: 'middle',
        at: { x, y: y + r + 3 + height / 2 },
        box: { ...middle, y1: y + r + 3, y2: y + r + 3 + height },
      },
      {
        anchor: 'middle',
        at: { x, y: y - r - 3 - height / 2 },
        box: { ...middle, y1: y - r - 3 - height, y2: y - r - 3 },
      },
      { anchor: 'start', at: { x: x + r + 5, y }, box: { ...beside, x1: x + r + 5, x2: x + r + 5 + width } },
      { anchor: 'end', at: { x: x - r - 5, y }, box: { ...beside, x1: x - r - 5 - width, x2: x - r - 5 } },
    ];
    const cost = (box: Box): number =>
      Math.max(0, middleX - room / 2 - box.x1, box.x2 - middleX - room / 2) * OUTSIDE +
      [...circles, ...done].reduce((all, other) => all + common(box, other), 0) * 4 +
      points.filter(point => point.x > box.x1 && point.x < box.x2 && point.y > box.y1 && point.y < box.y2).length * 30;
    const costs = candidates.map(({ box }) => cost(box));
    const best = candidates[costs.indexOf(Math.min(...costs))] as (typeof candidates)[number];
    done.push(best.box);
    return { text: { ...best.at, text }, anchor: best.anchor, box: best.box };
  });
}

/** Points on a line, some units apart. */
function along(a: NetworkPlace | undefined, b: NetworkPlace | undefined): NetworkPlace[] {
  if (a === undefined || b === undefined) return [];
  const steps = Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / 8);
  return Array.from({ length: steps }, (_, i) => ({
    x: a.x + ((b.x - a.x) * i) / steps,
    y: a.y + ((b.y - a.y) * i) / steps,
  }));
}

/** The area that two boxes share. */
function common(a: Box, b: Box): number {
  const width = Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1);
  const height = Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1);
  return width > 0 && height > 0 ? width * height : 0;
}
