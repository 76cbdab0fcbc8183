import type { Piece } from '../transcript/layout.js';
import type { MemoQuote } from './memo.js';
import type { LinkPlace } from './mentions.js';
import { pieceAt, type Shown, shownIn } from './shown.js';

/** A quote with its place in UTF-16 units of the memo's text. */
export interface QuotePlace extends Omit<MemoQuote, 'span'> {
  readonly start: number;
  readonly end: number;
}

/** Quoted words between quotation marks are a phrase or a few sentences. UTF-16 units. */
const LONGEST_INLINE = 1000;
/** What an attribution says before its link: a speaker, a kind of interview. UTF-16 units. */
const LONGEST_ATTRIBUTION = 80;

/** The quotes of a memo in the order of the text: block quotes and words between quotation marks, each with its link. */
export function findQuotes(
  text: string,
  bodyStart: number,
  pieces: readonly Piece[],
  links: readonly LinkPlace[],
): QuotePlace[] {
  const blocks = blockQuotes(text, bodyStart, pieces);
  const inBlocks = blocks.flatMap(block => quotesOfBlock(text, pieces, links, block));
  const isInBlock = ({ start }: LinkPlace): boolean => blocks.some(block => block.start <= start && start < block.end);
  const inline = links.filter(link => !isInBlock(link)).map(link => inlineQuote(text, bodyStart, pieces, link));
  return [...inBlocks, ...inline.filter(quote => quote !== undefined)].sort((a, b) => a.start - b.start);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Lines with a quote mark that follow each other. */
function blockQuotes(text: string, bodyStart: number, pieces: readonly Piece[]): Range[] {
  const found: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | undefined;
  for (let at = bodyStart, next: number; at < text.length; at = next + 1) {
    next = text.indexOf('\n', at);
    if (next === -1) next = text.length;
    const mark = /^ {0,3}>/.exec(text.slice(at, Math.min(next, at + 4)));
    // In code the mark is a character that is shown.
    const isQuoted = mark !== null && pieceAt(pieces, at + mark[0].length - 1) === undefined;
    if (!isQuoted) open = undefined;
    else if (open !== undefined) open.end = next;
    else {
      open = { start: at, end: next };
      found.push(open);
    }
  }
  return found;
}

/** One quote for each link to an excerpt; where there is none, one for the link that ends the block or the line below it. */
function quotesOfBlock(
  text: string,
  pieces: readonly Piece[],
  links: readonly LinkPlace[],
  block: Range,
): QuotePlace[] {
  const inside = links.filter(({ start }) => block.start <= start && start < block.end);
  const excerpts = inside.filter(({ link }) => link.kind === 'excerpt');
  const last = inside.at(-1);
  const refs = excerpts.length > 0 ? excerpts : last === undefined ? [] : [last];
  if (refs.length === 0) {
    const below = linkBelow(text, links, block.end);
    const all = shownIn(pieces, block.start, block.end);
    return below === undefined ? [] : cut(all, 0, all.text.length, 'block', below);
  }
  const quotes: QuotePlace[] = [];
  let from = block.start;
  for (const ref of refs) {
    const shown = shownIn(pieces, from, ref.start);
    const end = attributionStart(shown.text);
    // A name in the middle of quoted words is a remark, not where they come from.
    if (ref.link.kind === 'excerpt' || end < shown.text.trimEnd().length || shown.text.endsWith('\n'))
      quotes.push(...cut(shown, 0, end, 'block', ref));
    const lineEnd = text.indexOf('\n', ref.end);
    from = lineEnd === -1 ? text.length : lineEnd;
  }
  return quotes;
}

/** Where the attribution begins that what stands before a link ends with: `— PP3, `, `(`, or nothing. */
function attributionStart(before: string): number {
  const from = Math.max(0, before.length - LONGEST_ATTRIBUTION);
  const tail = before.slice(from);
  const dashed = /(?:^|\s)(?:[—–]|--|-(?=\s))[ \t]*[^\n—–]*$/.exec(tail);
  if (dashed !== null && (dashed.index > 0 || from === 0 || /\s/.test(tail[0] as string))) return from + dashed.index;
  return before.length - (/[\s(]*$/.exec(tail)?.[0].length ?? 0);
}

/** The link that the line below a block quote begins with, be it behind a dash and a few words. */
function linkBelow(text: string, links: readonly LinkPlace[], end: number): LinkPlace | undefined {
  const rest = /^\s*/.exec(text.slice(end))?.[0].length ?? 0;
  const start = end + rest;
  const lineEnd = text.indexOf('\n', start);
  const first = links.find(link => link.start >= start && (lineEnd === -1 || link.start < lineEnd));
  if (first === undefined) return undefined;
  const before = text.slice(start, first.start);
  return before.length <= LONGEST_ATTRIBUTION && /^(?:\(|(?:[—–]|--|-\s).*)?$/.test(before) ? first : undefined;
}

const CLOSING: Readonly<Record<string, string>> = { '”': '“', '"': '"', '»': '«', '“': '„', '«': '»' };

/** Words between quotation marks right before a link to an excerpt: `“the room got quiet” ([[pp-03#k3f9x2m1qa]])`. */
function inlineQuote(
  text: string,
  bodyStart: number,
  pieces: readonly Piece[],
  ref: LinkPlace,
): QuotePlace | undefined {
  if (ref.link.kind !== 'excerpt') return undefined;
  const from = Math.max(bodyStart, text.lastIndexOf('\n\n', ref.start) + 1, ref.start - LONGEST_INLINE);
  const before = text.slice(from, ref.start);
  const tail = /[\s(,—–-]*$/.exec(before)?.[0].length ?? 0;
  const close = before.length - tail - 1;
  const opening = CLOSING[before[close] ?? ''];
  const open = opening === undefined || close < 1 ? -1 : before.lastIndexOf(opening, close - 1);
  if (open === -1) return undefined;
  const shown = shownIn(pieces, from + open + 1, from + close);
  return cut(shown, 0, shown.text.length, 'inline', ref)[0];
}

/** The quote that is shown between two offsets of what is shown; none where that is nothing. */
function cut(shown: Shown, from: number, to: number, kind: MemoQuote['kind'], { link }: LinkPlace): QuotePlace[] {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(shown.text[start] as string)) start++;
  while (end > start && /\s/.test(shown.text[end - 1] as string)) end--;
  if (start === end) return [];
  const words = shown.text.slice(start, end).replace(/\s+/g, ' ');
  return [{ kind, words, link, start: shown.from[start] as number, end: shown.to[end - 1] as number }];
}
