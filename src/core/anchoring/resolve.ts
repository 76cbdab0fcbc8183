import { type Anchored, CONTEXT_LENGTH } from '../coding/coding.js';
import type { CodePoints } from '../text/codePoints.js';
import type { Span } from '../text/span.js';
import { occurrences } from './occurrences.js';
import type { Resolution } from './resolution.js';

/** A place that has the quote, in UTF-16 units, and what is left of the old neighbours around it. */
interface Candidate {
  readonly from: number;
  /** How many UTF-16 units of the old context still touch the quote, both sides taken together. */
  readonly evidence: number;
  /** Sides on which the old context is all there: an edit beside a passage spares at least one. */
  readonly intactSides: number;
}

/** Context that must agree for a place to be certain, in UTF-16 units; a speaker's label alone is shorter. */
const ENOUGH = 12;

/**
 * Finds the passage of a coding or note in today's text by position, then by quote and context. It never guesses: a place is
 * taken only if the old neighbours are whole on one side of it and on neither side of any other place that has the
 * quote; any other find is left to the researcher.
 */
export function search(coding: Anchored, points: CodePoints): Resolution {
  const { text } = points;
  const from = points.toUtf16(coding.at[0]);
  const inPlace = text.startsWith(coding.quote, from);
  const available = availableContext(coding);
  const untouched = inPlace && (available === 0 || neighbours(coding, text, from).intactSides === 2);
  if (untouched) return found('exact', coding, points, from);

  const { places, complete } = occurrences(coding.quote, text);
  if (places.length === 0 && complete) return { outcome: 'orphan', candidates: [] };
  const candidates = places.map(place => neighbours(coding, text, place)).sort((a, b) => b.evidence - a.evidence);
  const [certain, rival] = candidates.filter(candidate => candidate.intactSides > 0);
  const isAlone = complete && rival === undefined;
  if (isAlone && certain !== undefined && certain.evidence >= Math.min(ENOUGH, available)) {
    return found(certain.from === from ? 'exact' : 'relocated', coding, points, certain.from);
  }
  if (complete && inPlace && candidates.length === 1) return found('exact', coding, points, from);
  return {
    outcome: 'ambiguous',
    candidates: candidates.map(candidate => ({ ...spanAt(coding, points, candidate.from), score: 0.5 })),
  };
}

function found(outcome: 'exact' | 'relocated', coding: Anchored, points: CodePoints, from: number): Resolution {
  return { outcome, span: spanAt(coding, points, from), candidates: [] };
}

function spanAt(coding: Anchored, points: CodePoints, from: number): Span {
  return { start: points.fromUtf16(from), end: points.fromUtf16(from + coding.quote.length) };
}

function availableContext(coding: Anchored): number {
  return (coding.context?.[0].length ?? 0) + (coding.context?.[1].length ?? 0);
}

function neighbours(coding: Anchored, text: string, from: number): Candidate {
  const [before, after] = coding.context ?? ['', ''];
  const end = from + coding.quote.length;
  let left = 0;
  while (left < before.length && before[before.length - 1 - left] === text[from - 1 - left]) left++;
  let right = 0;
  while (right < after.length && after[right] === text[end + right]) right++;
  // A side that was cut short by the start or the end of the text is all there only where the text still starts or ends.
  const isLeftIntact = left === before.length && (left >= CONTEXT_LENGTH || from === left);
  const isRightIntact = right === after.length && (right >= CONTEXT_LENGTH || end + right === text.length);
  const isWhole = left > 0 && right > 0 && left + right === before.length + after.length;
  const intactSides = Math.max(Number(isLeftIntact) + Number(isRightIntact), Number(isWhole));
  return { from, evidence: left + right, intactSides };
}
