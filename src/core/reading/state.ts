import type { Coding } from '../coding/coding.js';

/** How far a coder has come with a transcript, from the first to the last. */
export const READING_STATES = ['unread', 'read', 'coded', 'done'] as const;

/** How far a coder has come with a transcript. `coded`: coding has begun; `done`: the coder says so. */
export type ReadingState = (typeof READING_STATES)[number];

/** Whether a value names a state. */
export function isReadingState(value: unknown): value is ReadingState {
  return typeof value === 'string' && (READING_STATES as readonly string[]).includes(value);
}

/** What a coder said of a transcript. Keys that Verbatim does not know are kept in it. */
export interface SaidState {
  readonly state: ReadingState;
  /** When: UTC, ISO 8601. */
  readonly since?: string;
}

/**
 * How far a coder has come. `done` is said and stays until something else is said. Otherwise what was said last counts
 * until the coder codes there again, which is `coded`, whatever was said before. Of whom nothing is known has not read it.
 * @param said what the coder said last, if anything
 * @param codings the coder's codings of the transcript
 */
export function readingState(said: SaidState | undefined, codings: readonly Coding[]): ReadingState {
  if (said === undefined) return codings.length > 0 ? 'coded' : 'unread';
  if (said.state === 'done') return 'done';
  const since = timeOf(said.since);
  return codings.some(({ created }) => timeOf(created) > since) ? 'coded' : said.state;
}

/** Of several things said the one that counts: the latest, of equals the last in the file. */
export function latest(said: readonly SaidState[]): SaidState | undefined {
  return said.reduce<SaidState | undefined>(
    (best, next) => (best === undefined || timeOf(next.since) >= timeOf(best.since) ? next : best),
    undefined,
  );
}

/** Milliseconds since 1970; what has no time came before everything that has one. */
function timeOf(text: string | undefined): number {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}
