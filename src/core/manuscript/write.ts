import { markdownOf } from '../memos/markdown.js';
import { countWords } from '../transcript/words.js';
import { nestedMarks } from './nestedMarks.js';
import type { QuotePiece } from './quotation.js';
import { quotedIn } from './quoteMarks.js';
import { QUOTE_MARKS, type QuoteStyle } from './style.js';
import { shownPieces } from './written.js';

/**
 * Writes a quotation as Markdown, in the form that a journal uses. Read again, it has the same pieces; only elisions have the mark of the
 * style, and quotation marks within have another shape. Where the marks of the style would end a short quotation too early, as an
 * apostrophe may between single ones, it has double ones.
 * @param attribution what stands behind it, without brackets: `PP3, joint interview`; none where it is missing
 * @returns one line: a block quote, or words to put into a sentence
 */
export function writeQuotation(pieces: readonly QuotePiece[], style: QuoteStyle, attribution?: string): string {
  const behind = attribution === undefined || attribution === '' ? '' : ` (${markdownOf(attribution)})`;
  const styled = pieces.map(piece => inStyle(piece, style));
  if (isBlock(pieces, style)) return `> ${markdownOf(shownPieces(styled))}${behind}`;
  const marked =
    betweenMarks(styled, style.marks) ?? betweenMarks(styled, 'curly') ?? betweenMarks(styled, 'guillemets');
  // Nothing but words with each kind of mark left open gets here: they stand in a paragraph of their own.
  return marked === undefined ? `> ${markdownOf(shownPieces(styled))}${behind}` : markdownOf(marked) + behind;
}

/** Whether a quotation is to stand in a paragraph of its own. */
export function isBlock(pieces: readonly QuotePiece[], { block, blockFrom }: QuoteStyle): boolean {
  if (block !== 'auto') return block === 'block';
  const count = pieces.reduce((sum, piece) => sum + (piece.kind === 'words' ? countWords(piece.text) : 0), 0);
  return count >= blockFrom;
}

function inStyle(piece: QuotePiece, { elision }: QuoteStyle): QuotePiece {
  return piece.kind === 'elision' && elision !== undefined ? { kind: 'elision', mark: elision } : piece;
}

/** A quotation between marks; undefined where a reader would take it to end elsewhere. */
function betweenMarks(pieces: readonly QuotePiece[], marks: QuoteStyle['marks']): string | undefined {
  const [open, close] = QUOTE_MARKS[marks];
  const text = `${open}${nestedMarks(shownPieces(pieces), marks)}${close}`;
  const [quoted] = quotedIn(`${text} (`);
  return quoted?.start === 0 && quoted.end === text.length ? text : undefined;
}
