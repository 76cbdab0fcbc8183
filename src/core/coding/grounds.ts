import type { Span } from '../text/span.js';

/** A stretch of text and the coding whose colour lies behind it. Code points. */
export interface Ground extends Span {
  /** Which of the codings, counted as they were given. */
  readonly index: number;
}

/**
 * Cuts coded text into stretches that have one colour behind them each: that of the narrowest passage there, of two that are alike
 * the first. Tints that lay over one another would add up until the words are hard to read.
 * @param spans sorted by start
 * @returns in the order of the text; no two overlap, and together they are what is coded
 */
export function groundsOf(spans: readonly Span[]): Ground[] {
  const cuts = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const grounds: Ground[] = [];
  let open: number[] = [];
  let next = 0;
  cuts.forEach((start, k) => {
    open = open.filter(i => (spans[i] as Span).end > start);
    for (; next < spans.length && (spans[next] as Span).start <= start; next++) open.push(next);
    const end = cuts[k + 1];
    if (open.length === 0 || end === undefined) return;
    const index = open.reduce((a, b) => (length(spans[b]) < length(spans[a]) ? b : a));
    const last = grounds.at(-1);
    if (last?.index === index && last.end === start) grounds[grounds.length - 1] = { start: last.start, end, index };
    else grounds.push({ start, end, index });
  });
  return grounds;
}

function length(span: Span | undefined): number {
  return span === undefined ? 0 : span.end - span.start;
}
