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
const LINK = /\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/g;

/** A link, and what is to be shown instead of what it names. */
export interface LinkForm extends LinkPlace {
  readonly shown: string | undefined;
}

/** Whatever has the form of a link in a text, from an offset on. Offsets are UTF-16 units. */
export function* linkForms(text: string, from = 0): Generator<LinkForm> {
  LINK.lastIndex = from;
  for (let match = LINK.exec(text); match !== null; match = LINK.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    const written = (match[1] as string).replace(/\\$/, '');
    if (written.trim() !== '') {
      const targetStart = start + 2 + (written.length - written.trimStart().length);
      const targetEnd = start + 2 + written.trimEnd().length;
      const shown = match[2]?.trim() || undefined;
      yield { link: readLink(written), start, end, targetStart, targetEnd, shown };
    }
    // Whoever takes the forms one by one may look for others meanwhile.
    LINK.lastIndex = end;
  }
}

/** The links of a body. What is in code or a comment, or has a backslash before its brackets, is no link. */
export function findLinks(text: string, bodyStart: number, pieces: readonly Piece[]): LinkPlace[] {
  return [...linkForms(text, bodyStart)].filter(
    ({ start }) => isBracket(pieces, start) && isBracket(pieces, start + 1),
  );
}

/** Whether a bracket is shown as it is written, and not as part of code. */
function isBracket(pieces: readonly Piece[], offset: number): boolean {
  const piece = pieceAt(pieces, offset);
  // An escaped bracket is a piece of its own, longer than what it shows.
  return (
    piece !== undefined && piece.kind !== 'code' && piece.own === 0 && piece.text.length === piece.end - piece.start
  );
}
