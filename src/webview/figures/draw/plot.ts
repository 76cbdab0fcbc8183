// The one place that knows the library that draws: what replaces it one day replaces it here.
import { axisX, axisY, dot, gridX, gridY, line, link, type Markish, plot, rect, text } from '@observablehq/plot';
import { select } from 'd3-selection';
import {
  type Chart,
  type ChartAxis,
  type ChartLayer,
  type FigureLink,
  FONT_SIZE,
  type Paint,
} from '../../../core/report/figures/chart.js';
import type { Colors } from './colors.js';
import { Patterns } from './patterns.js';

/** A picture that is drawn. */
export interface Drawing {
  readonly svg: SVGSVGElement;
  /** Where clicks on its parts lead. */
  readonly links: ReadonlyMap<Element, FigureLink>;
}

/** Draws a picture. It has no style sheet of its own: a content security policy would refuse it. */
export function drawChart(chart: Chart, colors: Colors): Drawing {
  const patterns = new Patterns(colors);
  const paint = (value: Paint | undefined): string =>
    value === undefined || value === 'none' ? 'none' : patterns.of(value);
  const { width, height, margin } = chart;
  const drawn = plot({
    ...{ width, height },
    marginTop: margin.top,
    marginRight: margin.right,
    marginBottom: margin.bottom,
    marginLeft: margin.left,
    x: { type: 'linear', domain: [chart.x.from, chart.x.to], range: [margin.left, width - margin.right], axis: null },
    y: { type: 'linear', domain: [chart.y.from, chart.y.to], range: [margin.top, height - margin.bottom], axis: null },
    // Colours, radii and widths are what they are.
    color: { type: 'identity' },
    r: { type: 'identity' },
    marks: [
      ...chart.axes.flatMap(axis => gridOf(axis, colors)),
      ...chart.layers.map(layer => markOf(layer, paint)),
      ...chart.axes.map(axis => axisOf(axis)),
    ],
  });
  const svg = drawn as SVGSVGElement;
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const name of ['class', 'font-family']) svg.removeAttribute(name);
  svg.setAttribute('font-size', String(FONT_SIZE));
  svg.setAttribute('fill', colors.of('ink'));
  svg.prepend(patterns.definitions());
  return { svg, links: linksOf(svg, chart.layers) };
}

function gridOf({ side, ticks, hasGrid }: ChartAxis, colors: Colors): Markish[] {
  if (!hasGrid) return [];
  const places = ticks.map(({ at }) => at);
  const options = { stroke: colors.of('rule'), strokeOpacity: 1 };
  return [side === 'left' ? gridY(places, options) : gridX(places, options)];
}

function axisOf({ side, ticks, turned, gap }: ChartAxis): Markish {
  const labels = new Map(ticks.map(({ at, label }) => [at, label]));
  const options = { tickSize: 0, tickPadding: gap ?? 7, label: null, tickFormat: (at: number) => labels.get(at) ?? '' };
  if (side === 'left') return axisY([...labels.keys()], { ...options, anchor: 'left' });
  return axisX([...labels.keys()], {
    ...options,
    anchor: side,
    ...(turned === undefined ? {} : { tickRotate: turned }),
  });
}

function markOf(layer: ChartLayer, paint: (value: Paint | undefined) => string): Markish {
  const { name: className } = layer;
  switch (layer.is) {
    case 'rects':
      return rect(layer.of, {
        ...{ className, x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', title: 'title' },
        fill: ({ fill }) => paint(fill),
        stroke: ({ stroke }) => paint(stroke),
        inset: layer.inset ?? 0,
      });
    case 'texts':
      return text(layer.of, {
        ...{ className, x: 'x', y: 'y', text: 'text', title: 'title' },
        ...(layer.isBold ? { fontWeight: 600 } : {}),
        ...(layer.hasHalo ? { stroke: paint('paper'), strokeWidth: 3 } : {}),
        fill: paint('ink'),
        textAnchor: layer.anchor ?? 'middle',
        dx: layer.dx ?? 0,
        dy: layer.dy ?? 0,
        lineHeight: 1.25,
      });
    case 'dots':
      return dot(layer.of, {
        ...{ className, x: 'x', y: 'y', r: 'r', title: 'title', strokeWidth: 1.5 },
        fill: ({ fill }) => paint(fill),
        stroke: ({ stroke }) => paint(stroke),
      });
    case 'links':
      return link(layer.of, {
        ...{ className, x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', strokeWidth: 'width', title: 'title' },
        ...{ stroke: paint('ink'), strokeOpacity: 0.4, strokeLinecap: 'round' },
      });
    case 'line':
      return line(layer.of, { className, x: 'x', y: 'y', stroke: paint('ink'), strokeWidth: 2 });
  }
}

/** Which element stands for which mark: the library leaves the index of the mark with each. */
function linksOf(svg: SVGSVGElement, layers: readonly ChartLayer[]): Map<Element, FigureLink> {
  const links = new Map<Element, FigureLink>();
  for (const layer of layers) {
    if (layer.is === 'line') continue;
    for (const element of svg.querySelectorAll(`.${layer.name} > *`)) {
      const index: unknown = select(element).datum();
      const target = typeof index === 'number' ? layer.of[index]?.link : undefined;
      if (target !== undefined) links.set(element, target);
    }
  }
  return links;
}
