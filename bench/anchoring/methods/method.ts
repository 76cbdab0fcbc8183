import type { Anchored } from '../../../src/core/coding/coding.js';
import type { CodePoints } from '../../../src/core/text/codePoints.js';
import type { Answer } from '../truth.js';

/** A version of a transcript as far as a method may know it. */
export interface KnownVersion {
  readonly points: CodePoints;
  readonly base: string;
}

/** A way to find passages again. */
export interface Method {
  readonly name: string;
  /** Slow ones look at every n-th transcript only. */
  readonly every: number;
  /** Gets a text ready; what it answers finds records in it, one at a time. */
  readonly prepare: (first: KnownVersion, now: KnownVersion) => (record: Required<Anchored>) => Answer;
}
