import { firstWhere } from '../text/firstWhere.js';
import type { Piece } from '../transcript/layout.js';

/** A stretch of a memo as a reader sees it, and where each unit of it is written. Offsets are UTF-16 units. */
export interface Shown {
  /** Line ends and gaps between blocks are LF. */
  readonly text: string;
  /** For each unit of the text, where what it comes from starts in the source. */
  readonly from: readonly number[];
  /** For each unit of the text, where what it comes from ends in the source. */
  readonly to: readonly number[];
}

/** What pieces of a memo show between two offsets of its source; code is left out. */
export function shownIn(pieces: readonly Piece[], start: number, end: number): Shown {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let block: number | undefined;
  for (let i = firstAt(pieces, start); i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    if (piece.start >= end) break;
    if (piece.kind === 'code') continue;
    if (block !== undefined && block !== piece.block) {
      text += '\n';
      from.push(piece.start);
      to.push(piece.start);
    }
    block = piece.block;
    const isLiteral = piece.text.length === piece.end - piece.start;
    for (let unit = 0; unit < piece.text.length; unit++) {
      const at = isLiteral ? piece.start + unit : piece.start;
      if (isLiteral && (at < start || at >= end)) continue;
      text += piece.text[unit];
      from.push(at);
      to.push(isLiteral ? at + 1 : piece.end);
    }
  }
  return { text, from, to };
}

/** The piece that holds an offset of the source; undefined where nothing is shown of it. */
export function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  const piece = pieces[firstAt(pieces, offset)];
  return piece !== undefined && piece.start <= offset ? piece : undefined;
}

/** Index of the first piece that ends behind an offset. Pieces are in the order of the text. */
function firstAt(pieces: readonly Piece[], offset: number): number {
  return firstWhere(pieces, ({ end }) => end > offset);
}
