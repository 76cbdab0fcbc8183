import type { MapNode } from '../analysis/themeMap.js';
import type { MapLayout, Rectangle } from './mapLayout.js';
import type { MeasureText } from './textWidth.js';
import { wrapText } from './wrapText.js';

/** A title with its place, in pixels from where the picture begins. */
export interface Label {
  readonly key: string;
  /** `head`: of a box, beginning at `x`. `mark`: below the circle of a code, `x` being its middle. */
  readonly of: 'head' | 'mark';
  readonly x: number;
  /** Top of the first line. */
  readonly y: number;
  readonly lines: readonly string[];
  /** Font size. */
  readonly size: number;
}

/** Distance of two lines, in font sizes. */
export const LINE_HEIGHT = 1.2;
/** Font sizes of titles of codes, in pixels, and how many lines they may have. */
const MARK_SIZES = [13, 12, 11];
const MARK_LINES = 3;
const HEAD_LARGEST = 15;
const SMALLEST = 11;
const MARGIN = 4;
const HEAD_MARGIN = 12;
/** A cell this narrow, in font sizes, would show hardly more than an ellipsis. */
const NARROWEST = 4;

/**
 * The titles that are legible when the picture is shown in a scale: letters keep the size of the screen's text, so coming
 * closer shows more of them.
 * @param scale pixels for one picture unit
 * @param view the part of the picture to set, in units; all of it where it is missing
 */
export function labelsAt(
  nodes: readonly MapNode[],
  layout: MapLayout,
  scale: number,
  measure: MeasureText,
  view?: Rectangle,
): Label[] {
  const isSeen = (area: Rectangle): boolean => view === undefined || meet(area, view);
  const titles = new Map(nodes.map(node => [node.key, node.title]));
  const heads = layout.boxes.filter(isSeen).flatMap(({ key, x, y, width, head, headLines, headFont }): Label[] => {
    const height = head * scale;
    const size = Math.min(HEAD_LARGEST, headFont * scale);
    const room = width * scale - 2 * HEAD_MARGIN * Math.min(1, scale);
    if (size < SMALLEST || room < NARROWEST * size) return [];
    const lines = wrapText(titles.get(key) ?? '', room, headLines, text => measure(text, size) * 1.06).lines;
    const top = y * scale + (height - lines.length * size * LINE_HEIGHT) / 2 + 1;
    return [{ key, of: 'head', x: (x + HEAD_MARGIN * Math.min(1, 1 / scale)) * scale, y: top, lines, size }];
  });
  const marks = layout.marks
    .filter(({ cell }) => isSeen(cell))
    .flatMap(({ key, x, y, r, cell }): Label[] => {
      const top = (y + r) * scale + MARGIN;
      const height = (cell.y + cell.height) * scale - top;
      const width = cell.width * scale - MARGIN;
      const fitting = MARK_SIZES.map(size => {
        const most = Math.min(MARK_LINES, Math.floor(height / (size * LINE_HEIGHT)));
        return { size, ...wrapText(titles.get(key) ?? '', width, most, text => measure(text, size)) };
      });
      // The largest size that shows all of the title, else the smallest, which shows most of it.
      const best = fitting.find(({ isWhole }) => isWhole) ?? fitting.at(-1);
      if (best === undefined || best.lines.length === 0 || width < NARROWEST * best.size) return [];
      return [{ key, of: 'mark', x: x * scale, y: top, lines: best.lines, size: best.size }];
    });
  return [...heads, ...marks];
}

function meet(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
