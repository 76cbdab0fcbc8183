import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';

/** A size in pixels or units. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place in the picture, in units, with its extent around it. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Between the picture and the edge of the window, in pixels. */
export const MARGIN = 14;
const CLOSEST = 24;
const FARTHEST = 0.6;
/** How near a spot is brought: no nearer than this many pixels for a unit. */
const NEAREST_SPOT = 2.5;

/** Where one looks at the picture from. Drags and the wheel are the library's; the rest is asked for here. */
export interface Camera {
  readonly transform: ZoomTransform;
  /** Whether all of the picture is shown and stays so when the window changes. */
  readonly isFitted: boolean;
  /** Shows all of the picture, and goes on doing so when the window changes. */
  showAll(): void;
  zoomBy(factor: number): void;
  /** Moves the picture by pixels. */
  panBy(x: number, y: number): void;
  /** Comes close to a spot, or goes back to all of it if that is where one is already. */
  approach(spot: Spot): void;
  /** Moves as little as possible so that a spot can be seen. */
  include(spot: Spot): void;
  /** The window or the picture has another size. */
  resized(): void;
}

/**
 * Puts a camera on an SVG element.
 * @param picture size of the picture now, in units
 * @param start where to look from at first; all of the picture where it is missing
 * @param onMove is called at every move
 */
export function openCamera(
  element: SVGSVGElement,
  picture: () => Size,
  start: { readonly x: number; readonly y: number; readonly k: number } | undefined,
  onMove: (transform: ZoomTransform, isFitted: boolean) => void,
): Camera {
  const surface = select<SVGSVGElement, unknown>(element);
  const screen = (): Size => ({ width: element.clientWidth, height: element.clientHeight });
  let isFitted = start === undefined;
  let current: ZoomTransform =
    start === undefined ? zoomIdentity : zoomIdentity.translate(start.x, start.y).scale(start.k);
  const behavior = zoom<SVGSVGElement, unknown>()
    .clickDistance(4)
    .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      current = event.transform;
      // Moves that a person made come with the event of theirs.
      if (event.sourceEvent !== null) isFitted = false;
      onMove(current, isFitted);
    });
  surface.call(behavior).on('dblclick.zoom', null);

  const go = (transform: ZoomTransform, fitted: boolean): void => {
    isFitted = fitted;
    surface.call(behavior.transform, transform);
  };
  const around = (spot: Spot, closest: number): ZoomTransform => {
    const { width, height } = screen();
    const room = Math.min((width - 2 * MARGIN) / spot.width, (height - 2 * MARGIN) / spot.height);
    const scale = Math.max(0.01, Math.min(closest, room));
    return zoomIdentity
      .translate(width / 2 - (spot.x + spot.width / 2) * scale, height / 2 - (spot.y + spot.height / 2) * scale)
      .scale(scale);
  };
  const whole = (): ZoomTransform => around({ x: 0, y: 0, ...picture() }, Number.POSITIVE_INFINITY);
  const limit = (): void => {
    const { width, height } = picture();
    const { k } = whole();
    behavior.scaleExtent([k * FARTHEST, k * CLOSEST]).translateExtent([
      [-width / 2, -height / 2],
      [width * 1.5, height * 1.5],
    ]);
  };
  const showAll = (): void => go(whole(), true);
  return {
    get transform() {
      return current;
    },
    get isFitted() {
      return isFitted;
    },
    showAll,
    zoomBy: factor => {
      isFitted = false;
      surface.call(behavior.scaleBy, factor);
    },
    panBy: (x, y) => {
      isFitted = false;
      surface.call(behavior.translateBy, x / current.k, y / current.k);
    },
    approach: spot => {
      const target = around(spot, Math.max(NEAREST_SPOT, whole().k));
      if (isSame(target, current)) showAll();
      else go(target, false);
    },
    include: spot => {
      const { width, height } = screen();
      const x = inside(current.applyX(spot.x), spot.width * current.k, width);
      const y = inside(current.applyY(spot.y), spot.height * current.k, height);
      if (x !== 0 || y !== 0) go(zoomIdentity.translate(current.x + x, current.y + y).scale(current.k), false);
    },
    resized: () => {
      if (screen().width === 0) return;
      limit();
      if (isFitted) showAll();
      else go(current, false);
    },
  };
}

/** How far a stretch must move to lie between 0 and a length; what is longer begins at the start. */
function inside(start: number, size: number, length: number): number {
  if (start < 0 || size > length) return MARGIN - start;
  return start + size > length ? length - MARGIN - start - size : 0;
}

function isSame(a: ZoomTransform, b: ZoomTransform): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < 1 && Math.abs(a.k - b.k) < 0.001;
}
