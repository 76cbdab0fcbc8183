import type { Span } from '../text/span.js';
import { isLiteral, runsIn } from './search.js';
import type { Transcript } from './transcript.js';

/** No mark of emphasis is longer: bold italic code, say. */
const LONGEST_MARK = 8;

/**
 * The part of a selection that is text: white space, labels, time stamps, list and quote marks at its ends are dropped;
 * what is in between stays. Marks of emphasis stay where the selection holds both of a pair. Empty where there is no text.
 */
export function trimToText(t: Transcript, span: Span): Span {
  let start: number | undefined;
  let end = span.start;
  for (const run of runsIn(t, span)) {
    if (run.text.trim() === '') continue;
    // White space is never astral: its code points are its UTF-16 units.
    const exact = isLiteral(run);
    start ??= run.span.start + (exact ? run.text.length - run.text.trimStart().length : 0);
    end = run.span.end - (exact ? run.text.length - run.text.trimEnd().length : 0);
  }
  return start === undefined ? { start: span.start, end: span.start } : withMarks(t, span, { start, end });
}

/** Takes the emphasis marks right before and behind a text in, where their counterparts are inside. */
function withMarks(t: Transcript, limit: Span, text: Span): Span {
  const before = t.points.slice(Math.max(limit.start, text.start - LONGEST_MARK), text.start);
  const opening = /[*_`~]*$/.exec(before)?.[0] ?? '';
  const behind = t.points.slice(text.end, Math.min(limit.end, text.end + LONGEST_MARK));
  const closing = /^[*_`~]*/.exec(behind)?.[0] ?? '';
  if (closing === counterpart(opening)) return { start: text.start - opening.length, end: text.end + closing.length };
  const inside = t.points.slice(text.start, text.end);
  const start = holds(inside + closing, opening) ? text.start - opening.length : text.start;
  const end = holds(opening + inside, closing) ? text.end + closing.length : text.end;
  return { start, end };
}

/** Whether a text has the counterpart of marks. */
const holds = (text: string, marks: string): boolean =>
  marks !== '' && text.split(/[^*_`~]+/).includes(counterpart(marks));

/** Marks nest: what opens with `*__` closes with `__*`. */
const counterpart = (marks: string): string => [...marks].reverse().join('');
