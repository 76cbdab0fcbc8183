import type { Resolution } from '../anchoring/resolution.js';
import type { Entry } from '../coding/seenRecord.js';
import { isSettled } from './outcomes.js';

/** Why a passage is listed; `settled`: it has no place, and somebody said that it is kept all the same. */
export type ReviewKind = 'changed' | 'ambiguous' | 'orphan' | 'settled';

/** All of them, in the order in which they are offered. */
export const REVIEW_KINDS: readonly ReviewKind[] = ['changed', 'ambiguous', 'orphan', 'settled'];

/** Why a coding or note is to be reviewed; undefined where it is not. */
export function reviewKind(entry: Entry, { outcome }: Resolution): ReviewKind | undefined {
  if (outcome === 'exact' || outcome === 'relocated') return undefined;
  return isSettled(entry, outcome) ? 'settled' : outcome;
}
