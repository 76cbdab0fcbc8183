import type { Anchors } from '../anchoring/anchors.js';
import type { Coding } from '../coding/coding.js';
import type { Span } from '../text/span.js';
import { readable, turnAt } from '../transcript/query.js';
import { isGap, runsIn } from '../transcript/search.js';
import type { TextRun, Transcript } from '../transcript/transcript.js';

/** Context that must stand on both sides for what is between to be the passage. Code points; a speaker's label is shorter. */
const ENOUGH = 16;

/**
 * Where the passage of a coding is in today's transcript, its wording changed or not. Words that changed are found between
 * their old neighbours: only where these stand at one place each, in their order, with about as much text between them.
 * @returns undefined where that is not certain
 */
export function passageNow(coding: Coding, anchors: Anchors): Span | undefined {
  const { outcome, span } = anchors.resolve(coding);
  const points = anchors.now;
  // An orphan may come with suggestions by now; they say nothing against the neighbours.
  if (outcome !== 'orphan') return span;
  const [before, after] = coding.context ?? ['', ''];
  if ([...before].length < ENOUGH || [...after].length < ENOUGH) return undefined;
  const { text } = points;
  const left = text.indexOf(before);
  const start = left + before.length;
  const end = text.indexOf(after, start);
  const isOne = left !== -1 && end !== -1 && text.indexOf(before, left + 1) === -1 && text.lastIndexOf(after) === end;
  const length = end - start;
  if (!isOne || length === 0 || length > 2 * coding.quote.length + 80) return undefined;
  return { start: points.fromUtf16(start), end: points.fromUtf16(end) };
}

/** What is said in a span in the two ways it may be quoted: with the names of speakers who come in, and without. */
export function wordings(t: Transcript, span: Span): string[] {
  const named = readable(t, span);
  const plain = spoken(t, span);
  return named === plain ? [named] : [named, plain];
}

/** A span with the turns it begins and ends in, whole. */
export function wholeTurns(t: Transcript, span: Span): Span {
  const first = turnAt(t, span.start)?.body;
  const last = turnAt(t, Math.max(span.start, span.end - 1))?.body;
  return { start: Math.min(span.start, first?.start ?? span.start), end: Math.max(span.end, last?.end ?? span.end) };
}

function spoken(t: Transcript, span: Span): string {
  const parts: string[] = [];
  let before: TextRun | undefined;
  for (const run of runsIn(t, span)) {
    if (before !== undefined && isGap(t, before, run)) parts.push(' ');
    parts.push(run.text);
    before = run;
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}
