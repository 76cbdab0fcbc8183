import type { Figure } from '../../../core/report/figures/figure.js';
import type { MeasureText } from '../../../core/report/textWidth.js';
import type { Colors } from './colors.js';
import { drawLegend } from './legend.js';
import { type Drawing, drawChart } from './plot.js';

/** A picture that is drawn, with its size in units. */
export interface DrawnFigure extends Drawing {
  readonly width: number;
  readonly height: number;
}

/** Draws a figure as wide as there is room; it may become wider, and is then scrolled. */
export function drawFigure(figure: Figure, room: number, measure: MeasureText, colors: Colors): DrawnFigure {
  const chart = figure.chart({ width: room, measure });
  const drawing = drawChart(chart, colors);
  const legend = drawLegend(chart, room, measure, colors);
  if (legend !== undefined) drawing.svg.append(legend);
  return { ...drawing, width: chart.width, height: chart.height };
}
