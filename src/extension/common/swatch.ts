import * as vscode from 'vscode';
import { shadesOf } from '../../core/codebook/shades.js';

/** A disc in a code's colour as an icon of a picker or tree, for light and for dark themes. */
export function swatchIcon(color: string): { light: vscode.Uri; dark: vscode.Uri } {
  const { light, dark } = shadesOf(color);
  return { light: vscode.Uri.parse(disc(light, 8)), dark: vscode.Uri.parse(disc(dark, 8)) };
}

/** A disc in a code's colour as Markdown, for the theme that is on. */
export function swatch(color: string): string {
  const { Light, HighContrastLight } = vscode.ColorThemeKind;
  const kind = vscode.window.activeColorTheme.kind;
  const { light, dark } = shadesOf(color);
  // Markdown sets a picture on the baseline: the disc lies lower in it, level with the letters.
  return `![](${disc(kind === Light || kind === HighContrastLight ? light : dark, 11)})`;
}

/** Address of a small picture; base64, since Markdown takes no spaces or brackets in an address. */
function disc(fill: string, y: number): string {
  const circle = `<circle cx="8" cy="${y}" r="4.5" fill="${fill}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${circle}</svg>`;
  return `data:image/svg+xml;base64,${btoa(svg)}`;
}
