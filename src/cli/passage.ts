import { findQuote, findSimilar, type QuotePlace } from '../core/analysis/quoteSearch.js';
import { normaliseText } from '../core/text/normalise.js';
import { shorten } from '../core/text/shorten.js';
import type { Span } from '../core/text/span.js';
import type { Transcript } from '../core/transcript/transcript.js';
import { Refusal } from './refusal.js';

const MOST_LISTED = 20;

/**
 * The passage that `--at` names.
 * @throws Refusal where it is no span of the transcript, or holds nothing to read
 */
export function spanAt(transcript: Transcript, at: string): Span {
  const match = /^(\d{1,15})-(\d{1,15})$/.exec(at);
  if (match === null) {
    throw new Refusal(
      'bad-span',
      `“${at}” is no position.`,
      'Write --at START-END in code points, for example --at 1204-1255.',
    );
  }
  const span = { start: Number(match[1]), end: Number(match[2]) };
  const { points } = transcript;
  if (span.end > points.length) {
    const data = { length: points.length };
    throw new Refusal(
      'bad-span',
      `${at} lies beyond the end of ${transcript.path}.`,
      `The text ends at ${points.length}.`,
      data,
    );
  }
  if (span.end <= span.start || points.slice(span.start, span.end).trim() === '') {
    throw new Refusal(
      'empty-span',
      `There is nothing to code at ${at}.`,
      'START must be before END, and words between them.',
    );
  }
  return span;
}

/**
 * The passage that `--quote` names.
 * @throws Refusal where the quote stands nowhere, or in more than one place
 */
export function spanOfQuote(transcript: Transcript, given: string): Span {
  const quote = normaliseText(given);
  if (quote.trim() === '') throw new Refusal('empty-span', 'The quote is empty.', 'Give the words of the passage.');
  const places = findQuote(transcript, quote);
  const [only] = places;
  if (only === undefined) throw notFound(transcript, quote);
  if (places.length === 1) return only.span;
  const message = `“${shorten(quote)}” stands in ${transcript.path} ${places.length} times. Nothing was written.`;
  const remedy = 'Give more of the passage, or name one of these places with --at START-END.';
  throw new Refusal('ambiguous-quote', message, remedy, { places: places.map(toJson) }, listed(places));
}

function notFound(transcript: Transcript, quote: string): Refusal {
  const similar = findSimilar(transcript, quote);
  const message = `“${shorten(quote)}” does not stand in ${transcript.path}.`;
  if (similar.length === 0) {
    return new Refusal('quote-not-found', message, 'Copy the passage from the transcript, Markdown marks included.', {
      similar: [],
    });
  }
  const remedy =
    'It does with other white space, marks or letters: take its place from above with --at START-END, if it is meant.';
  return new Refusal('quote-not-found', message, remedy, { similar: similar.map(toJson) }, listed(similar));
}

function toJson({ line, span, context }: QuotePlace) {
  return { line, position: [span.start, span.end], context };
}

function listed(places: readonly QuotePlace[]): string[] {
  const lines = places
    .slice(0, MOST_LISTED)
    .map(({ line, span, context }) => `line ${line}  ${span.start}-${span.end}  ${context}`);
  return places.length > MOST_LISTED ? [...lines, `and ${places.length - MOST_LISTED} more`] : lines;
}
