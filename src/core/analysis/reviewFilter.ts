import { transcriptName } from '../study/layout.js';
import { grouped } from '../text/grouped.js';
import { REVIEW_KINDS, type ReviewKind } from './reviewKind.js';
import type { ReviewEntry } from './reviewList.js';

/** Which entries of a review list are shown. */
export interface ReviewFilter {
  readonly kinds: readonly ReviewKind[];
  /** Only those of one coder; empty: of everybody. */
  readonly coder: string;
}

/** The entries that wait for a decision. */
export const WAITING: readonly ReviewKind[] = ['changed', 'ambiguous', 'orphan'];

/** Entries of one transcript. */
export interface ReviewGroup {
  /** Path of the transcript. */
  readonly transcript: string;
  /** What people call it. */
  readonly name: string;
  readonly entries: readonly ReviewEntry[];
}

/** How many entries there are of each kind. */
export function countKinds(entries: readonly ReviewEntry[], coder: string): Readonly<Record<ReviewKind, number>> {
  const counts = { changed: 0, ambiguous: 0, orphan: 0, settled: 0 };
  for (const entry of entries) if (isBy(entry, coder)) counts[entry.kind]++;
  return counts;
}

/** The entries that are shown, in their order. */
export function filterReview(entries: readonly ReviewEntry[], { kinds, coder }: ReviewFilter): ReviewEntry[] {
  return entries.filter(entry => kinds.includes(entry.kind) && isBy(entry, coder));
}

/** Entries by their transcripts, in the order they come in. */
export function groupReview(entries: readonly ReviewEntry[]): ReviewGroup[] {
  return [...grouped(entries, ({ transcript }) => transcript)].map(([transcript, members]) => ({
    transcript,
    name: transcriptName(transcript),
    entries: members,
  }));
}

/** The kinds that a value which was kept names. */
export function kindsOf(value: unknown): readonly ReviewKind[] {
  return Array.isArray(value) ? REVIEW_KINDS.filter(kind => value.includes(kind)) : WAITING;
}

const isBy = (entry: ReviewEntry, coder: string): boolean => coder === '' || entry.coder === coder;
