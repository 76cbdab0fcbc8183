import type { Anchored } from '../coding/coding.js';
import type { CodePoints } from '../text/codePoints.js';
import type { Resolution } from './resolution.js';
import { search } from './resolve.js';

/** Finds codings and notes again in one text of a transcript. */
export class Anchors {
  /**
   * @param now today's text: no byte order mark, line ends LF
   * @param base first 12 hex digits of its git blob id, where that is known
   * @param versions older versions of the text, in the same form, by the first 12 hex digits of their blob ids
   */
  constructor(
    readonly now: CodePoints,
    readonly base: string | undefined,
    readonly versions: ReadonlyMap<string, string> = new Map(),
  ) {}

  /** Whether an older version helps to place a record: it was made on another one, and something changed where it is. */
  wantsVersion({ base }: Anchored): boolean {
    return base !== undefined && base !== this.base;
  }

  /** Where a record is. */
  resolve(record: Anchored): Resolution {
    return search(record, this.now);
  }
}
