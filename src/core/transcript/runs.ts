import type { CodePoints } from '../text/codePoints.js';
import type { Piece } from './layout.js';
import { TIME } from './time.js';
import type { TextRun } from './transcript.js';
import type { Opening } from './turns.js';

/** f4's time stamps belong to the transcript, not to what is said. */
const F4_STAMP = new RegExp(`[ \\t]*#${TIME}#`, 'gu');

/**
 * Joins pieces into runs: what is contiguous, of one kind and one block becomes one run. Labels, the white space behind
 * them and time stamps between `#` are left out.
 */
export function joinRuns(pieces: readonly Piece[], opened: readonly Opening[], points: CodePoints): TextRun[] {
  const spoken = new Set(opened.filter(({ label }) => label.line.heading === 0).map(({ label }) => label.line.block));
  const runs: TextRun[] = [];
  let open: Piece | undefined;
  const close = (): void => {
    if (open) runs.push(...withoutStamps(open).map(piece => toRun(piece, points)));
    open = undefined;
  };
  for (const piece of withoutLabels(pieces, opened)) {
    // A label in a paragraph that a line of hyphens follows: Markdown calls it a heading, but somebody speaks.
    const kind = piece.kind === 'heading' && spoken.has(piece.block) ? 'prose' : piece.kind;
    const joins =
      open !== undefined && open.end === piece.start && open.block === piece.block && open.own === piece.own;
    if (open !== undefined && joins && isLiteral(open) && isLiteral(piece))
      open = { ...open, end: piece.end, text: open.text + piece.text };
    else {
      close();
      open = { ...piece, kind };
    }
  }
  close();
  return runs;
}

/** Whether a piece shows exactly what its source says. Escapes and entities are always longer than what they stand for. */
const isLiteral = (piece: Piece): boolean => piece.text.length === piece.end - piece.start;

function* withoutLabels(pieces: readonly Piece[], opened: readonly Opening[]): Generator<Piece> {
  let next = 0;
  for (const piece of pieces) {
    while (next < opened.length && (opened[next] as Opening).body <= piece.start) next++;
    const opening = opened[next];
    if (opening === undefined || opening.from >= piece.end) yield piece;
    else if (isLiteral(piece)) {
      if (piece.start < opening.from) yield clip(piece, piece.start, opening.from);
      if (piece.end > opening.body) yield clip(piece, opening.body, piece.end);
    }
  }
}

function withoutStamps(piece: Piece): Piece[] {
  if (piece.kind !== 'prose' || piece.own > 0 || !piece.text.includes('#')) return [piece];
  const parts: Piece[] = [];
  let from = piece.start;
  for (const match of piece.text.matchAll(F4_STAMP)) {
    if (piece.start + match.index > from) parts.push(clip(piece, from, piece.start + match.index));
    from = piece.start + match.index + match[0].length;
  }
  if (from < piece.end) parts.push(clip(piece, from, piece.end));
  return parts;
}

function clip(piece: Piece, start: number, end: number): Piece {
  return { ...piece, start, end, text: piece.text.slice(start - piece.start, end - piece.start) };
}

function toRun({ start, end, text, kind }: Piece, points: CodePoints): TextRun {
  return { span: { start: points.fromUtf16(start), end: points.fromUtf16(end) }, text, kind };
}
