import { foldText, unfold } from '../text/foldText.js';
import { LineStarts } from '../text/lines.js';
import { shorten } from '../text/shorten.js';
import type { Span } from '../text/span.js';
import type { Transcript } from '../transcript/transcript.js';

/** One place of a transcript where a quote stands. */
export interface QuotePlace {
  /** In code points of the text. */
  readonly span: Span;
  /** Line of its start in the file, from 1. */
  readonly line: number;
  /** The quote with a little of what surrounds it, on one line. */
  readonly context: string;
}

/** Enough to show; a quote that occurs more often is a word, not a passage. */
const MOST_PLACES = 500;
const CONTEXT = 24;
const LONGEST_QUOTE = 60;

/** Everywhere below the front matter that a quote stands, to the letter, overlapping places included. */
export function findQuote(transcript: Transcript, quote: string): QuotePlace[] {
  if (quote === '') return [];
  const { text, points } = transcript;
  const ranges: [number, number][] = [];
  let from = text.indexOf(quote, points.toUtf16(transcript.bodyStart));
  while (from !== -1 && ranges.length < MOST_PLACES) {
    ranges.push([from, from + quote.length]);
    from = text.indexOf(quote, from + 1);
  }
  return placesOf(transcript, ranges);
}

/**
 * Where a quote stands if white space, Markdown marks, letter case, accents and the shape of quotation marks and dashes
 * do not matter: what somebody who copied it from elsewhere may have meant.
 */
export function findSimilar(transcript: Transcript, quote: string): QuotePlace[] {
  const start = transcript.points.toUtf16(transcript.bodyStart);
  const body = foldText(transcript.text.slice(start));
  const wanted = foldText(quote).text.trim();
  const ranges: [number, number][] = [];
  if (wanted === '') return [];
  let from = body.text.indexOf(wanted);
  while (from !== -1 && ranges.length < MOST_PLACES) {
    const place = unfold(body, from, from + wanted.length);
    ranges.push([start + place.start, start + place.end]);
    from = body.text.indexOf(wanted, from + 1);
  }
  return placesOf(transcript, ranges);
}

function placesOf(transcript: Transcript, ranges: readonly (readonly [number, number])[]): QuotePlace[] {
  const { text, points } = transcript;
  const lines = new LineStarts(text);
  return ranges.map(([from, to]) => ({
    span: { start: points.fromUtf16(from), end: points.fromUtf16(to) },
    line: lines.lineAt(from) + 1,
    context: inContext(text, from, to),
  }));
}

/** A stretch of a text, in brackets, with a little of what surrounds it, on one line; offsets in UTF-16 units. */
export function inContext(text: string, from: number, to: number): string {
  const before = [...text.slice(Math.max(0, from - 2 * CONTEXT), from)].slice(-CONTEXT).join('');
  const after = [...text.slice(to, to + 2 * CONTEXT)].slice(0, CONTEXT).join('');
  const [start, end] = [before.length < from ? '…' : '', to + after.length < text.length ? '…' : ''];
  return `${start}${before}[${shorten(text.slice(from, to), LONGEST_QUOTE)}]${after}${end}`.replace(/\s+/g, ' ').trim();
}
