import type { Span } from '../text/span.js';
import { turnAt } from './query.js';
import { firstFrom, isLiteral } from './search.js';
import { sentenceAt } from './sentence.js';
import type { Transcript } from './transcript.js';
import { trimToText } from './trim.js';
import { UNSPACED } from './words.js';

/** The units that a coding is extended or shrunk to. */
export type Unit = 'word' | 'sentence' | 'turn';

/** What belongs to a word: letters, digits, accents, and marks inside it as in `didn’t` and `co-worker`. */
const IN_WORD = /[\p{L}\p{N}\p{M}'’\u2010\u2011-]/u;
/** Marks that end something before the words, and marks that begin something behind them. */
const STRAY_AHEAD = /[\s,.;:!?)\]]/;
const STRAY_BEHIND = /[\s,;:([]/;

/**
 * What somebody means who selected a passage by hand: no label or time stamp, no white space and no stray comma at its
 * ends, and each word whole that was cut. Scripts without spaces are left as they were selected.
 * @returns a span in code points; empty where nothing but labels and white space was selected
 */
export function trimToWords(t: Transcript, span: Span): Span {
  let text = trimToText(t, span);
  // Behind stray marks there may be another label.
  for (let next = withoutStrays(t, text); next.start !== text.start || next.end !== text.end; ) {
    text = trimToText(t, next);
    next = withoutStrays(t, text);
  }
  if (text.start >= text.end) return text;
  // Emphasis marks belong to the passage: what is behind them cannot be the rest of a word.
  return { start: wordStart(t, text.start), end: wordEnd(t, text.end) };
}

/**
 * The next larger whole of words, sentences or turns around a passage.
 * @returns undefined where the passage is whole turns already
 */
export function extend(t: Transcript, span: Span): { unit: Unit; span: Span } | undefined {
  const last = Math.max(span.start, span.end - 1);
  const around = (unit: Unit, first: Span | undefined, final: Span | undefined): { unit: Unit; span: Span } => ({
    unit,
    span: { start: Math.min(first?.start ?? span.start, span.start), end: Math.max(final?.end ?? span.end, span.end) },
  });
  const words = trimToWords(t, span);
  const steps = [
    around('word', words, words),
    around('sentence', sentenceAt(t, span.start), sentenceAt(t, last)),
    around('turn', turnAt(t, span.start)?.body, turnAt(t, last)?.body),
  ];
  return steps.find(step => step.span.start < span.start || step.span.end > span.end);
}

/**
 * The next smaller unit of a passage, the one at a place in it: the turn, the sentence, the word.
 * @param at a position in code points; outside the passage its nearest end counts
 * @returns undefined where the passage is one word or less
 */
export function shrink(t: Transcript, span: Span, at: number): { unit: Unit; span: Span } | undefined {
  const place = Math.max(span.start, Math.min(at, span.end - 1));
  const found: readonly (readonly [Unit, Span | undefined])[] = [
    ['turn', turnAt(t, place)?.body],
    ['sentence', sentenceAt(t, place)],
    ['word', wordAt(t, place) ?? wordAt(t, place - 1)],
  ];
  for (const [unit, candidate] of found) {
    if (candidate === undefined) continue;
    const start = Math.max(candidate.start, span.start);
    const end = Math.min(candidate.end, span.end);
    if (start < end && end - start < span.end - span.start && holdsWord(t, { start, end }))
      return { unit, span: { start, end } };
  }
  return undefined;
}

/** The word that holds the character at a position; undefined where there is none. */
export function wordAt(t: Transcript, position: number): Span | undefined {
  if (position < 0 || !IN_WORD.test(t.points.slice(position, position + 1))) return undefined;
  const span = { start: wordStart(t, position), end: wordEnd(t, position + 1) };
  return holdsWord(t, span) ? span : undefined;
}

const holdsWord = (t: Transcript, { start, end }: Span): boolean => /[\p{L}\p{N}]/u.test(t.points.slice(start, end));

function withoutStrays(t: Transcript, span: Span): Span {
  // Nothing but marks was meant as it is.
  if (!holdsWord(t, span)) return span;
  let { start, end } = span;
  while (STRAY_AHEAD.test(t.points.slice(start, start + 1)) && isPlain(t, start)) start++;
  while (STRAY_BEHIND.test(t.points.slice(end - 1, end)) && isPlain(t, end - 1)) end--;
  return { start, end };
}

/** Whether a character is none of an escape or an entity, which are whole or not there. */
function isPlain(t: Transcript, position: number): boolean {
  const run = t.runs[firstFrom(t.runs, position + 1)];
  return run === undefined || run.span.start > position || isLiteral(run);
}

/** Where the word begins that a place cuts; the place itself where it cuts none. */
function wordStart(t: Transcript, position: number): number {
  const limit = runAt(t, position - 1)?.start ?? position;
  if (!joins(t, position)) return position;
  let start = position;
  while (start > limit && isInWord(t, start - 1)) start--;
  // An apostrophe or a hyphen ahead of a word is a quotation mark or a dash.
  while (start < position && !holdsWord(t, { start, end: start + 1 })) start++;
  return start;
}

function wordEnd(t: Transcript, position: number): number {
  const limit = runAt(t, position)?.end ?? position;
  if (!joins(t, position)) return position;
  let end = position;
  while (end < limit && isInWord(t, end)) end++;
  while (end > position && !holdsWord(t, { start: end - 1, end }) && !/\p{M}/u.test(t.points.slice(end - 1, end)))
    end--;
  return end;
}

/** Whether a word goes on across a position. */
const joins = (t: Transcript, position: number): boolean => isInWord(t, position - 1) && isInWord(t, position);

function isInWord(t: Transcript, position: number): boolean {
  const character = t.points.slice(position, position + 1);
  return IN_WORD.test(character) && !UNSPACED.test(character);
}

/** The visible text that holds a position and shows what the source says. */
function runAt(t: Transcript, position: number): Span | undefined {
  const run = t.runs[firstFrom(t.runs, position + 1)];
  return run !== undefined && run.span.start <= position && isLiteral(run) ? run.span : undefined;
}
