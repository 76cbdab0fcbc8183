import type { Chart } from '../../../core/report/figures/chart.js';
import { FONT_SIZE, LEGEND_LINE } from '../../../core/report/figures/chart.js';
import { LEGEND_BOX, legendPlaces } from '../../../core/report/figures/legend.js';
import type { MeasureText } from '../../../core/report/textWidth.js';
import { svg } from '../../common/dom.js';
import type { Colors } from './colors.js';

/** The legend of a picture, at its upper left; the patterns are those of the picture. Undefined where there is nothing to explain. */
export function drawLegend(chart: Chart, room: number, measure: MeasureText, colors: Colors): SVGGElement | undefined {
  if (chart.legend.length === 0) return undefined;
  const { places } = legendPlaces(
    chart.legend.map(({ label }) => label),
    room,
    label => measure(label, FONT_SIZE),
  );
  const entries = chart.legend.map(({ label, fill }, i) => {
    const { x = 0, line = 0 } = places[i] ?? {};
    const y = line * LEGEND_LINE + LEGEND_LINE / 2 + 4;
    const isCode = typeof fill !== 'string' && 'code' in fill;
    const url = isCode && fill.pattern !== undefined ? `url(#pattern-${fill.pattern}-${fill.code})` : undefined;
    const color = fill === 'none' ? 'none' : colors.of(fill);
    const mark =
      fill === 'ink'
        ? svg('path', { d: `M${x},${y}h16`, stroke: color, 'stroke-width': 2 })
        : svg('rect', { x, y: y - 7, width: 15, height: 14, fill: url ?? color, stroke: color });
    return svg('g', {}, mark, svg('text', { x: x + LEGEND_BOX, y: y + 4 }, label));
  });
  return svg('g', { class: 'legend', 'text-anchor': 'start', transform: 'translate(8, 0)' }, ...entries);
}
