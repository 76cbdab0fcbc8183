import { CodePoints } from '../text/codePoints.js';
import { piecesOf } from './pieces.js';
import type { QuotePiece } from './quotation.js';

/**
 * Takes a text apart as if it stood in a manuscript: what is written as an elision, `[sic]`, an insertion or a redaction becomes one. For
 * words of a transcript, in which pauses are dots and remarks are in brackets, these are pieces to keep or to take out.
 */
export function plainPieces(text: string): QuotePiece[] {
  const from = Array.from({ length: text.length }, (_, i) => i);
  const shown = { text, from, to: from.map(i => i + 1) };
  return piecesOf(shown, 0, text.length, new CodePoints(text)).map(({ span, ...piece }) => piece);
}
