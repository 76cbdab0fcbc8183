import { firstWhere } from '../text/firstWhere.js';
import type { Span } from '../text/span.js';
import type { Transcript } from '../transcript/transcript.js';

/** What a line of Markdown begins with: marks of headings, quotes and lists. */
const LINE_MARKS = /^[ \t]*(?:(?:#{1,6}(?=[ \t])|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*/;
const isSpace = (unit: string | undefined): boolean => unit !== undefined && /\s/.test(unit);

/**
 * Where the tags of a passage go, in UTF-16 units: around its words. White space, the marks a line begins with and the label of a
 * speaker are never cut: a tag goes behind them where the passage begins, before them where it ends.
 * @param span in code points, not empty
 */
export function tagPlaces(transcript: Pick<Transcript, 'points' | 'turns'>, span: Span): Span {
  const { points } = transcript;
  const { text } = points;
  const whole = { start: points.toUtf16(span.start), end: points.toUtf16(span.end) };
  let { start, end } = whole;
  for (let at = -1; at !== start && start < end; ) {
    at = start;
    while (start < end && isSpace(text[start])) start++;
    for (const part of wholes(transcript, start)) if (part.start <= start && start < part.end) start = part.end;
  }
  for (let at = -1; at !== end && end > start; ) {
    at = end;
    while (end > start && isSpace(text[end - 1])) end--;
    for (const part of wholes(transcript, end)) if (part.start < end && end <= part.end) end = part.start;
  }
  return start < end ? { start, end } : around(transcript, whole);
}

/** Of a passage that is nothing but such marks: from before them to behind them. */
function around(transcript: Pick<Transcript, 'points' | 'turns'>, { start, end }: Span): Span {
  const before = wholes(transcript, start).find(part => part.start < start && start < part.end);
  const behind = wholes(transcript, end).find(part => part.start < end && end < part.end);
  return { start: before?.start ?? start, end: behind?.end ?? end };
}

/** What must not be cut near a place: what its line begins with, and a label. */
function wholes({ points, turns }: Pick<Transcript, 'points' | 'turns'>, at: number): Span[] {
  const { text } = points;
  const from = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const newline = text.indexOf('\n', from);
  const line = text.slice(from, newline === -1 ? text.length : newline);
  const marks = { start: from, end: from + (LINE_MARKS.exec(line)?.[0].length ?? 0) };
  const label = turns[lastBegun(turns, points.fromUtf16(at))]?.label;
  if (label === undefined) return [marks];
  return [marks, { start: points.toUtf16(label.start), end: points.toUtf16(label.end) }];
}

/** Index of the last turn that begins at a place (code points) or before it; -1 where there is none. */
function lastBegun(turns: Transcript['turns'], at: number): number {
  return firstWhere(turns, ({ span }) => span.start > at) - 1;
}
