import type { RoundRecord } from '../rounds/record.js';
import type { RoundChange } from './change.js';
import { canonical, fingerprintOf } from './keys.js';
import type { RecordPair } from './records.js';

/** The change of one line about a blind round; none where it says what it said. */
export function roundChanges({ before, after }: RecordPair<RoundRecord>): RoundChange[] {
  const [old, now] = [before?.record, after?.record];
  const side = after ?? before;
  if (side === undefined || (old !== undefined && now !== undefined && canonical(old) === canonical(now))) return [];
  const { coder, path } = side.place;
  return [
    {
      what: old === undefined ? 'round-added' : now === undefined ? 'round-removed' : 'round-edited',
      coder,
      by: coder,
      path,
      key: `round ${side.record.id}`,
      entries: [],
      ...(old && { before: old }),
      ...(now && { after: now }),
      fingerprint: fingerprintOf(old, now),
    },
  ];
}
