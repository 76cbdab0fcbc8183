import { putTo } from '../text/grouped.js';
import type { Span } from '../text/span.js';

/** The codings that end at one place, each counted as they were given. */
export interface Ending {
  /** Code points. */
  readonly at: number;
  readonly indices: readonly number[];
}

/** Which codings end where, in the order of the text; at one place the narrowest passage first. */
export function endingsOf(spans: readonly Span[]): Ending[] {
  const byPlace = new Map<number, number[]>();
  spans.forEach(({ end }, i) => {
    putTo(byPlace, end, i);
  });
  const start = (i: number): number => (spans[i] as Span).start;
  return [...byPlace]
    .sort(([a], [b]) => a - b)
    .map(([at, indices]) => ({ at, indices: indices.sort((a, b) => start(b) - start(a) || a - b) }));
}
