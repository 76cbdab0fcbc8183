import type { Shown } from '../memos/shown.js';
import type { CodePoints } from '../text/codePoints.js';
import type { Span } from '../text/span.js';
import { BLACK, BRACKET, CASED, ELISION, isRedaction, SIC } from './marks.js';
import type { PlacedPiece } from './quotation.js';

const MARK = new RegExp(
  `(?<sic>${SIC.source})|(?<elision>${ELISION.source})|(?<cased>(?<!\\p{L})${CASED.source})|(?<bracket>${BRACKET.source})|(?<black>${BLACK.source})`,
  'giu',
);

/** What somebody can have said: a letter or a digit at least. */
export const SAID = /[\p{L}\p{N}]/u;

/**
 * Takes a quotation apart.
 * @param shown the paragraph it stands in
 * @param start offsets into what is shown, UTF-16 units, without quotation marks and attribution
 */
export function piecesOf(shown: Shown, start: number, end: number, points: CodePoints): PlacedPiece[] {
  const text = shown.text.slice(start, end);
  const pieces: PlacedPiece[] = [];
  const span = (from: number, to: number): Span => ({
    start: points.fromUtf16(shown.from[start + from] as number),
    end: points.fromUtf16(shown.to[start + to - 1] as number),
  });
  let at = 0;
  const words = (to: number): void => {
    const raw = text.slice(at, to);
    const lead = raw.length - raw.trimStart().length;
    const said = raw.trim();
    if (said === '') return;
    const place = span(at + lead, at + lead + said.length);
    pieces.push({ kind: 'words', text: said.replace(/\s+/gu, ' '), span: place });
  };
  for (const match of text.matchAll(MARK)) {
    const { sic, elision, cased, bracket, black } = match.groups ?? {};
    if (cased !== undefined) continue;
    const own = elision === undefined ? 0 : ownPoint(text, match.index, elision);
    const [from, to] = [match.index + own, match.index + match[0].length];
    words(from);
    at = to;
    const place = span(from, to);
    if (sic !== undefined) pieces.push({ kind: 'sic', span: place });
    else if (elision !== undefined)
      pieces.push({ kind: 'elision', mark: elision.slice(own).replace(/\s/gu, ' ').trim(), span: place });
    else if (black !== undefined) pieces.push({ kind: 'redaction', label: black, span: place });
    else if (bracket !== undefined) pieces.push(bracketed(bracket, text.slice(0, from), text.slice(to), place));
  }
  words(text.length);
  return pieces;
}

/** Four points right behind a word are its sentence's, and three for what is left out: how many units are the sentence's. */
function ownPoint(text: string, at: number, mark: string): number {
  const points = mark.match(/\./g)?.length ?? 0;
  if (!mark.startsWith('.') || points < 4 || at === 0 || /\s/u.test(text[at - 1] as string)) return 0;
  return 1 + (/^\.(\s*)/u.exec(mark)?.[1]?.length ?? 0);
}

function bracketed(bracket: string, before: string, after: string, span: Span): PlacedPiece {
  const text = bracket.slice(1, -1).replace(/\s+/gu, ' ').trim();
  if (isRedaction(text)) return { kind: 'redaction', label: text, span };
  const [isBehind, isAhead] = [/[\p{L}\p{N}]$/u.test(before), /^[\p{L}\p{N}]/u.test(after)];
  if (!isBehind && !isAhead) return { kind: 'insertion', text, span };
  return { kind: 'insertion', text, joins: isBehind && isAhead ? 'both' : isBehind ? 'before' : 'after', span };
}
