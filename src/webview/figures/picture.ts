import type { FigureLink } from '../../core/report/figures/chart.js';
import type { Figure } from '../../core/report/figures/figure.js';
import { html, setAttributes } from '../common/dom.js';
import { screenWidth } from '../common/textWidth.js';
import { SCREEN } from './draw/colors.js';
import { drawFigure } from './draw/draw.js';

/** The picture, with its title and what was counted. */
export interface FigurePicture {
  readonly element: HTMLElement;
  show(figure: Figure, caption: string): void;
}

/** What a picture is wide at least, and what stands around it, in pixels. */
const LEAST_WIDTH = 360;
const AROUND = 24;

/**
 * Makes the picture. To a screen reader it is one image with its gist; the table leads to the same places.
 * @param open a person clicked on a part of it that leads somewhere
 */
export function makePicture(open: (link: FigureLink) => void): FigurePicture {
  const title = html('h2', {});
  const stage = html('div', { class: 'stage' });
  const caption = html('p', { class: 'caption-line muted' });
  const element = html('section', { class: 'picture' }, title, stage, caption);
  const measure = screenWidth();
  let shown: Figure | undefined;
  let links: ReadonlyMap<Element, FigureLink> = new Map();
  let width = 0;

  const draw = (): void => {
    if (shown === undefined || element.clientWidth === 0) return;
    width = element.clientWidth;
    const drawn = drawFigure(shown, Math.max(LEAST_WIDTH, width - AROUND), measure, SCREEN);
    links = drawn.links;
    for (const part of links.keys()) part.classList.add('leads');
    setAttributes(drawn.svg, { class: 'figure', role: 'img', 'aria-label': shown.gist });
    stage.replaceChildren(drawn.svg);
  };
  stage.addEventListener('click', event => {
    for (let at = event.target; at instanceof Element && at !== stage; at = at.parentElement) {
      const link = links.get(at);
      if (link === undefined) continue;
      open(link);
      return;
    }
  });
  new ResizeObserver(() => {
    if (element.clientWidth !== width) draw();
  }).observe(element);
  return {
    element,
    show: (figure, words) => {
      shown = figure;
      title.textContent = figure.title;
      caption.textContent = words;
      draw();
    },
  };
}
