import type { MapNode } from '../../core/analysis/themeMap.js';
import type { Camera } from './camera.js';

/** What the keys of the map act on. */
export interface KeyTarget {
  readonly camera: Camera;
  /** The theme or code the keyboard is at. */
  current(): string | undefined;
  /** In the order of the codebook. */
  nodes(): readonly MapNode[];
  focus(key: string): void;
  /** Opens the excerpts of a theme or code. */
  open(key: string): void;
  /** Does what a click does: opens a code, goes to a theme. */
  click(key: string): void;
}

/** How far a key moves the picture, in pixels, and how much nearer one step comes. */
const STEP = 70;
const FACTOR = 1.35;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/**
 * The keys of the map. At a theme or code: up and down go through the codebook in its order, left to what holds it,
 * right into it, Enter opens its excerpts, Space is a click. With Shift, or while the keyboard is at the picture itself, arrows move the picture.
 */
export function onMapKeys(surface: SVGSVGElement, target: KeyTarget): void {
  surface.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const isAtNode = event.target !== surface;
    const handled =
      zoomKey(event.key, target.camera) ||
      (isAtNode && !event.shiftKey && nodeKey(event.key, target)) ||
      panKey(event.key, target.camera);
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function zoomKey(key: string, camera: Camera): boolean {
  if (key === '+' || key === '=') camera.zoomBy(FACTOR);
  else if (key === '-' || key === '_') camera.zoomBy(1 / FACTOR);
  else if (key === '0' || key === 'Escape') camera.showAll();
  else return false;
  return true;
}

function panKey(key: string, camera: Camera): boolean {
  const direction = ARROWS[key];
  if (direction === undefined) return false;
  camera.panBy(direction[0] * STEP, direction[1] * STEP);
  return true;
}

function nodeKey(key: string, target: KeyTarget): boolean {
  const nodes = target.nodes();
  const at = nodes.findIndex(node => node.key === target.current());
  const now = nodes[at];
  if (now === undefined) return false;
  if (key === 'Enter' || key === ' ') {
    if (key === 'Enter') target.open(now.key);
    else target.click(now.key);
    return true;
  }
  const goals: Readonly<Record<string, string | undefined>> = {
    ArrowDown: nodes[at + 1]?.key,
    ArrowUp: nodes[at - 1]?.key,
    ArrowLeft: now.parent,
    // What an entry holds comes right behind it.
    ArrowRight: nodes[at + 1]?.parent === now.key ? nodes[at + 1]?.key : undefined,
    Home: nodes[0]?.key,
    End: nodes.at(-1)?.key,
  };
  if (!(key in goals)) return false;
  const goal = goals[key];
  if (goal !== undefined) target.focus(goal);
  return true;
}
