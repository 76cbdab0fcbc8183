import type { Span } from '../text/span.js';

/** How many stripes lie side by side; what lies deeper is told by a mark. */
export const STRIPE_LANES = 4;

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
 * @param lanes the lane of each, as `assignLanes` gives them
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
