import type { Layout } from './layout.js';

/** Characters that may mean Markdown inside a line. An underscore between letters never does. */
const MARKUP = /[`\\<|]|\]\(|&[#A-Za-z]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u;
/** Line starts that may open a block other than a paragraph, or underline one. */
const BLOCK_START = /^(?:[\s#>\-+=~*_|<`]|:-|\d{1,9}[.)])/;
/** Emphasis that nobody could read otherwise: around words, not in them, nothing nested. `**PP3:** text`, `*here*`. */
const EMPHASIS = /(?<![^\s\p{P}]|\*)(?<mark>\*{1,2})(?=[\p{L}\p{N}])[^*\n]*?[^\s*]\k<mark>(?!\*)(?=[\s\p{P}]|$)/gu;
/** A heading as nearly all are written. */
const HEADING = /^(#{1,6})[ \t]+(?=[^\s#])[^#]*$/;

/**
 * Whether a stretch without blank lines is so plain that no Markdown parser is needed to say what it shows: lines of
 * words, with emphasis around words and headings at most.
 */
export function isPlain(chunk: string): boolean {
  return !MARKUP.test(chunk) && (!chunk.includes('*') || isOnlyEmphasis(chunk)) && chunk.split('\n').every(startsPlain);
}

const isOnlyEmphasis = (chunk: string): boolean =>
  chunk.split('\n').every(line => !line.replace(EMPHASIS, '').includes('*'));

function startsPlain(line: string): boolean {
  // A star at the start is emphasis here: any other was refused before.
  return line.startsWith('*') || !BLOCK_START.test(line) || HEADING.test(line);
}

/**
 * Lays out a stretch without blank lines line by line.
 * @param verbatim whether all is shown as it is written, for a stretch that is not plain
 */
export function readPlain(chunk: string, base: number, layout: Layout, verbatim = false): void {
  let open = false;
  for (let at = 0, next: number; at <= chunk.length; at = next + 1) {
    next = chunk.indexOf('\n', at);
    if (next === -1) next = chunk.length;
    const [start, end] = inked(chunk, at, next);
    const line = chunk.slice(start, end);
    const heading = verbatim ? null : HEADING.exec(line);
    if (open && !heading) push(layout, base + at - 1, '\n');
    if (!open || heading) layout.blocks++;
    const depth = heading?.[1]?.length ?? 0;
    layout.lines.push({
      start: base + start,
      end: base + end,
      block: layout.blocks,
      first: !open || depth > 0,
      heading: depth,
    });
    const text = depth > 0 ? line.slice(depth).trimStart() : line;
    readLine(text, base + end - text.length, layout, depth > 0, verbatim);
    open = depth === 0;
  }
}

function readLine(line: string, base: number, layout: Layout, heading: boolean, verbatim: boolean): void {
  let from = 0;
  if (!verbatim && line.includes('*')) {
    for (const match of line.matchAll(EMPHASIS)) {
      const mark = match.groups?.mark?.length ?? 0;
      push(layout, base + from, line.slice(from, match.index), heading);
      push(layout, base + match.index + mark, match[0].slice(mark, -mark), heading);
      from = match.index + match[0].length;
    }
  }
  push(layout, base + from, line.slice(from), heading);
}

function push(layout: Layout, start: number, text: string, heading = false): void {
  if (text === '') return;
  const kind = heading ? 'heading' : 'prose';
  layout.pieces.push({ start, end: start + text.length, text, kind, block: layout.blocks, own: 0 });
}

/** The part of a line between spaces and tabs at its ends. */
function inked(chunk: string, from: number, to: number): [number, number] {
  let start = from;
  let end = to;
  while (start < end && isSpace(chunk.charCodeAt(start))) start++;
  while (end > start && isSpace(chunk.charCodeAt(end - 1))) end--;
  return [start, end];
}

const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x09;
