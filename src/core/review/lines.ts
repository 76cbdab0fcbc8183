import type { LineChange } from './change.js';
import { fingerprintOf } from './keys.js';
import type { Broken } from './records.js';

/** The change of the lines of one coder's files about one transcript that cannot be read; none where none came or went. */
export function lineChanges(before: readonly Broken[], after: readonly Broken[]): LineChange[] {
  const side = after[0] ?? before[0];
  if (side === undefined) return [];
  const { path, coder, transcript } = side.place;
  const [old, now] = [before.map(({ line }) => line), after.map(({ line }) => line)];
  return [
    {
      what: 'broken-lines',
      coder,
      by: coder,
      path,
      ...(transcript === '' ? {} : { transcript }),
      before: old,
      after: now,
      key: `lines ${path}`,
      entries: [],
      fingerprint: fingerprintOf(old, now),
    },
  ];
}
