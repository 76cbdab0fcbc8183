import type { Span } from '../text/span.js';

/** How many stripes lie side by side; what lies deeper is told by a mark. */
export const STRIPE_LANES = 4;

/** How much text a row of a wide editor has, roughly, in code points. */
const ROW = 160;

/** Whether there is a line end between two places. Code points, the first before the second. */
export type HasLineEnd = (from: number, to: number) => boolean;

/**
 * Gives every passage a lane for its stripe: the lowest one in which no other passage may be on the same row, for there one stripe
 * would hide the other. Where all are taken it is the one whose last passage is furthest away; passages that overlap or touch never share one.
 * @param spans sorted by start
 * @returns the lane of each, from 0; from `STRIPE_LANES` on there is no room for it
 */
export function stripeLanes(spans: readonly Span[], hasLineEnd: HasLineEnd): number[] {
  const ends: number[] = [];
  return spans.map(({ start, end }) => {
    const apart = ends.map((last, lane) => ({ last, lane })).filter(({ last }) => last < start);
    const isFar = (last: number): boolean => start - last > ROW || hasLineEnd(last, start);
    const free = apart.find(({ last, lane }) => lane < STRIPE_LANES && isFar(last));
    const [first, ...others] = apart.filter(({ lane }) => lane < STRIPE_LANES);
    const furthest = first && others.reduce((a, b) => (b.last < a.last ? b : a), first);
    const next = ends.length < STRIPE_LANES ? undefined : (furthest ?? apart[0]);
    const lane = (free ?? next)?.lane ?? ends.length;
    ends[lane] = end;
    return lane;
  });
}

/** The stripe of one coding. Places are code points. */
export interface Stripe {
  /** Which of the codings it is of, counted as they were given. */
  readonly index: number;
  /** From 0, the one next to the text. */
  readonly lane: number;
  /** Everything the stripe runs along. */
  readonly span: Span;
  /** The first code point: the line on which it is drawn is where the stripe begins. */
  readonly start: Span;
  /** The last code point. */
  readonly end: Span;
}

/** All stripes of a transcript, and where there is more than they can show. */
export interface Stripes {
  readonly stripes: readonly Stripe[];
  /** What is coded more deeply than there are lanes; sorted, no two overlap or touch. */
  readonly more: readonly Span[];
}

/**
 * Lays the stripes of coded passages beside one another. Which lines they cover is the editor's to say, for it wraps the text: so a
 * stripe names the places of its ends.
 * @param spans sorted by start, none empty
 * @param lanes the lane of each, as `stripeLanes` gives them
 */
export function layStripes(spans: readonly Span[], lanes: readonly number[]): Stripes {
  const stripes: Stripe[] = [];
  const more: Span[] = [];
  spans.forEach((span, index) => {
    const lane = lanes[index] as number;
    if (lane >= STRIPE_LANES) addTo(more, span);
    else
      stripes.push({
        index,
        lane,
        span,
        start: { start: span.start, end: span.start + 1 },
        end: { start: span.end - 1, end: span.end },
      });
  });
  return { stripes, more };
}

/** Adds a span to a list that is sorted by start, as one with the last where they meet. */
function addTo(list: Span[], span: Span): void {
  const last = list.at(-1);
  if (last === undefined || last.end < span.start) list.push(span);
  else list[list.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
}
