import type { Anchored } from '../coding/coding.js';
import type { CodingAspect } from './change.js';
import { canonical } from './keys.js';
import type { PlaceAspect } from './places.js';
import type { Placed } from './records.js';

/** A respect in which a coding or note differs, and what each side says about it. */
export interface RecordDifference {
  readonly aspect: Exclude<CodingAspect, 'code'>;
  readonly before: unknown;
  readonly after: unknown;
}

interface AnyRecord extends Anchored {
  readonly evidence?: unknown;
  readonly memo?: string;
  readonly orphan?: string;
  readonly id: string;
}

/** Keys that are compared for themselves; all others are `other`. */
const KNOWN = new Set(['code', 'quote', 'at', 'context', 'base', 'evidence', 'memo', 'orphan', 'id']);

/**
 * How a coding or note differs from what it was: where it is, what is said of it, whose it is. Its code is not looked at.
 * @param place how its two anchors relate; in another transcript it was moved anyhow
 */
export function differencesOf<T extends AnyRecord>(
  before: Placed<T>,
  after: Placed<T>,
  place: PlaceAspect,
): RecordDifference[] {
  const [old, now] = [before.record, after.record];
  const found: RecordDifference[] = [];
  const compare = (aspect: RecordDifference['aspect'], b: unknown, a: unknown): void => {
    if (canonical(b) !== canonical(a)) found.push({ aspect, before: b, after: a });
  };
  const aspect = before.place.transcript === after.place.transcript ? place : 'moved';
  if (aspect !== 'same') found.push({ aspect, before: anchorOf(before), after: anchorOf(after) });
  compare('evidence', old.evidence, now.evidence);
  compare('memo', old.memo || undefined, now.memo || undefined);
  compare('orphan', old.orphan, now.orphan);
  compare('coder', before.place.coder, after.place.coder);
  compare('other', further(old), further(now));
  return found;
}

function anchorOf({ place, record }: Placed<Anchored>): unknown {
  const { quote, at, context, base } = record;
  return [place.transcript, quote, at, context, base];
}

/** The keys of a record that Verbatim does not know, and the time at which it was made. */
export function further(record: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !KNOWN.has(key)));
}
