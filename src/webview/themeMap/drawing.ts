import type { MapNode } from '../../core/analysis/themeMap.js';
import { type Label, LINE_HEIGHT, labelsAt } from '../../core/report/mapLabels.js';
import { type Box, layoutMap, type MapLayout, type Mark, type Rectangle } from '../../core/report/mapLayout.js';
import { linkPaths, strongLinks } from '../../core/report/mapLinks.js';
import type { MeasureText } from '../../core/report/textWidth.js';
import { cssColor } from '../common/colors.js';
import { html, svg } from '../common/dom.js';
import type { Size } from './camera.js';
import { type Shown, togetherWith } from './model.js';
import { described, detailsOf } from './words.js';

/** The picture as it is drawn once for each state; zooming moves it, and sets the titles anew. */
export interface Drawing {
  readonly layout: MapLayout;
  /** What grows with the zoom: boxes, links and circles. */
  readonly shapes: SVGGElement;
  /** The element of each theme and code, in the order of the codebook; the one the keyboard is at can be focused. */
  readonly elements: ReadonlyMap<string, SVGGElement>;
  /** The links, by nothing but order; each knows its ends. */
  readonly links: readonly { readonly a: string; readonly b: string; readonly element: SVGPathElement }[];
}

const CORNER = 8;
/** From this radius on, in pixels, a circle holds its figure. */
const HOLDS_FIGURE = 9;

/** Draws boxes, links and circles as a picture of a size. */
export function draw(shown: Shown, size: Size): Drawing {
  const layout = layoutMap(shown.map.nodes, shown.measure, size);
  const boxes = new Map(layout.boxes.map(box => [box.key, box]));
  const marks = new Map(layout.marks.map(mark => [mark.key, mark]));
  const elements = new Map<string, SVGGElement>();
  const [behind, front] = [svg('g'), svg('g')];
  for (const node of shown.map.nodes) {
    const [box, mark] = [boxes.get(node.key), marks.get(node.key)];
    if (box !== undefined) {
      const rectangle = boxOf(box, node);
      // The box around a code that holds others is decoration: its circle is what can be reached.
      const element = mark === undefined ? reachable(shown, node, rectangle) : svg('g', {}, rectangle);
      behind.append(element);
      if (mark === undefined) elements.set(node.key, element);
    }
    if (mark !== undefined) {
      const element = reachable(shown, node, ...markOf(mark, node));
      front.append(element);
      elements.set(node.key, element);
    }
  }
  const chosen = shown.minimum === 0 ? [] : strongLinks(shown.map.links, shown.measure, shown.minimum);
  const links = linkPaths(chosen, layout, shown.measure).map(({ link, d, width }) => ({
    a: link.a,
    b: link.b,
    element: svg('path', { d, 'stroke-width': width }),
  }));
  const between = svg('g', { class: 'links', 'aria-hidden': 'true' }, ...links.map(({ element }) => element));
  return { layout, shapes: svg('g', {}, behind, between, front), elements, links };
}

/** The titles that are legible in a scale, in a part of the picture. Screen readers have them with the shapes. */
export function drawLabels(
  shown: Shown,
  layout: MapLayout,
  scale: number,
  measure: MeasureText,
  view: Rectangle,
): SVGGElement {
  const labels = labelsAt(shown.map.nodes, layout, scale, measure, view).map(labelOf);
  const figures = layout.marks
    .filter(mark => mark.r * scale >= HOLDS_FIGURE)
    .map(({ key, x, y }) => figureOf(key, x * scale, y * scale, shown.nodes.get(key)?.[shown.measure] ?? 0));
  return svg('g', { class: 'labels', 'aria-hidden': 'true' }, ...labels, ...figures);
}

/** What is shown beside the mouse or the focus: title, figures, definition and what the code stands together with. */
export function tipOf(shown: Shown, node: MapNode): HTMLElement[] {
  const parent = node.parent === undefined ? undefined : shown.nodes.get(node.parent);
  const together = togetherWith(shown, node.key).slice(0, 3);
  return [
    html('strong', {}, node.title),
    html('div', { class: 'muted' }, detailsOf(shown.texts, node, parent).join(', ')),
    ...(node.definition === undefined ? [] : [html('div', { class: 'definition' }, node.definition)]),
    ...(together.length === 0
      ? []
      : [
          html(
            'div',
            { class: 'muted' },
            `${shown.texts.together} ${together.map(({ node: other, link }) => `${other.title} (${link[shown.measure]})`).join(', ')}`,
          ),
        ]),
  ];
}

function reachable(shown: Shown, node: MapNode, ...children: SVGElement[]): SVGGElement {
  const parent = node.parent === undefined ? undefined : shown.nodes.get(node.parent);
  const attributes = {
    class: `node ${node.kind}`,
    'data-key': node.key,
    role: 'treeitem',
    tabindex: -1,
    'aria-label': described(shown.texts, node, parent),
    'aria-level': levelOf(shown, node),
  };
  return svg('g', attributes, ...children);
}

function levelOf(shown: Shown, node: MapNode): number {
  let level = 1;
  for (let at = node.parent; at !== undefined; at = shown.nodes.get(at)?.parent) level++;
  return level;
}

function boxOf(box: Box, node: MapNode): SVGRectElement {
  const { x, y, width, height } = box;
  const rectangle = svg('rect', { x, y, width, height, rx: CORNER, class: `box ${node.phase ?? ''}` });
  if (node.color !== undefined) rectangle.style.stroke = cssColor(node.color);
  return rectangle;
}

function markOf(mark: Mark, node: MapNode): SVGElement[] {
  const circle = svg('circle', { cx: mark.x, cy: mark.y, r: mark.r, class: `mark ${node.phase ?? ''}` });
  const color = cssColor(node.color ?? '');
  circle.style.setProperty('--code', color);
  // Easier to hit than a small circle, and what the ring of the focus goes around.
  const target = svg('circle', { cx: mark.x, cy: mark.y, r: Math.max(mark.r + 4, 12), class: 'target' });
  return [target, circle];
}

function figureOf(key: string, x: number, y: number, count: number): SVGTextElement {
  return svg('text', { class: 'figure', 'data-label': key, x, y: y + 4, 'font-size': 12 }, String(count));
}

function labelOf({ key, of, x, y, lines, size }: Label): SVGTextElement {
  const text = svg('text', { class: `title-${of}`, 'data-label': key, x, y, 'font-size': size });
  text.append(
    ...lines.map((line, i) => svg('tspan', { x, y: y + (i + 0.5) * size * LINE_HEIGHT + size * 0.35 }, line)),
  );
  return text;
}
