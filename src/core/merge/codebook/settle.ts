import { compareTexts } from '../../text/compare.js';

/**
 * One of the two sides of a merge while it is worked out. Which of them is `ours` is not known there: what comes out cannot depend
 * on it but where a question is open.
 */
export type Half = 'one' | 'two';

/** Both sides, in their order. */
export const HALVES: readonly Half[] = ['one', 'two'];

/** The side that a side is not. */
export function otherHalf(half: Half): Half {
  return half === 'one' ? 'two' : 'one';
}

/** What holds: the same on both sides, what one of them says, or nobody knows. */
export type Verdict = 'same' | Half | 'open';

/**
 * The rule by which everything is merged: a side that says what the base says has changed nothing, and what the other one says holds. Several
 * bases contradict each other; what does not follow from each of them, nobody knows.
 * @param bases what it was before; none where that is not known
 */
export function settle<T>(bases: readonly T[], one: T, two: T, isSame: (a: T, b: T) => boolean = Object.is): Verdict {
  if (isSame(one, two)) return 'same';
  const [verdict, ...others] = new Set(
    bases.map(base => (isSame(base, one) ? 'two' : isSame(base, two) ? 'one' : 'open')),
  );
  return verdict === undefined || others.length > 0 ? 'open' : verdict;
}

/**
 * The value that holds, for what is not worth a question: where nobody knows, the one whose text comes first.
 * @param textOf values of the same text are the same
 */
export function settled<T>(bases: readonly T[], one: T, two: T, textOf: (value: T) => string): T {
  const [a, b] = [textOf(one), textOf(two)];
  const verdict = settle(bases.map(textOf), a, b);
  if (verdict === 'open') return compareTexts(a, b) <= 0 ? one : two;
  return verdict === 'two' ? two : one;
}

/** Whether two lists of texts are the same. */
export function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}
