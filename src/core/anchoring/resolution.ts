import type { Span } from '../text/span.js';

/** How a coding fares in today's transcript. */
export const OUTCOMES = ['exact', 'relocated', 'changed', 'ambiguous', 'orphan'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** How one fares whose place is certain. */
export type CertainOutcome = Exclude<Outcome, 'ambiguous' | 'orphan'>;

/** A place that a passage may have today, in code points. */
export interface Candidate extends Span {
  /** How much speaks for it, from 0 to 1. */
  readonly score: number;
}

/**
 * Where a coding is today. `span` is given when the place is certain. `candidates`, best first, are given when it is not:
 * for an ambiguous one the places that fit, for an orphan those that are worth a look, if any.
 */
export interface Resolution {
  readonly outcome: Outcome;
  /** In code points of today's text. */
  readonly span?: Span;
  readonly candidates: readonly Candidate[];
}
