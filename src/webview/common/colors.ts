import { isPaletteColor } from '../../core/codebook/colors.js';

/** A code's colour as CSS, in the shade that fits the theme that is on: a palette name or `#rrggbb` goes in. */
export function cssColor(color: string): string {
  // VS Code makes only the first full stop of a colour's name a hyphen; should it ever make all of them, so much the better.
  const name = `--vscode-verbatim-${color}`;
  return isPaletteColor(color) ? `var(${name}\\.line, var(${name}-line))` : color;
}
