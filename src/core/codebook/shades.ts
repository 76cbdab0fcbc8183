import { isPaletteColor, type PaletteColor } from './colors.js';
import { contrast, mix } from './contrast.js';

/** A colour for light and for dark themes, as `#rrggbb`. */
export interface Shades {
  readonly light: string;
  readonly dark: string;
}

/**
 * The palette as drawn where theme colours do not reach: pictures in hovers, pickers and files. A test holds it to the
 * defaults of the theme colours in package.json.
 */
export const PALETTE_SHADES: Readonly<Record<PaletteColor, Shades>> = {
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

/** The least light page and the least dark one that lines are made to stand out from: themes differ. */
const PAGES = { light: '#f3f3f3', dark: '#2d2d2d' } as const;

/** What lines and marks need to be seen, after WCAG 2.2 (1.4.11). */
const ENOUGH = 3;

/** In how many steps a colour is made darker or lighter. */
const STEPS = 32;

const made = new Map<string, Shades>();
/** Whoever tries out colours in the codebook makes many: the shades of so many are kept. */
const MOST_KEPT = 500;

/**
 * The shades in which a palette name or `#rrggbb` is drawn. A colour that somebody chose stays as it is where it can be seen;
 * on a light page it is darkened, on a dark one lightened, as far as it takes to stand out 3 to 1.
 */
export function shadesOf(color: string): Shades {
  if (isPaletteColor(color)) return PALETTE_SHADES[color];
  let shades = made.get(color);
  if (shades === undefined) {
    shades = { light: standOut(color, PAGES.light, '#000000'), dark: standOut(color, PAGES.dark, '#ffffff') };
    if (made.size >= MOST_KEPT) made.clear();
    made.set(color, shades);
  }
  return shades;
}

function standOut(color: string, page: string, towards: string): string {
  for (let step = 0; step < STEPS; step++) {
    const shade = mix(color, towards, step / STEPS);
    if (contrast(shade, page) >= ENOUGH) return shade;
  }
  return towards;
}
