import type { CodebookEntry } from './codebook.js';

/** The named colours a code may have, each with its variant for light, dark and high-contrast themes. */
export const PALETTE = [
  ...(['amber', 'blue', 'green', 'purple', 'red', 'teal'] as const),
  ...(['orange', 'pink', 'lime', 'indigo', 'brown', 'grey'] as const),
] as const;

/** The colours that are given to codes without one: brown and grey look like no colour, so somebody has to want them. */
const GIVEN = PALETTE.filter(name => name !== 'brown' && name !== 'grey');

/** A name in the palette. */
export type PaletteColor = (typeof PALETTE)[number];

/** Whether a written colour is one: a palette name or `#rrggbb`. */
export function isColor(color: string): boolean {
  return isPaletteColor(color.toLowerCase()) || /^#[0-9a-f]{6}$/i.test(color);
}

/** Whether a text is the name of a palette colour. */
export function isPaletteColor(name: string): name is PaletteColor {
  return (PALETTE as readonly string[]).includes(name);
}

/**
 * The colour an entry is shown in: a palette name or `#rrggbb`, in lower case. Where none (or none that exists) is
 * written it follows from the id alone, so that no other code's coming or going changes it.
 */
export function colorOf(entry: Pick<CodebookEntry, 'id' | 'color'>): string {
  if (entry.color !== undefined && isColor(entry.color)) return entry.color.toLowerCase();
  return GIVEN[hash(entry.id) % GIVEN.length] ?? PALETTE[0];
}

/** FNV-1a over UTF-16 units, with the high bits folded in. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 16)) >>> 0;
}
