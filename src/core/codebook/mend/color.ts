import { nearest } from '../../text/nearest.js';
import type { CodebookEntry } from '../codebook.js';
import { isColor, PALETTE } from '../colors.js';
import { changeHeading } from '../edit.js';
import type { Mend } from './mend.js';

const MOST = 3;

/** Names that people give to colours, and what comes near them in the palette. */
const LIKE: Readonly<Record<string, readonly string[]>> = {
  yellow: ['amber', 'lime'],
  gold: ['amber'],
  gray: ['grey'],
  black: ['grey'],
  white: ['grey'],
  silver: ['grey'],
  violet: ['purple', 'indigo'],
  lilac: ['purple', 'pink'],
  magenta: ['pink', 'purple'],
  rose: ['pink'],
  cyan: ['teal', 'blue'],
  turquoise: ['teal'],
  aqua: ['teal'],
  navy: ['indigo', 'blue'],
  olive: ['lime', 'green'],
  mint: ['green', 'teal'],
  maroon: ['brown', 'red'],
  crimson: ['red'],
  scarlet: ['red'],
  beige: ['brown', 'amber'],
  tan: ['brown'],
};

/** Gives a heading a colour that comes near the one it has, or none. */
export function colorMends(raw: string, entry: CodebookEntry): Mend[] {
  const written = entry.color ?? '';
  const change = (color: string | undefined) => changeHeading(raw, entry.line, { set: { color } });
  return [
    ...likeColors(written).map(value => ({ kind: 'set-color', value, edits: change(value), safe: false }) as const),
    { kind: 'remove-color', value: written, edits: change(undefined), safe: false },
  ];
}

/** Colours that somebody may have meant, the best first. */
export function likeColors(written: string): string[] {
  const name = written.trim().toLowerCase();
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(name)?.[1];
  if (hex !== undefined) return [`#${hex.length === 6 ? hex : hex.replace(/./g, '$&$&')}`].filter(isColor);
  return [...new Set([...(LIKE[name] ?? []), ...nearest(name, PALETTE)])].slice(0, MOST);
}
