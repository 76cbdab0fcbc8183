import type { Rectangle } from '../../core/report/mapLayout.js';
import { html, setAttributes, svg } from '../common/dom.js';
import { screenWidth } from '../common/textWidth.js';
import { MARGIN, openCamera, type Size, type Spot } from './camera.js';
import { type Drawing, draw, drawLabels, tipOf } from './drawing.js';
import { onMapKeys } from './keys.js';
import type { Shown } from './model.js';
import type { Zoom } from './protocol.js';
import { HEAD, placeTip } from './tip.js';

/** The map as a picture one can move about in. */
export interface Picture {
  readonly element: HTMLElement;
  showAll(): void;
  /** Draws a state; where one looks from and where the keyboard is stay the same. */
  show(shown: Shown): void;
}

/** What the picture tells of. */
export interface PictureEvents {
  /** A person opened a theme or code. */
  open(key: string): void;
  /** One looks from elsewhere now; undefined: at all of it. */
  moved(zoom: Zoom | undefined): void;
}

/** Where one looks from: shift in pixels, pixels for a unit. */
interface Look {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

/** Makes the picture. */
export function makePicture(start: Zoom | undefined, events: PictureEvents): Picture {
  const stage = svg('g');
  const surface = svg('svg', { class: 'map', role: 'tree', tabindex: -1 }, stage);
  const tip = html('div', { class: 'tip', 'aria-hidden': 'true', hidden: true });
  const element = html('div', { class: 'picture' }, surface, tip);
  const measure = screenWidth();
  let shown: Shown | undefined;
  let drawing: Drawing | undefined;
  let labels = svg('g');
  /** For what scale and part of the picture the titles are set. */
  let labelled: { readonly k: number; readonly view: Rectangle } | undefined;
  /** Where the keyboard is, or would come in. */
  let current: string | undefined;
  let size: Size = start === undefined ? SMALLEST : { width: start.width, height: start.height };
  /** While the picture is drawn anew the keyboard comes back to where it was; nobody moved it. */
  let isDrawing = false;

  /** Sets the titles in sight and a window's width around, so that they are there when one moves a little. */
  const setLabels = ({ x, y, k }: Look): void => {
    if (shown === undefined || drawing === undefined) return;
    const [width, height] = [surface.clientWidth / k, surface.clientHeight / k];
    const [left, top] = [-x / k, -y / k];
    const isThere =
      labelled?.k === k &&
      left >= labelled.view.x &&
      top >= labelled.view.y &&
      left + width <= labelled.view.x + labelled.view.width &&
      top + height <= labelled.view.y + labelled.view.height;
    if (isThere) return;
    const view = { x: left - width, y: top - height, width: 3 * width, height: 3 * height };
    labelled = { k, view };
    const next = drawLabels(shown, drawing.layout, k, measure, view);
    labels.replaceWith(next);
    labels = next;
  };
  const camera = openCamera(
    surface,
    () => drawing?.layout ?? { width: 1, height: 1 },
    start,
    (transform, isFitted) => {
      const { x, y, k } = transform;
      // Back at all of it after the window changed meanwhile.
      if (isFitted && !isDrawing && shown !== undefined && !hasSize(drawing, sizeOf(surface))) {
        draws(shown);
        return;
      }
      drawing?.shapes.setAttribute('transform', `translate(${x},${y}) scale(${k})`);
      setLabels(transform);
      labels.setAttribute('transform', `translate(${x},${y})`);
      hideTip();
      events.moved(isFitted ? undefined : { x, y, k, ...size });
    },
  );

  const spotOf = (key: string): Spot | undefined => {
    const mark = drawing?.layout.marks.find(it => it.key === key);
    return mark?.cell ?? drawing?.layout.boxes.find(box => box.key === key);
  };
  const hideTip = (): void => {
    tip.hidden = true;
  };
  const showTip = (key: string): void => {
    const node = shown?.nodes.get(key);
    const shape = drawing?.elements.get(key)?.querySelector('.mark, .box');
    if (shown === undefined || node === undefined || !shape) return;
    tip.replaceChildren(...tipOf(shown, node));
    tip.hidden = false;
    placeTip(tip, shape.getBoundingClientRect(), element.getBoundingClientRect(), node.kind === 'theme');
  };
  /** Brings out what a code stands together with; nothing changes for one that stands alone. */
  const highlight = (key: string | undefined): void => {
    if (drawing === undefined) return;
    const ends = new Set<string>();
    for (const link of drawing.links) {
      const isOwn = link.a === key || link.b === key;
      link.element.classList.toggle('strong', isOwn);
      if (isOwn) ends.add(link.a).add(link.b);
    }
    surface.classList.toggle('highlighting', ends.size > 0);
    for (const [name, node] of drawing.elements) node.classList.toggle('strong', ends.has(name));
  };
  const look = (key: string | undefined): void => {
    highlight(key);
    if (key === undefined) hideTip();
    else showTip(key);
  };
  const setCurrent = (key: string | undefined): void => {
    const before = current === undefined ? undefined : drawing?.elements.get(current);
    if (before !== undefined) setAttributes(before, { tabindex: -1 });
    current = key;
    const now = key === undefined ? undefined : drawing?.elements.get(key);
    if (now !== undefined) setAttributes(now, { tabindex: 0 });
  };
  const click = (key: string): void => {
    const node = shown?.nodes.get(key);
    const spot = spotOf(key);
    if (node?.kind === 'code') events.open(key);
    else if (spot !== undefined) camera.approach(spot);
  };

  let pointed: string | undefined;
  const point = (key: string | undefined): void => {
    if (key === pointed) return;
    pointed = key;
    look(key ?? focusedKey());
  };
  surface.addEventListener('pointermove', event => point(event.buttons === 0 ? pointedAt(event) : undefined));
  surface.addEventListener('pointerleave', () => point(undefined));
  surface.addEventListener('click', event => {
    const key = keyAt(event.target);
    if (key !== undefined) click(key);
  });
  surface.addEventListener('focusin', event => {
    const key = keyAt(event.target);
    if (key === undefined) return;
    setCurrent(key);
    const spot = spotOf(key);
    // A click is at something that can be seen; to move it away from under the mouse would be rude.
    if (isDrawing) return;
    if (spot !== undefined && surface.querySelector(':focus-visible') !== null) camera.include(spot);
    look(key);
  });
  surface.addEventListener('focusout', () => look(undefined));
  onMapKeys(surface, {
    camera,
    open: events.open,
    click,
    current: () => current,
    nodes: () => shown?.map.nodes ?? [],
    focus: key => drawing?.elements.get(key)?.focus(),
  });

  /** While all of the picture is shown it has the size of the window: so its titles have the most room. */
  const draws = (next: Shown): void => {
    isDrawing = true;
    const focused = focusedKey();
    if (camera.isFitted) size = sizeOf(surface);
    drawing = draw(next, size);
    stage.replaceChildren(drawing.shapes, labels);
    labelled = undefined;
    camera.resized();
    setCurrent(current !== undefined && drawing.elements.has(current) ? current : drawing.elements.keys().next().value);
    if (focused !== undefined) drawing.elements.get(focused)?.focus();
    isDrawing = false;
  };
  new ResizeObserver(() => {
    if (shown !== undefined && surface.clientWidth > 0) draws(shown);
  }).observe(surface);

  return {
    element,
    showAll: camera.showAll,
    show: next => {
      shown = next;
      setAttributes(surface, { 'aria-label': next.texts.mapLabel });
      draws(next);
    },
  };
}

/** A picture smaller than this is not laid out anew but shown smaller. */
const SMALLEST: Size = { width: 420, height: 320 };

function sizeOf(surface: SVGSVGElement): Size {
  return {
    width: Math.max(SMALLEST.width, surface.clientWidth - 2 * MARGIN),
    height: Math.max(SMALLEST.height, surface.clientHeight - 2 * MARGIN),
  };
}

function hasSize(drawing: Drawing | undefined, { width, height }: Size): boolean {
  return drawing?.layout.width === width && drawing.layout.height === height;
}

/** What the mouse is at: a code, or the head of a theme; what lies between the codes of a theme is nothing to tell about. */
function pointedAt(event: PointerEvent): string | undefined {
  const node = event.target instanceof Element ? event.target.closest<SVGGElement>('.node') : null;
  const box = node?.querySelector(':scope > .box');
  if (box && event.clientY > box.getBoundingClientRect().top + HEAD) return undefined;
  return node?.dataset.key;
}

/** The theme or code that an event happened at. */
function keyAt(target: EventTarget | null): string | undefined {
  return (target instanceof Element ? target.closest<SVGGElement>('.node') : null)?.dataset.key;
}

function focusedKey(): string | undefined {
  const focused = document.activeElement;
  return focused?.matches(':focus-visible') ? keyAt(focused) : undefined;
}
