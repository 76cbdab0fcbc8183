import type { MapLink, Measure } from '../analysis/themeMap.js';
import type { MapLayout, Mark, Rectangle } from './mapLayout.js';

/** A link as it is drawn. */
export interface LinkPath {
  readonly link: MapLink;
  /** The `d` of an SVG path, from the middle of one code to that of the other. */
  readonly d: string;
  /** Width of the line, in picture units. */
  readonly width: number;
}

/** How many links a picture can hold and still be read. */
const CALM = 24;
const THINNEST = 1.25;
const WIDEST = 9;
/** How far a link is bent aside, as a part of its length. */
const BEND = 0.22;

/** The links that are at least so strong, weakest first: the strongest is drawn on top. */
export function strongLinks(links: readonly MapLink[], measure: Measure, minimum: number): MapLink[] {
  return links.filter(link => link[measure] >= minimum).sort((x, y) => x[measure] - y[measure]);
}

/** The lowest minimum at which the picture stays calm, but never one that hides every link; at least 1. */
export function calmMinimum(links: readonly MapLink[], measure: Measure): number {
  const strengths = links.map(link => link[measure]).sort((x, y) => y - x);
  const first = strengths[CALM] ?? 0;
  return Math.max(1, Math.min(first + 1, strengths[0] ?? 1));
}

/** Every strength there is, with how many links are at least so strong; weakest first. */
export function thresholds(links: readonly MapLink[], measure: Measure): { minimum: number; count: number }[] {
  const strengths = new Set(links.map(link => link[measure]).filter(strength => strength > 0));
  return [...strengths]
    .sort((x, y) => x - y)
    .map(minimum => ({ minimum, count: links.filter(link => link[measure] >= minimum).length }));
}

/** Draws links between the circles of a layout; those to a code that is not in it are left out. */
export function linkPaths(links: readonly MapLink[], layout: MapLayout, measure: Measure): LinkPath[] {
  const marks = new Map(layout.marks.map(mark => [mark.key, mark]));
  const strongest = Math.max(1, ...links.map(link => link[measure]));
  return links.flatMap(link => {
    const [a, b] = [marks.get(link.a), marks.get(link.b)];
    if (a === undefined || b === undefined) return [];
    const width = THINNEST + ((WIDEST - THINNEST) * (link[measure] - 1)) / Math.max(4, strongest - 1);
    return [{ link, d: curve(a, b, middleOf(holder(layout, a, b))), width }];
  });
}

/** The smallest box around both circles; the whole picture where there is none. */
function holder(layout: MapLayout, a: Mark, b: Mark): Rectangle {
  const holds = (box: Rectangle, { x, y }: Mark): boolean =>
    x > box.x && y > box.y && x < box.x + box.width && y < box.y + box.height;
  // Boxes come before those in them.
  const inner = layout.boxes.findLast(box => holds(box, a) && holds(box, b));
  return inner ?? { x: 0, y: 0, width: layout.width, height: layout.height };
}

function middleOf({ x, y, width, height }: Rectangle): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A bow from one circle to the other: bent a little aside, towards the middle of what holds both. */
function curve(a: Point, b: Point, towards: Point): string {
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const across = { x: b.y - a.y, y: a.x - b.x };
  const side = Math.sign((towards.x - middle.x) * across.x + (towards.y - middle.y) * across.y) || 1;
  const bend = { x: middle.x + across.x * side * BEND, y: middle.y + across.y * side * BEND };
  return `M${at(a)}Q${at(bend)} ${at(b)}`;
}

/** A place as SVG writes it, to a hundredth. */
export function at({ x, y }: Point): string {
  return `${round(x)},${round(y)}`;
}

/** To a hundredth: enough for a picture. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
