import type { Span } from './span.js';

/** A replacement in a text: what stood between two positions is gone, and `inserted` units stand there now. */
export interface Replacement extends Span {
  readonly inserted: number;
}

/** A span that is moved in place: thousands follow every keystroke. */
export interface MovingSpan {
  start: number;
  end: number;
}

/**
 * Where a span is after a replacement, in whatever unit both are counted in. Text typed at its borders stays outside;
 * what is typed inside, or over a part of it, belongs to it; a border that is cut off moves to the cut.
 * @returns undefined once nothing is left of it
 */
export function trackSpan(span: Span, change: Replacement): Span | undefined {
  const moving = { start: span.start, end: span.end };
  return moveSpan(moving, change) ? moving : undefined;
}

/** As `trackSpan`, in place: false once nothing is left of the span, which is then of no use any more. */
export function moveSpan(span: MovingSpan, change: Replacement): boolean {
  if (change.start >= span.end) return true;
  const shift = change.inserted - (change.end - change.start);
  if (change.end > span.start) {
    const isAtStart = change.start <= span.start;
    if (isAtStart && change.end >= span.end) return false;
    const end = change.end > span.end ? change.start : span.end + shift;
    // Where more than the span was replaced around its start, the new text is not its own.
    if (change.start < span.start) span.start = change.start + change.inserted;
    span.end = end;
    return true;
  }
  span.start += shift;
  span.end += shift;
  return true;
}
