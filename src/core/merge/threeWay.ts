import { compareTexts } from '../text/compare.js';
import type { MergeSide } from './merge.js';

/** What becomes of one respect: one side holds, both say the same, or only a person can say. */
export type Verdict = MergeSide | 'same' | 'conflict';

/**
 * Which side holds in a respect. A side that says what the base says has not changed it. Several bases contradict each other: what does not follow
 * from each of them, nobody knows.
 * @param bases what the bases say, as texts that are equal where the same is said; none where nobody knows
 */
export function verdictOf(bases: readonly string[], ours: string, theirs: string): Verdict {
  if (ours === theirs) return 'same';
  const [verdict, ...others] = new Set(
    bases.map((base): Verdict => (base === ours ? 'theirs' : base === theirs ? 'ours' : 'conflict')),
  );
  return verdict === undefined || others.length > 0 ? 'conflict' : verdict;
}

/** The side that holds where nobody is to be asked: as `verdictOf`, else one of the two, the same whichever is ours. */
export function quietVerdict(bases: readonly string[], ours: string, theirs: string): MergeSide {
  const verdict = verdictOf(bases, ours, theirs);
  if (verdict === 'same') return 'ours';
  return verdict === 'conflict' ? lesser(ours, theirs) : verdict;
}

/** The side whose text comes first in an order that knows no sides. */
export function lesser(ours: string, theirs: string): MergeSide {
  return compareTexts(ours, theirs) <= 0 ? 'ours' : 'theirs';
}

/**
 * How often something stands in the result of which only a number is known, as of lines that are no records: more where a side has more of
 * it, unless both have fewer than there were.
 */
export function countVerdict(bases: readonly number[], ours: number, theirs: number): number {
  const verdict = verdictOf(bases.map(String), String(ours), String(theirs));
  if (verdict !== 'conflict') return verdict === 'theirs' ? theirs : ours;
  const isFewer = bases.length > 0 && bases.every(count => count > Math.max(ours, theirs));
  return isFewer ? Math.min(ours, theirs) : Math.max(ours, theirs);
}
