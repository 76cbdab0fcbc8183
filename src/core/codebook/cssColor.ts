import { isColor, isPaletteColor } from './colors.js';
import { shadesOf } from './shades.js';

/**
 * A code's colour as CSS for whatever VS Code shows in a webview, in the shade that fits the theme that is on: a palette
 * name or `#rrggbb` goes in; anything else is answered as an empty text. It follows a change of theme by itself, where the
 * style sheet says which `color-scheme` each kind of theme has.
 */
export function cssColor(color: string): string {
  if (!isColor(color)) return '';
  const { light, dark } = shadesOf(color);
  const shades = `light-dark(${light}, ${dark})`;
  // VS Code makes only the first full stop of a colour's name a hyphen; should it ever make all of them, so much the better.
  const name = `--vscode-verbatim-${color}`;
  return isPaletteColor(color) ? `var(${name}\\.line, var(${name}-line, ${shades}))` : shades;
}
