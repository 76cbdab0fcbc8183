/** A stretch of a text: start and end (exclusive), in Unicode code points unless a name says otherwise. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one code point. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
