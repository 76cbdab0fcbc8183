import { isTooIntricate } from '../transcript/markdown.js';

/** So much of a text is read in one piece, in UTF-16 units. */
const LENGTH = 4000;

/** What begins at the margin, and is no item of a list: whether that is one may depend on what comes before it. */
const MARGIN = /^(?!\d{1,9}[.)]|[-+*](?:\s|$))\S/;
const BACKTICKS = /^(`{3,})[^`]*$/;
const TILDES = /^(~{3,})/;
const CLOSING = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;
/** Whether it begins here, or in the item of a list, would have to be read. */
const INDENTED = /^ {1,3}(?:```|~~~|<(?:script|pre|style|textarea|!|\?))/i;
/** HTML that goes on behind blank lines, and what ends it. */
const HTML: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
];

/**
 * Cuts Markdown where it can be read apart: before a line that begins at the margin behind a blank one, unless code or HTML goes on there.
 * What would take minutes to read is left out, paragraph by paragraph.
 * @param bodyStart where it begins; all offsets are UTF-16 units of the text
 * @param length how long a stretch is at least, where anything comes after it
 */
export function* stretchesOf(
  text: string,
  bodyStart: number,
  length = LENGTH,
): Generator<readonly [start: number, end: number]> {
  let start = bodyStart;
  for (const at of cuts(text, bodyStart)) {
    if (at - start < length && at < text.length) continue;
    if (isTooIntricate(text.slice(start, at))) yield* simpleParagraphs(text, start, at);
    else yield [start, at];
    start = at;
  }
}

/** Where a line can be cut off from those before it; the end of the text is the last place. */
function* cuts(text: string, bodyStart: number): Generator<number> {
  let [isBlank, hasTag] = [false, false];
  let endsWith: ((line: string) => boolean) | undefined;
  for (let start = bodyStart, end: number; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    const line = text.slice(start, end);
    if (endsWith !== undefined) {
      if (endsWith(line)) endsWith = undefined;
      isBlank = false;
      continue;
    }
    if (isBlank && MARGIN.test(line)) yield start;
    isBlank = line.trim() === '';
    endsWith = endOf(line);
    // Up to a blank line it may be HTML as a whole, or not.
    if (hasTag && endsWith !== undefined) endsWith = () => false;
    hasTag = !isBlank && (hasTag || /^ {0,3}</.test(line));
  }
  yield text.length;
}

/** What a line that begins code or HTML is waiting for; undefined where it begins none, or ends it itself. */
function endOf(line: string): ((line: string) => boolean) | undefined {
  const fence = (BACKTICKS.exec(line) ?? TILDES.exec(line))?.[1];
  if (fence !== undefined) return other => CLOSING.exec(other)?.[1]?.startsWith(fence) ?? false;
  if (INDENTED.test(line)) return () => false;
  const html = HTML.find(([start]) => start.test(line));
  if (html === undefined) return undefined;
  const [, end] = html;
  return end.test(line) ? undefined : other => end.test(other);
}

function* simpleParagraphs(text: string, from: number, to: number): Generator<readonly [start: number, end: number]> {
  for (let start = from, end: number; start < to; start = end + 2) {
    end = text.indexOf('\n\n', start);
    if (end === -1 || end > to) end = to;
    if (!isTooIntricate(text.slice(start, end))) yield [start, end];
  }
}
