import './menu.css';
import { html } from './dom.js';

/** A line of a menu. */
export interface MenuLine {
  readonly label: string;
  /** Its key outside of the menu, to be learned by the way. */
  readonly key?: string;
  run(): void;
}

/** Where a menu opens, in pixels of the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

let closeOpen: (() => void) | undefined;

/**
 * Opens a menu; the arrow keys go through it, Escape and a click elsewhere close it. One is open at most.
 * @param onClose called before a line runs, and when nothing was chosen: gives the keyboard back
 */
export function openMenu(lines: readonly MenuLine[], place: MenuPlace, onClose: () => void): void {
  closeOpen?.();
  const items = lines.map(({ label, key }) => {
    const shortcut = key === undefined ? undefined : html('kbd', { 'aria-hidden': 'true' }, key);
    return html(
      'button',
      { type: 'button', role: 'menuitem', tabindex: -1, 'aria-label': label },
      html('span', {}, label),
      shortcut,
    );
  });
  const element = html('div', { class: 'menu', role: 'menu' }, ...items);
  const listeners = new AbortController();
  const close = (isDone: boolean): void => {
    if (closeOpen === undefined) return;
    closeOpen = undefined;
    listeners.abort();
    element.remove();
    if (isDone) onClose();
  };
  closeOpen = () => close(false);
  const go = (index: number): void => items.at(index % items.length)?.focus();
  items.forEach((item, i) => {
    item.addEventListener('click', () => {
      close(true);
      lines[i]?.run();
    });
    item.addEventListener('pointermove', () => item.focus());
  });
  element.addEventListener('keydown', event => {
    const at = items.findIndex(item => item.matches(':focus'));
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at <= 0 ? -1 : at - 1),
      Home: () => go(0),
      End: () => go(-1),
      Escape: () => close(true),
      Tab: () => close(true),
    };
    event.stopPropagation();
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  });
  const { signal } = listeners;
  const closeOutside = (event: Event): void => {
    if (!(event.target instanceof Node && element.contains(event.target))) close(event.type !== 'pointerdown');
  };
  document.addEventListener('pointerdown', closeOutside, { signal, capture: true });
  window.addEventListener('blur', () => close(false), { signal });
  window.addEventListener('wheel', () => close(true), { signal, passive: true });
  document.body.append(element);
  const { width, height } = element.getBoundingClientRect();
  element.style.left = `${Math.max(4, Math.min(place.x, window.innerWidth - width - 4))}px`;
  const below = place.y + height <= window.innerHeight - 4;
  element.style.top = `${Math.max(4, below ? place.y : place.y - height)}px`;
  go(0);
}
