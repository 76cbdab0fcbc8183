/** A text that goes into a manuscript. Offsets are UTF-16 units. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * Where a quotation goes, and with what around it. One within a sentence stands at the cursor; a block is a paragraph of its own, behind the
 * one that the cursor is in, or before it where the cursor is at its beginning. Front matter stays first.
 * @param text the manuscript, line ends LF or CRLF
 * @param at the cursor, in UTF-16 units
 */
export function placeQuotation(text: string, at: number, quotation: string, kind: 'block' | 'short'): Insertion {
  const front = /^---\r?\n(?:[\s\S]*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(text)?.[0].length ?? 0;
  const cursor = Math.max(Math.min(at, text.length), front);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return kind === 'block'
    ? placeBlock(text, cursor, front, quotation.replace(/\r?\n/gu, eol), eol)
    : placeShort(text, cursor, quotation);
}

function placeShort(text: string, at: number, quotation: string): Insertion {
  const isBehind = /[\p{L}\p{N}\p{M},.;:!?)\]”’]$/u.test(text.slice(Math.max(0, at - 2), at));
  const isAhead = /^[\p{L}\p{N}([]/u.test(text.slice(at, at + 2));
  return { at, text: `${isBehind ? ' ' : ''}${quotation}${isAhead ? ' ' : ''}` };
}

function placeBlock(text: string, cursor: number, floor: number, quotation: string, eol: string): Insertion {
  const place = blockPlace(text, cursor, floor);
  const [before, after] = [text.slice(0, place), text.slice(place)];
  const lead = before === '' || /\n\r?\n$/u.test(before) ? '' : before.endsWith('\n') ? eol : eol + eol;
  const isLast = after.trim() === '';
  const breaks = /^(?:\r?\n)*/u.exec(after)?.[0].match(/\n/gu)?.length ?? 0;
  const tail = eol.repeat(Math.max(0, (isLast ? 1 : 2) - breaks));
  return { at: place, text: `${lead}${quotation}${tail}` };
}

/** The end of the paragraph around the cursor; its start where the cursor is there; the cursor's line where it is empty. */
function blockPlace(text: string, cursor: number, floor: number): number {
  const lineStart = cursor === 0 ? 0 : text.lastIndexOf('\n', cursor - 1) + 1;
  const newline = text.indexOf('\n', cursor);
  const line = text.slice(lineStart, newline === -1 ? text.length : newline);
  if (line.trim() === '') return lineStart;
  let start = lineStart;
  while (start > floor) {
    const previous = text.lastIndexOf('\n', start - 2) + 1;
    if (text.slice(previous, start).trim() === '') break;
    start = previous;
  }
  if (text.slice(start, cursor).trim() === '' && !/^#{1,6}\s/u.test(line)) return start;
  const gap = /\r?\n[ \t]*(?:\r?\n|$)/u.exec(text.slice(cursor));
  return gap === null ? text.length : cursor + gap.index;
}
