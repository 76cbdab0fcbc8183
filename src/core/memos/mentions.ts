import type { Piece } from '../transcript/layout.js';
import { readLink } from './links.js';
import type { MemoLink } from './memo.js';
import { pieceAt } from './shown.js';

/** A link in the body of a memo. Offsets are UTF-16 units of the memo's text. */
export interface LinkPlace {
  readonly link: MemoLink;
  readonly start: number;
  readonly end: number;
  readonly targetStart: number;
  readonly targetEnd: number;
}

/** `[[target]]` or `[[target|text]]`, on one line. In a table the bar is written with a backslash. */
const LINK = /\[\[([^[\]|\n]+)(?:\|[^[\]\n]*)?\]\]/g;

/** The links of a body. What is in code or a comment, or has a backslash before its brackets, is no link. */
export function findLinks(text: string, bodyStart: number, pieces: readonly Piece[]): LinkPlace[] {
  const found: LinkPlace[] = [];
  LINK.lastIndex = bodyStart;
  for (let match = LINK.exec(text); match !== null; match = LINK.exec(text)) {
    const { index: start } = match;
    if (!isBracket(pieces, start) || !isBracket(pieces, start + 1)) continue;
    const written = (match[1] as string).replace(/\\$/, '');
    if (written.trim() === '') continue;
    const targetStart = start + 2 + (written.length - written.trimStart().length);
    const targetEnd = start + 2 + written.trimEnd().length;
    found.push({ link: readLink(written), start, end: start + match[0].length, targetStart, targetEnd });
  }
  return found;
}

/** Whether a bracket is shown as it is written, and not as part of code. */
function isBracket(pieces: readonly Piece[], offset: number): boolean {
  const piece = pieceAt(pieces, offset);
  // An escaped bracket is a piece of its own, longer than what it shows.
  return (
    piece !== undefined && piece.kind !== 'code' && piece.own === 0 && piece.text.length === piece.end - piece.start
  );
}
