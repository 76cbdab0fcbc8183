/** A stretch of a text: start and end (exclusive), in Unicode code points unless a name says otherwise. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The places that at least one of some spans covers: in order, apart from one another. */
export function union(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last === undefined || span.start > last.end) result.push(span);
    else if (span.end > last.end) result[result.length - 1] = { start: last.start, end: span.end };
  }
  return result;
}

/** What two lists of spans, each in order and apart, have in common. */
export function common(a: readonly Span[], b: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a[i] as Span, b[j] as Span];
    const start = Math.max(left.start, right.start);
    const end = Math.min(left.end, right.end);
    if (start < end) result.push({ start, end });
    if (left.end <= right.end) i++;
    else j++;
  }
  return result;
}

/** Whether two spans share at least one code point. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether two spans are the same, or both are missing. */
export function isSameSpan(a: Span | undefined, b: Span | undefined): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}
