import { codePointLength } from '../text/codePoints.js';
import { firstWhere } from '../text/firstWhere.js';
import type { Span } from '../text/span.js';
import type { TextRun, Transcript } from './transcript.js';

/** Index of the first item, of items in order, that does not end before a position. */
export function firstFrom(items: readonly { readonly span: Span }[], position: number): number {
  return firstWhere(items, ({ span }) => span.end >= position);
}

/** Whether a run shows exactly what its source says; an escape or an entity is longer than what it stands for. */
export function isLiteral(run: TextRun): boolean {
  return (
    run.text.length >= run.span.end - run.span.start && codePointLength(run.text) === run.span.end - run.span.start
  );
}

/**
 * The runs inside a span, those at its borders cut to it. An escape or an entity that the span does not hold to its end
 * is left out.
 */
export function* runsIn(t: Transcript, span: Span): Generator<TextRun> {
  for (let i = firstFrom(t.runs, span.start); i < t.runs.length; i++) {
    const run = t.runs[i] as TextRun;
    if (run.span.start >= span.end) return;
    const start = Math.max(run.span.start, span.start);
    const end = Math.min(run.span.end, span.end);
    if (start >= end) continue;
    if (start === run.span.start && end === run.span.end) yield run;
    else if (isLiteral(run)) yield { ...run, span: { start, end }, text: t.points.slice(start, end) };
    else if (end === run.span.end) yield { ...run, span: { start, end } };
  }
}

/** Whether a reader sees a gap between two runs that follow each other: they stand in two blocks, cells or lines. */
export function isGap(t: Transcript, before: TextRun, after: TextRun): boolean {
  if (before.span.end === after.span.start) return false;
  const between = t.points.slice(before.span.end, after.span.start);
  return between.includes('\n') || (after.kind === 'table' && between.includes('|')) || /<br|#\d/i.test(between);
}
