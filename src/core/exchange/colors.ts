import { isColor, isPaletteColor, PALETTE, type PaletteColor } from '../codebook/colors.js';

/** The palette for files that know no names: the shades that stand on white paper. */
export const PALETTE_HEX: Readonly<Record<PaletteColor, string>> = {
  amber: '#9a6700',
  blue: '#0b66c3',
  green: '#1f7a34',
  purple: '#7b2fa8',
  red: '#c0282d',
  teal: '#00756a',
  orange: '#b8480a',
  pink: '#b5286f',
  lime: '#5a7300',
  indigo: '#3f51b5',
  brown: '#77503c',
  grey: '#5f6368',
};

/** A palette name or `#rrggbb` as `#RRGGBB`. */
export function toHex(color: string): string {
  return (isPaletteColor(color) ? PALETTE_HEX[color] : color).toUpperCase();
}

/**
 * A colour as other programs write it (`#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb()`, `rgba()`, one of our names) as one of
 * ours: a palette name where it is exactly that shade, else `#rrggbb`. Undefined where it is no colour.
 */
export function readColor(written: string): string | undefined {
  const text = written.trim().toLowerCase();
  const hex = hexOf(text);
  if (hex !== undefined) return PALETTE.find(name => PALETTE_HEX[name] === hex) ?? hex;
  return isColor(text) ? text : undefined;
}

function hexOf(text: string): string | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short !== null)
    return `#${short
      .slice(1)
      .map(digit => digit + digit)
      .join('')}`;
  if (/^#[0-9a-f]{6}([0-9a-f]{2})?$/.test(text)) return text.slice(0, 7);
  const parts = /^rgba?\( *(\d{1,3}) *[, ] *(\d{1,3}) *[, ] *(\d{1,3}) *(?:[,/] *[\d.]+%? *)?\)$/.exec(text);
  const values = parts?.slice(1).map(Number) ?? [];
  if (values.length !== 3 || values.some(value => value > 255)) return undefined;
  return `#${values.map(value => value.toString(16).padStart(2, '0')).join('')}`;
}
