import { each, type Pieces } from '../pieces.js';
import { type Match, matchesOf } from './match.js';
import type { Pattern } from './pattern.js';
import { SAID_IN_A_PIECE, type Said } from './said.js';

/** Places of common words beyond it say nothing. */
const MOST_PLACES = 50;

/** The places where some people said what a quotation claims, those that leave out least first. */
export function* found(said: readonly Said[], pattern: Pattern): Pieces<Match[]> {
  const matches: Match[] = [];
  yield* each(said, SAID_IN_A_PIECE, one => {
    matches.push(...matchesOf(pattern, one));
  });
  // Two readings of the same words are one place.
  const places = new Map<string, Match>();
  for (const match of matches.sort((a, b) => a.leftOut - b.leftOut)) {
    const start = match.said.tokens[match.starts[0] as number]?.start;
    const key = `${match.said.transcript.path}\n${start}`;
    if (!places.has(key) && places.size < MOST_PLACES) places.set(key, match);
  }
  return [...places.values()];
}
