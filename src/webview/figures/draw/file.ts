import type { Figure } from '../../../core/report/figures/figure.js';
import { roughWidth } from '../../../core/report/textWidth.js';
import { wrapText } from '../../../core/report/wrapText.js';
import { svg } from '../../common/dom.js';
import { PAPER } from './colors.js';
import { drawFigure } from './draw.js';

/** A picture as a file, with its size in units. */
export interface PictureFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** In units: how wide a picture is in a file where it can be, and what stands around it. */
const WIDTH = 900;
const MARGIN = 20;
const FONT = 'Helvetica, Arial, sans-serif';
const [TITLE, CAPTION, LINE] = [16, 11, 15];
const MOST_LINES = 6;
/** What is held back is said to its end. */
const MOST_HELD_LINES = 40;

/**
 * A picture as an SVG file that needs nothing else: fixed colours on white, generic fonts, no script and no style sheet, and title
 * and description for who cannot see it. Below it stands, small, what was counted, and what is held back of it.
 */
export function pictureFile(figure: Figure, title: string, caption: string, heldBack: readonly string[]): PictureFile {
  const drawn = drawFigure(figure, WIDTH, roughWidth, PAPER);
  const width = Math.ceil(Math.max(drawn.width, WIDTH / 2) + 2 * MARGIN);
  const wrapped = (text: string, most: number): readonly string[] =>
    wrapText(text, width - 2 * MARGIN, most, part => roughWidth(part, CAPTION)).lines;
  const lines = [...wrapped(caption, MOST_LINES), ...wrapped(heldBack.join(' '), MOST_HELD_LINES)];
  const top = MARGIN + TITLE + 14;
  const height = Math.ceil(top + drawn.height + 14 + lines.length * LINE + MARGIN);
  const ink = PAPER.of('ink');
  const inner = svg('g', { transform: `translate(${MARGIN}, ${top})` }, ...drawn.svg.childNodes);
  for (const name of ['font-size', 'text-anchor', 'fill']) {
    const value = drawn.svg.getAttribute(name);
    if (value !== null) inner.setAttribute(name, value);
  }
  const [fitted = ''] = wrapText(title, width - 2 * MARGIN, 1, text => roughWidth(text, TITLE)).lines;
  const root = svg(
    'svg',
    {
      ...{ width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-labelledby': 'title desc' },
      ...{ 'font-family': FONT, fill: ink },
    },
    svg('title', { id: 'title' }, title),
    svg('desc', { id: 'desc' }, [figure.gist, caption, ...heldBack].join(' ')),
    svg('rect', { width, height, fill: PAPER.of('paper') }),
    svg('text', { x: MARGIN, y: MARGIN + TITLE - 2, 'font-size': TITLE, 'font-weight': 600 }, fitted),
    inner,
    ...lines.map((text, i) =>
      svg('text', { x: MARGIN, y: top + drawn.height + 14 + (i + 0.8) * LINE, 'font-size': CAPTION }, text),
    ),
  );
  // Not every program knows what the current colour is.
  for (const element of root.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes])
      if (value === 'currentColor') element.setAttribute(name, ink);
  }
  const text = `${new XMLSerializer().serializeToString(root)}\n`;
  return { bytes: new TextEncoder().encode(text), width, height };
}
