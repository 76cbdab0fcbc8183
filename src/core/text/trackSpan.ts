import type { Span } from './span.js';

/** A replacement in a text: what stood between two positions is gone, and `inserted` units stand there now. */
export interface Replacement extends Span {
  readonly inserted: number;
}

/**
 * Where a span is after a replacement, in whatever unit both are counted in. Text typed at its borders stays outside;
 * what is typed inside belongs to it; a border that is cut off moves to the cut.
 * @returns undefined when more than the span itself was replaced around one of its borders: then nothing is known of it
 */
export function trackSpan(span: Span, change: Replacement): Span | undefined {
  const shift = change.inserted - (change.end - change.start);
  if (change.end <= span.start) return { start: span.start + shift, end: span.end + shift };
  if (change.start >= span.end) return span;
  const inside = change.start >= span.start && change.end <= span.end;
  if (!inside && change.end - change.start > span.end - span.start) return undefined;
  const start = change.start < span.start ? change.start + change.inserted : span.start;
  const end = change.end > span.end ? change.start : span.end + shift;
  return start < end ? { start, end } : undefined;
}
