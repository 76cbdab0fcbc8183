import { type HierarchyRectangularNode, hierarchy, treemap } from 'd3-hierarchy';
import type { MapNode, Measure } from '../analysis/themeMap.js';
import { type Branch, grow, isBox, tile, weigh } from './mapTree.js';
import { roughWidth } from './textWidth.js';

/** A rectangle of the map, in picture units: y grows downwards. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box of a theme, or of a code that holds others. */
export interface Box extends Rectangle {
  /** Key of its node. */
  readonly key: string;
  /** Height of its head, where the title stands. */
  readonly head: number;
  /** How many lines the head has room for, and in what font size. */
  readonly headLines: number;
  readonly headFont: number;
  /** How many boxes it is in. */
  readonly depth: number;
}

/** The circle of a code; its area is in proportion to its figures. */
export interface Mark {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** What the circle and its title have to themselves. */
  readonly cell: Rectangle;
}

/** Where everything is. */
export interface MapLayout {
  /** Each before those in it. */
  readonly boxes: readonly Box[];
  readonly marks: readonly Mark[];
  readonly width: number;
  readonly height: number;
}

/** Size of a picture in a file, in units: what a page across or a slide has room for. */
export const FILE_SIZE = { width: 1060, height: 720 } as const;
/** Area of the circle of a code that is not used, where one participant is 1: small, but there. */
const UNUSED = 0.22;
const LARGEST = 46;
/** The part of the codes, rounded down, whose circles may be smaller than they should be for want of room. */
const CRAMPED = 0.02;
const GAP = 10;
/** Room in the cell of a code around its circle and title, and room for the title: at most, and as a part of the cell. */
const CELL_MARGIN = 5;
const TITLE_ROOM = 46;
const TITLE_PART = 0.4;
/** The area a code must have at least, in units: a large codebook gets a larger picture, to be looked at from nearer. */
const LEAST_AREA = 11_000;
const HEAD_FONT = 13;
const HEAD_LINE = 17;
const HEAD_MARGIN = 11;

/**
 * Lays the map out as boxes in boxes: a theme holds its subthemes and codes in the order of the codebook, every code has
 * a cell of about the same size, and in it a circle whose area is in proportion to its figures. Figures change the
 * circles only, so the map stays as a person knows it while the study is coded.
 * @param size of the picture, at least; at one unit a pixel its titles are legible
 */
export function layoutMap(
  nodes: readonly MapNode[],
  measure: Measure,
  size: { readonly width: number; readonly height: number },
): MapLayout {
  const figures = new Map(nodes.map(node => [node.key, node[measure]]));
  const root = weigh(hierarchy(grow(nodes)));
  const growth = Math.max(1, Math.sqrt(((root.value ?? 0) * LEAST_AREA) / (size.width * size.height)));
  const [width, height] = [size.width * growth, size.height * growth];
  const headOf = headsFor(growth);
  const placed = treemap<Branch>()
    .tile(tile)
    .size([width, height])
    .paddingInner(node => (isBox(node.data) || node.depth === 0 ? GAP : 0))
    .paddingLeft(insideBox)
    .paddingRight(insideBox)
    .paddingBottom(insideBox)
    .paddingTop(node => (isBox(node.data) ? headOf(node).height : 0))(root);
  const boxes: Box[] = [];
  const cells: { key: string; cell: Rectangle }[] = [];
  placed.eachBefore(node => {
    const { key, kind } = node.data;
    const area = { x: node.x0, y: node.y0, width: node.x1 - node.x0, height: node.y1 - node.y0 };
    if (kind === 'cell') cells.push({ key, cell: area });
    if (!isBox(node.data)) return;
    const { height: head, lines: headLines } = headOf(node);
    const headFont = (HEAD_FONT * head) / (HEAD_MARGIN + headLines * HEAD_LINE);
    boxes.push({ key, ...area, head, headLines, headFont, depth: node.depth - 1 });
  });
  const marks = marksIn(cells, figures);
  return { boxes, marks, width, height };
}

function insideBox(node: HierarchyRectangularNode<Branch>): number {
  return isBox(node.data) ? GAP : 0;
}

/**
 * How high the heads are. A title that is too long for one line gets two, where there is the height for it. In a picture
 * that is larger than the window the heads of the outer themes are larger, so that they are legible from afar.
 */
function headsFor(growth: number): (node: HierarchyRectangularNode<Branch>) => { height: number; lines: number } {
  return node => {
    const scale = Math.max(1, growth / 2 ** (node.depth - 1));
    const [width, height] = [node.x1 - node.x0 - 2 * GAP, node.y1 - node.y0];
    const isLong = roughWidth(node.data.title, HEAD_FONT * scale) * 1.08 > width;
    const lines = isLong && height > 110 * scale ? 2 : 1;
    // Where boxes are tiny, the head must not take all of it.
    return { height: Math.min((HEAD_MARGIN + lines * HEAD_LINE) * scale, height * 0.35), lines };
  };
}

function marksIn(cells: readonly { key: string; cell: Rectangle }[], figures: ReadonlyMap<string, number>): Mark[] {
  const sized = cells.map(({ key, cell }) => {
    const title = Math.min(TITLE_ROOM, cell.height * TITLE_PART);
    const room = Math.max(0.5, Math.min(cell.width, cell.height - title) / 2 - CELL_MARGIN);
    return { key, cell, title, room, size: Math.sqrt(Math.max(UNUSED, figures.get(key) ?? 0)) };
  });
  // One scale for all, or areas could not be compared: that at which the tightest circle still fits. In a large codebook
  // a few cramped ones must not make all others tiny: these are drawn as large as they can be.
  const units = sized.map(({ room, size }) => Math.min(room, LARGEST) / size).sort((a, b) => a - b);
  const unit = units[Math.floor(units.length * CRAMPED)] ?? 0;
  return sized.map(({ key, cell, title, size, room }) => {
    const r = Math.min(room, size * unit);
    const top = cell.y + Math.max(0, (cell.height - 2 * r - title) / 2);
    return { key, cell, x: cell.x + cell.width / 2, y: top + r, r };
  });
}
