import type { Anchored } from '../coding/coding.js';
import type { CodePoints } from '../text/codePoints.js';
import { foldText } from '../text/foldText.js';
import type { Span } from '../text/span.js';

/** On which sides of a place the old neighbours of a passage stand. */
export type SameSides = 'both' | 'before' | 'after' | 'none';

/** How much of the old neighbours must stand beside a place for it to be said, from 0 to 1: a word may have changed. */
const ENOUGH = 0.6;

/** On which sides of a place the old neighbours stand, letter case, marks and white space aside. */
export function sameSides(record: Pick<Anchored, 'context'>, points: CodePoints, place: Span): SameSides {
  const [before, after] = likenesses(record, points, place).map(likeness => (likeness ?? 0) >= ENOUGH);
  if (before && after) return 'both';
  return before ? 'before' : after ? 'after' : 'none';
}

/** How much of the old neighbours stands around a place, from 0 to 1; 0 where none are known. */
export function likenessOfContext(record: Pick<Anchored, 'context'>, points: CodePoints, place: Span): number {
  const known = likenesses(record, points, place).filter(likeness => likeness !== undefined);
  return known.length === 0 ? 0 : known.reduce((sum, likeness) => sum + likeness, 0) / known.length;
}

function likenesses(
  { context }: Pick<Anchored, 'context'>,
  points: CodePoints,
  { start, end }: Span,
): (number | undefined)[] {
  return (context ?? []).map((old, side) => {
    const wanted = foldText(old).text.trim();
    if (wanted === '') return undefined;
    // Folding takes away more than it adds; white space may have come in.
    const reach = 2 * [...old].length + 16;
    const raw = side === 0 ? points.slice(Math.max(0, start - reach), start) : points.slice(end, end + reach);
    const now = foldText(raw).text.trim();
    let equal = 0;
    const unit = (text: string, i: number): string | undefined => text[side === 0 ? text.length - 1 - i : i];
    while (equal < wanted.length && unit(wanted, equal) === unit(now, equal)) equal++;
    return equal / wanted.length;
  });
}
