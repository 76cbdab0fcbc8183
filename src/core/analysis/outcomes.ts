import type { Anchors } from '../anchoring/anchors.js';
import type { Outcome } from '../anchoring/resolution.js';
import type { CodingFile } from '../coding/file.js';

/** How many codings fare how. */
export type OutcomeCounts = Record<Outcome, number>;

/** A count that has not begun. */
export function noOutcomes(): OutcomeCounts {
  return { exact: 0, relocated: 0, changed: 0, ambiguous: 0, orphan: 0 };
}

/** How the codings of some files of one transcript fare in its text; without a text all are orphans. */
export function countOutcomes(files: readonly CodingFile[], anchors: Anchors | undefined): OutcomeCounts {
  const counts = noOutcomes();
  for (const file of files) {
    for (const coding of file.codings) counts[anchors?.resolve(coding).outcome ?? 'orphan']++;
  }
  return counts;
}

/** Adds one count to another, in place. */
export function addOutcomes(to: OutcomeCounts, more: OutcomeCounts): void {
  for (const outcome of Object.keys(to) as Outcome[]) to[outcome] += more[outcome];
}

/** Codings that wait for a researcher: of uncertain place, or without one. */
export function inDoubt(counts: OutcomeCounts): number {
  return counts.ambiguous + counts.orphan;
}

/** Whether a coding with this outcome waits for a researcher. */
export function isDoubtful(outcome: Outcome): boolean {
  return outcome === 'ambiguous' || outcome === 'orphan';
}
