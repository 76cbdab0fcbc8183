import type { PaletteColor } from './colors.js';

/**
 * The palette as drawn where theme colours do not reach: pictures in hovers, pickers and files. A test holds it to the
 * defaults of the theme colours in package.json.
 */
export const PALETTE_SHADES: Readonly<Record<PaletteColor, { readonly light: string; readonly dark: string }>> = {
  amber: { light: '#9a6700', dark: '#ffc247' },
  blue: { light: '#0b66c3', dark: '#64b5f6' },
  green: { light: '#1f7a34', dark: '#7bcf8a' },
  purple: { light: '#7b2fa8', dark: '#ce93e8' },
  red: { light: '#c0282d', dark: '#f58080' },
  teal: { light: '#00756a', dark: '#4dc4b5' },
  orange: { light: '#b8480a', dark: '#ff9e64' },
  pink: { light: '#b5286f', dark: '#f48fb8' },
  lime: { light: '#5a7300', dark: '#c3d84c' },
  indigo: { light: '#3f51b5', dark: '#a0aef0' },
  brown: { light: '#77503c', dark: '#c8a48f' },
  grey: { light: '#5f6368', dark: '#b4b8bd' },
};
