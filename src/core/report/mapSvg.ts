import type { MapNode, Measure, ThemeMap } from '../analysis/themeMap.js';
import { shadesOf } from '../codebook/shades.js';
import { escapeXml } from './escapeXml.js';
import { type Label, LINE_HEIGHT, labelsAt } from './mapLabels.js';
import { type Box, FILE_SIZE, layoutMap, type Mark } from './mapLayout.js';
import { linkPaths, round, strongLinks } from './mapLinks.js';
import { roughWidth } from './textWidth.js';

/** What goes into the file. */
export interface MapPicture {
  readonly measure: Measure;
  /** The least strength of links that are drawn; no links where it is missing. */
  readonly minimum?: number | undefined;
  /** Heading of the picture for who cannot see it. */
  readonly title: string;
  /** What the picture shows, in a sentence; also printed below it. */
  readonly caption: string;
}

/** Margin around the picture, and room for the caption, in units. */
const MARGIN = 16;
const CAPTION = 32;
const FONT = 'Helvetica, Arial, sans-serif';
const INK = '#1f1f1f';
const LINE = '#9a9a9a';
/** Roundness of boxes. */
const CORNER = 8;

/** A picture as a file, with its size in units. */
export interface SvgFile {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The map as an SVG file that needs nothing else: light colours for print, generic fonts, no script, and title and
 * description for who cannot see it.
 */
export function mapSvg(map: ThemeMap, { measure, minimum, title, caption }: MapPicture): SvgFile {
  const layout = layoutMap(map.nodes, measure, FILE_SIZE);
  const nodes = new Map(map.nodes.map(node => [node.key, node]));
  const width = layout.width + 2 * MARGIN;
  const height = layout.height + 2 * MARGIN + CAPTION;
  const chosen = minimum === undefined ? [] : strongLinks(map.links, measure, minimum);
  const links = linkPaths(chosen, layout, measure);
  const bottom = layout.height + MARGIN + CAPTION / 2;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">${escapeXml(caption)}</desc>`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="#ffffff"/>`,
    ...group(
      'fill="#000000" fill-opacity="0.03"',
      layout.boxes.map(box => boxSvg(box, nodes.get(box.key))),
    ),
    ...group(
      `fill="none" stroke="${INK}" stroke-opacity="0.35" stroke-linecap="round"`,
      links.map(link => `<path d="${link.d}" stroke-width="${round(link.width)}"/>`),
    ),
    ...group(
      '',
      layout.marks.map(mark => markSvg(mark, nodes.get(mark.key), measure)),
    ),
    ...group(`font-family="${FONT}" fill="${INK}"`, [
      ...labelsAt(map.nodes, layout, 1, roughWidth).map(labelSvg),
      line(caption, 0, bottom, 12),
    ]),
    '</svg>',
  ];
  return { text: `${lines.join('\n')}\n`, width, height };
}

function boxSvg(box: Box, node: MapNode | undefined): string {
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(round);
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${CORNER}" stroke="${shadeOf(node?.color)}"${phaseSvg(node)}/>`;
}

function markSvg(mark: Mark, node: MapNode | undefined, measure: Measure): string {
  const color = shadeOf(node?.color);
  const [x, y, r] = [mark.x, mark.y, mark.r].map(round);
  const circle = `<circle cx="${x}" cy="${y}" r="${r}" fill="${tint(color)}" stroke="${color}"${phaseSvg(node)}/>`;
  const count = node?.[measure] ?? 0;
  const font = `font-family="${FONT}" font-weight="bold" fill="${INK}" text-anchor="middle"`;
  return mark.r < 9 ? circle : `${circle}<g ${font}>${line(String(count), mark.x, mark.y, 12)}</g>`;
}

/** A candidate has a broken line, what is defined a heavy one. */
function phaseSvg(node: MapNode | undefined): string {
  const dash = node?.phase === 'candidate' ? ' stroke-dasharray="5 4"' : '';
  return ` stroke-opacity="1" stroke-width="${node?.phase === 'defined' ? 2.75 : 1.25}"${dash}`;
}

function labelSvg({ of, x, y, lines, size }: Label): string {
  const kind = of === 'head' ? 'font-weight="bold"' : 'text-anchor="middle"';
  const all = lines.map((text, i) => line(text, x, y + (i + 0.5) * size * LINE_HEIGHT, size));
  return `<g ${kind} stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${all.join('')}</g>`;
}

/** One line of text around its middle line. Not every program knows `dominant-baseline`, so the line is moved. */
function line(text: string, x: number, y: number, size: number): string {
  return `<text x="${round(x)}" y="${round(y + size * 0.35)}" font-size="${round(size)}">${escapeXml(text)}</text>`;
}

function group(attributes: string, children: readonly string[]): string[] {
  return children.length === 0 ? [] : [attributes === '' ? '<g>' : `<g ${attributes}>`, ...children, '</g>'];
}

function shadeOf(color: string | undefined): string {
  return color === undefined ? LINE : shadesOf(color).light;
}

/** A colour thinned with white so far that dark letters stand out from it, whatever colour it is. */
function tint(color: string): string {
  const part = (from: number): string => {
    const value = Number.parseInt(color.slice(from, from + 2), 16);
    return Math.round(255 - (255 - value) * 0.2)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}
