import type { Anchors } from '../anchoring/anchors.js';
import type { Outcome } from '../anchoring/resolution.js';
import type { Coding } from '../coding/coding.js';
import type { CodingFile } from '../coding/file.js';

/** How many codings fare how; `settled` of the ambiguous and orphaned are kept so by somebody's word. */
export type OutcomeCounts = Record<Outcome | 'settled', number>;

/** A count that has not begun. */
export function noOutcomes(): OutcomeCounts {
  return { exact: 0, relocated: 0, changed: 0, ambiguous: 0, orphan: 0, settled: 0 };
}

/** How the codings of some files of one transcript fare in its text; without a text all are orphans. */
export function countOutcomes(files: readonly CodingFile[], anchors: Anchors | undefined): OutcomeCounts {
  const counts = noOutcomes();
  for (const file of files) {
    for (const coding of file.codings) {
      const outcome = anchors?.resolve(coding).outcome ?? 'orphan';
      counts[outcome]++;
      if (isSettled(coding, outcome)) counts.settled++;
    }
  }
  return counts;
}

/** Adds one count to another, in place. */
export function addOutcomes(to: OutcomeCounts, more: OutcomeCounts): void {
  for (const outcome of Object.keys(to) as (keyof OutcomeCounts)[]) to[outcome] += more[outcome];
}

/** Codings that wait for a researcher: of uncertain place, or without one. */
export function inDoubt(counts: OutcomeCounts): number {
  return counts.ambiguous + counts.orphan - counts.settled;
}

/** Whether a coding or note with this outcome waits for a researcher. */
export function isDoubtful(record: Pick<Coding, 'orphan'>, outcome: Outcome): boolean {
  return hasNoPlace(outcome) && record.orphan === undefined;
}

/**
 * Whether somebody said that a coding or note is kept although it has no place. That holds as long as it has none: where
 * its words are back for certain, it is at them as ever.
 */
export function isSettled(record: Pick<Coding, 'orphan'>, outcome: Outcome): boolean {
  return hasNoPlace(outcome) && record.orphan !== undefined;
}

function hasNoPlace(outcome: Outcome): boolean {
  return outcome === 'ambiguous' || outcome === 'orphan';
}
