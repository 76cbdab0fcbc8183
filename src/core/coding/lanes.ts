import type { Span } from '../text/span.js';

/**
 * Gives every span a lane such that spans that overlap or touch lie in different lanes, lanes as low as possible.
 * @param spans sorted by start
 * @returns the lane of each span, from 0, in the same order
 */
export function assignLanes(spans: readonly Span[]): number[] {
  const ends: number[] = [];
  return spans.map(span => {
    const free = ends.findIndex(end => end < span.start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = span.end;
    return lane;
  });
}
