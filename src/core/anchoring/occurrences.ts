/** Where a quote stands in a text. */
export interface Occurrences {
  /** UTF-16 offsets, ascending. */
  readonly places: readonly number[];
  /** False when the search was given up: the quote, or its beginning, stands in too many places. */
  readonly complete: boolean;
}

/** A quote that occurs more often than this is nobody's to place. */
const MOST_PLACES = 500;
/** How many places are looked at that have the beginning of the quote; only text made to be hostile has so many. */
const MOST_TRIES = 1000;
/** Length of that beginning. `indexOf` takes its time times the length on repetitive text, so it gets a short one. */
const PROBE = 64;

/** Finds every place of a quote, overlapping ones included. The work is bounded whatever the text and the quote. */
export function occurrences(quote: string, text: string): Occurrences {
  const places: number[] = [];
  if (quote === '') return { places, complete: true };
  const probe = quote.slice(0, PROBE);
  let tries = 0;
  for (let from = text.indexOf(probe); from !== -1; from = text.indexOf(probe, from + 1)) {
    if (places.length === MOST_PLACES || ++tries > MOST_TRIES) return { places, complete: false };
    if (text.startsWith(quote, from)) places.push(from);
  }
  return { places, complete: true };
}
