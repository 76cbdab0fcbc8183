import { approximateMatches, type Match } from './approximate.js';
import type { Method } from './method.js';

const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };
const ALL = WEIGHTS.quote + WEIGHTS.prefix + WEIGHTS.suffix + WEIGHTS.position;
/** As the published algorithm has it. */
const MOST_ERRORS = 256;

/**
 * The algorithm that Hypothesis published for its annotations: all exact matches of the quote or, where there are none, the best
 * approximate ones with up to half its length in errors. Each is scored by the quote, what stands before and behind and how far it
 * is from the old place; the best one wins.
 */
export const hypothesis: Method = {
  name: 'Hypothesis algorithm',
  every: 3,
  prepare: (_, { points }) => {
    const { text } = points;
    return ({ quote, at, context: [prefix, suffix] }) => {
      const hint = points.toUtf16(at[0]);
      let best: Match | undefined;
      let bestScore = -1;
      for (const match of matchesOf(text, quote, Math.min(MOST_ERRORS, quote.length / 2))) {
        const before = text.slice(Math.max(0, match.start - prefix.length), match.start);
        const behind = text.slice(match.end, match.end + suffix.length);
        const score =
          (WEIGHTS.quote * (1 - match.errors / quote.length) +
            WEIGHTS.prefix * likeness(before, prefix) +
            WEIGHTS.suffix * likeness(behind, suffix) +
            WEIGHTS.position * (1 - Math.abs(match.start - hint) / text.length)) /
          ALL;
        if (score <= bestScore) continue;
        best = match;
        bestScore = score;
      }
      if (best === undefined) return { candidates: [] };
      return { span: { start: points.fromUtf16(best.start), end: points.fromUtf16(best.end) }, candidates: [] };
    };
  },
};

function matchesOf(text: string, quote: string, most: number): Match[] {
  const exact: Match[] = [];
  for (let start = text.indexOf(quote); start !== -1; start = text.indexOf(quote, start + 1)) {
    exact.push({ start, end: start + quote.length, errors: 0 });
  }
  return exact.length > 0 ? exact : approximateMatches(text, quote, most);
}

/** How much of a context is still there, from 0 to 1. */
function likeness(text: string, context: string): number {
  if (context === '' || text === '') return 0;
  const [match] = matchesOf(text, context, context.length);
  return match === undefined ? 0 : 1 - match.errors / context.length;
}
