import { shadesOf } from '../codebook/shades.js';
import type { Timeline } from '../review/timeline.js';
import { escapeXml } from './escapeXml.js';
import type { SvgFile } from './mapSvg.js';
import { PATTERN_SIZE, patternOf } from './patterns.js';
import { roughWidth } from './textWidth.js';
import { figuresToDraw, type LineNames, type StackBy, seriesOf } from './timelineFigures.js';
import { CHART_FONT, type ChartLabel, layoutTimeline, type Panel, type TimelineLayout } from './timelineLayout.js';

/** What goes into the file. */
export interface TimelinePicture {
  readonly by: StackBy;
  readonly names: LineNames;
  /** Heading of the picture for who cannot see it. */
  readonly title: string;
  /** What the picture shows, in a sentence; also printed below it. */
  readonly caption: string;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** Size of the picture in a file, and the margin around it, in units. */
const SIZE = { width: 1060, height: 560 } as const;
const MARGIN = 16;
const CAPTION = 32;
const FONT = 'Helvetica, Arial, sans-serif';
const INK = '#1f1f1f';
const RULE = '#d0d0d0';
/** The line of the themes is broken, that of the codes is not. */
const DASHES: Readonly<Record<string, string>> = { themes: ' stroke-dasharray="6 4"' };

/**
 * The timeline as an SVG file that needs nothing else: light colours for print, generic fonts, no script, and title and
 * description for who cannot see it.
 */
export function timelineSvg(timeline: Timeline, { by, names, title, caption, now }: TimelinePicture): SvgFile {
  const layout = layoutTimeline(figuresToDraw(timeline, by, names, now), SIZE, roughWidth);
  const colors = seriesOf(timeline, by).map(({ color }) => shadesOf(color).light);
  const [width, height] = [SIZE.width + 2 * MARGIN, SIZE.height + 2 * MARGIN + CAPTION];
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">${escapeXml(caption)}</desc>`,
    `<defs>${colors.map(patternSvg).join('')}</defs>`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="#ffffff"/>`,
    ...[layout.stack, layout.counts].flatMap(panel => axisSvg(panel, layout)),
    ...layout.timeTicks.map(tick => text(tick.label, tick.at, SIZE.height - 8, 'middle')),
    ...layout.stack.areas.map(({ area }, i) => `<path d="${area}" fill="url(#p${i})"/>`),
    // Where an area has nothing, its edge is that of the one below, which is to be seen.
    ...layout.stack.areas
      .map(({ edge }, i) => `<path d="${edge}" fill="none" stroke="${colors[i]}" stroke-width="1.75"/>`)
      .reverse(),
    ...layout.counts.lines.map(
      ({ key, line }) => `<path d="${line}" fill="none" stroke="${INK}" stroke-width="1.75"${DASHES[key] ?? ''}/>`,
    ),
    ...layout.stack.labels.map((label, i) => swatchSvg(label, i, colors[i]) + labelSvg(label)),
    ...layout.counts.labels.map(label => keySvg(label) + labelSvg(label)),
    text(caption, 0, SIZE.height + MARGIN + CAPTION / 2, 'start'),
    '</svg>',
  ];
  return { text: `${lines.join('\n')}\n`, width, height };
}

function patternSvg(color: string, index: number): string {
  const box = `width="${PATTERN_SIZE}" height="${PATTERN_SIZE}"`;
  return (
    `<pattern id="p${index}" ${box} patternUnits="userSpaceOnUse"><rect ${box} fill="${color}" fill-opacity="0.16"/>` +
    `<path d="${patternOf(index)}" stroke="${color}" stroke-opacity="0.7" fill="none"/></pattern>`
  );
}

function axisSvg({ ticks, bottom }: Panel, { left, right }: TimelineLayout): string[] {
  return ticks.map(
    ({ label, at }) =>
      `<path d="M${left},${at}H${right}" stroke="${at === bottom ? INK : RULE}"/>${text(label, left - 6, at + 4, 'end')}`,
  );
}

function swatchSvg({ x, y }: ChartLabel, index: number, color = INK): string {
  return `<rect x="${x - 18}" y="${y - 6}" width="12" height="12" fill="url(#p${index})" stroke="${color}" stroke-width="1.5"/>`;
}

function keySvg({ key, x, y }: ChartLabel): string {
  return `<path d="M${x - 18},${y}h13" stroke="${INK}" stroke-width="1.75"${DASHES[key] ?? ''}/>`;
}

function labelSvg({ text: label, x, y }: ChartLabel): string {
  return text(label, x, y + 4, 'start');
}

function text(value: string, x: number, y: number, anchor: 'start' | 'middle' | 'end'): string {
  return `<text x="${x}" y="${y}" font-family="${FONT}" font-size="${CHART_FONT}" fill="${INK}" text-anchor="${anchor}">${escapeXml(value)}</text>`;
}
