import type { Anchored } from '../coding/coding.js';
import { anchorOf } from '../coding/create.js';
import { withKeys } from '../coding/keys.js';
import type { CodePoints } from '../text/codePoints.js';
import type { Span } from '../text/span.js';

/** What happens to the words a coding or note was made on when it gets another place. */
export type Quote = 'taken' | 'kept';

/**
 * A coding or note at another place of its transcript: place, surroundings and version become those of the place, all else
 * in its line stays.
 * @param seen the text (no byte order mark, line ends LF) and the first 12 hex digits of its git blob id
 * @param span the place in code points; not empty
 * @param quote `taken`: the words at the place become its quote; `kept`: it still says what was coded once
 */
export function withAnchor<T extends Anchored>(
  record: T,
  { points, base }: { readonly points: CodePoints; readonly base: string },
  span: Span,
  quote: Quote = 'taken',
): T {
  // What has a place is no orphan any more, whatever was decided once.
  const anchor = { ...anchorOf(points, span, base), orphan: undefined };
  return withKeys(record, quote === 'taken' ? anchor : { ...anchor, quote: record.quote });
}
