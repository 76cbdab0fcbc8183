import type { Subject } from './subjects.js';

/** What an entry is, in a version or after a merge: an entry, one that was merged into another one, or nothing any more. */
export type Standing =
  | { readonly is: 'there' }
  /** Undefined: it was not merged into anything. */
  | { readonly is: 'gone'; readonly into: Subject | undefined };

export const THERE: Standing = { is: 'there' };

/** Whether two standings are the same. */
export function sameStanding(a: Standing, b: Standing): boolean {
  return a.is === 'there' || b.is === 'there' ? a.is === b.is : a.into === b.into;
}
