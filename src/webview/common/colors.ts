import { isColor, isPaletteColor } from '../../core/codebook/colors.js';
import { shadesOf } from '../../core/codebook/shades.js';

/**
 * A code's colour as CSS, in the shade that fits the theme that is on: a palette name or `#rrggbb` goes in. It follows a
 * change of theme by itself (`page.css` says which scheme each kind of theme has).
 */
export function cssColor(color: string): string {
  // VS Code makes only the first full stop of a colour's name a hyphen; should it ever make all of them, so much the better.
  const name = `--vscode-verbatim-${color}`;
  if (isPaletteColor(color)) return `var(${name}\\.line, var(${name}-line))`;
  if (!isColor(color)) return color;
  const { light, dark } = shadesOf(color);
  return `light-dark(${light}, ${dark})`;
}
