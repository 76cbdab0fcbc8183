import type { Span } from './span.js';

/** A text with everything that does not matter gone; for each of its units the offset and size of what it came from. */
export interface Folded {
  readonly text: string;
  readonly from: readonly number[];
  readonly size: readonly number[];
}

const SAME: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '…': '...',
};

/**
 * Folds away what differs between copies of the same words: white space, Markdown marks, letter case, accents, and the
 * shape of quotation marks and dashes.
 */
export function foldText(source: string): Folded {
  const from: number[] = [];
  const size: number[] = [];
  let text = '';
  let at = 0;
  for (const character of source) {
    let folded = character.charCodeAt(0) < 0x80 ? character.toLowerCase() : foldOther(character);
    if (/\s/u.test(character)) folded = text.endsWith(' ') ? '' : ' ';
    else if (/[*_\\]/.test(character)) folded = '';
    text += folded;
    for (let i = 0; i < folded.length; i++) {
      from.push(at);
      size.push(character.length);
    }
    at += character.length;
  }
  return { text, from, size };
}

const foldOther = (character: string): string =>
  SAME[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Where a stretch of a folded text, not empty, came from; both in UTF-16 units. */
export function unfold({ from, size }: Folded, start: number, end: number): Span {
  return { start: from[start] as number, end: (from[end - 1] as number) + (size[end - 1] as number) };
}
