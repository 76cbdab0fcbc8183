import type { QuotePiece } from './quotation.js';

/** Marks that stand close to what is before them, quotation marks of any shape only where nothing follows close to them. */
const CLOSES = /^(?:[.,;:!?)\]’”»]|["'“‘«](?=[\s.,;:!?)\]]|$))/u;
/** Marks that stand close to what is behind them. */
const OPENS = /(?:^|[\s(])(?:[("'“‘„‚«‹「『]|»(?=$))+$/u;

/** Pieces on one line, as a reader sees them, elisions and brackets as they are written. */
export function shownPieces(pieces: readonly QuotePiece[]): string {
  let text = '';
  let isGlued = false;
  for (const piece of pieces) {
    const next = shownPiece(piece);
    const isJoined =
      text === '' ||
      (piece.kind === 'words' && CLOSES.test(next)) ||
      (piece.kind === 'insertion' && (piece.joins === 'before' || piece.joins === 'both')) ||
      isGlued;
    text += isJoined ? next : ` ${next}`;
    isGlued =
      piece.kind === 'words'
        ? OPENS.test(next)
        : piece.kind === 'insertion' && (piece.joins === 'after' || piece.joins === 'both');
  }
  return text;
}

function shownPiece(piece: QuotePiece): string {
  if (piece.kind === 'words') return piece.text;
  if (piece.kind === 'elision') return piece.mark;
  if (piece.kind === 'sic') return '[sic]';
  if (piece.kind === 'insertion') return `[${piece.text}]`;
  return /^[█▇■]+$/u.test(piece.label) ? piece.label : `[${piece.label}]`;
}
