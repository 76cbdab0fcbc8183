import { PATTERN_SIZE, patternOf } from '../../core/report/patterns.js';
import { figuresToDraw, type StackBy, seriesOf } from '../../core/report/timelineFigures.js';
import {
  CHART_FONT,
  type ChartLabel,
  layoutTimeline,
  type Panel,
  type TimelineLayout,
} from '../../core/report/timelineLayout.js';
import { cssColor } from '../common/colors.js';
import { html, setAttributes, svg } from '../common/dom.js';
import { screenWidth } from '../common/textWidth.js';
import { described, type ShownTimeline } from './model.js';

/** The two pictures, with the chosen version marked in them. */
export interface Chart {
  readonly element: HTMLElement;
  show(shown: ShownTimeline, by: StackBy, chosen: number): void;
}

/** Height of the picture in pixels, and the least width it is laid out for: below, it is shown smaller. */
const HEIGHT = 330;
const LEAST_WIDTH = 420;

/**
 * Makes the picture. To the keyboard and a screen reader it is a slider over the versions.
 * @param choose a person chose a version, by its index
 */
export function makeChart(choose: (version: number) => void): Chart {
  const drawing = svg('g', { 'aria-hidden': 'true' });
  const marker = svg('path', { class: 'marker', 'aria-hidden': 'true' });
  const surface = svg('svg', { class: 'chart', role: 'slider', tabindex: 0 }, drawing, marker);
  const element = html('div', { class: 'picture' }, surface);
  const measure = screenWidth();
  let state: { shown: ShownTimeline; by: StackBy; chosen: number } | undefined;
  let layout: TimelineLayout | undefined;

  const draw = (): void => {
    if (state === undefined || element.clientWidth === 0) return;
    const { shown, by } = state;
    const size = { width: Math.max(LEAST_WIDTH, element.clientWidth), height: HEIGHT };
    layout = layoutTimeline(figuresToDraw(shown.timeline, by, shown.texts, shown.now), size, measure);
    setAttributes(surface, { viewBox: `0 0 ${size.width} ${size.height}` });
    drawing.replaceChildren(...parts(shown, by, layout));
    mark();
  };
  const mark = (): void => {
    if (state === undefined || layout === undefined) return;
    const { shown, chosen } = state;
    const x = layout.moments[chosen] ?? layout.left;
    setAttributes(marker, { d: `M${x},${layout.stack.top - 4}V${layout.counts.bottom}` });
    setAttributes(surface, {
      'aria-label': shown.texts.pictureLabel,
      'aria-valuemin': 1,
      'aria-valuemax': shown.timeline.rows.length,
      'aria-valuenow': chosen + 1,
      'aria-valuetext': described(shown, chosen),
    });
  };
  surface.addEventListener('click', event => {
    if (layout === undefined) return;
    const box = surface.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * layout.width;
    const distances = layout.moments.map(at => Math.abs(at - x));
    choose(distances.lastIndexOf(Math.min(...distances)));
  });
  surface.addEventListener('keydown', event => {
    if (state === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = stepOf(event.key, state.chosen, state.shown.timeline.rows.length - 1);
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  });
  new ResizeObserver(draw).observe(element);
  return {
    element,
    show: (shown, by, chosen) => {
      const isSame = state?.shown === shown && state.by === by;
      state = { shown, by, chosen };
      if (isSame) mark();
      else draw();
    },
  };
}

function stepOf(key: string, from: number, last: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowLeft: from - 1, ArrowDown: from - 1, ArrowRight: from + 1, ArrowUp: from + 1 },
    ...{ Home: 0, End: last, PageDown: from - 10, PageUp: from + 10 },
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.max(0, Math.min(last, to));
}

function parts({ timeline }: ShownTimeline, by: StackBy, layout: TimelineLayout): SVGElement[] {
  const series = seriesOf(timeline, by);
  return [
    svg('defs', {}, ...series.map(({ color }, i) => colored(patternAt(i), color))),
    ...[layout.stack, layout.counts].flatMap(panel => axis(panel, layout)),
    ...layout.timeTicks.map(({ label, at }) => text(label, at, layout.height - 8, 'middle')),
    ...layout.stack.areas.map(({ area }, i) => svg('path', { class: 'area', d: area, fill: `url(#p${i})` })),
    // Where an area has nothing, its edge is that of the one below, which is to be seen.
    ...layout.stack.areas
      .map(({ edge }, i) => colored(svg('path', { class: 'edge', d: edge }), series[i]?.color ?? ''))
      .reverse(),
    ...layout.counts.lines.map(({ key, line }) => svg('path', { class: `line ${key}`, d: line })),
    ...layout.stack.labels.map((label, i) => colored(seriesLabel(label, i), series[i]?.color ?? '')),
    ...layout.counts.labels.map(lineLabel),
  ];
}

function patternAt(index: number): SVGPatternElement {
  const size = { width: PATTERN_SIZE, height: PATTERN_SIZE };
  return svg(
    'pattern',
    { id: `p${index}`, patternUnits: 'userSpaceOnUse', ...size },
    svg('rect', { class: 'ground', ...size }),
    svg('path', { class: 'hatch', d: patternOf(index) }),
  );
}

function axis({ ticks, bottom }: Panel, { left, right }: TimelineLayout): SVGElement[] {
  return ticks.map(({ label, at }) =>
    svg(
      'g',
      {},
      svg('path', { class: at === bottom ? 'base' : 'rule', d: `M${left},${at}H${right}` }),
      text(label, left - 6, at + 4, 'end'),
    ),
  );
}

function seriesLabel(label: ChartLabel, index: number): SVGGElement {
  const { x, y } = label;
  const swatch = { class: 'swatch-of', x: x - 18, y: y - 6, width: 12, height: 12, fill: `url(#p${index})` };
  return svg('g', { class: 'series' }, svg('rect', swatch), labelText(label));
}

function lineLabel(label: ChartLabel): SVGGElement {
  return svg(
    'g',
    {},
    svg('path', { class: `line ${label.key}`, d: `M${label.x - 18},${label.y}h13` }),
    labelText(label),
  );
}

function labelText({ text: label, x, y }: ChartLabel): SVGTextElement {
  return text(label, x, y + 4, 'start');
}

function text(value: string, x: number, y: number, anchor: string): SVGTextElement {
  return svg('text', { x, y, 'text-anchor': anchor, 'font-size': CHART_FONT }, value);
}

function colored<E extends SVGElement>(element: E, color: string): E {
  element.style.setProperty('--series', cssColor(color));
  return element;
}
