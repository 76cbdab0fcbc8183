import { latest, type SaidState } from '../reading/state.js';
import type { ReadingChange } from './change.js';
import { canonical, fingerprintOf } from './keys.js';

/** What a coder said of a transcript in one file. */
export interface Said {
  readonly path: string;
  readonly coder: string;
  readonly transcript: string;
  readonly said?: SaidState | undefined;
}

/** The change of what a coder says of a transcript, of all that is said there what counts; none where it is as it was. */
export function readingChanges(before: readonly Said[], after: readonly Said[]): ReadingChange[] {
  const [old, now] = [
    latest(before.flatMap(({ said }) => said ?? [])),
    latest(after.flatMap(({ said }) => said ?? [])),
  ];
  const side = after.find(({ said }) => said !== undefined) ?? before.find(({ said }) => said !== undefined);
  if (side === undefined || canonical(old) === canonical(now)) return [];
  const { path, coder, transcript } = side;
  return [
    {
      what: 'reading-state',
      coder,
      by: coder,
      path,
      transcript,
      before: old?.state,
      after: now?.state,
      said: { before: old, after: now },
      key: `reading ${coder} ${transcript}`,
      entries: [],
      fingerprint: fingerprintOf(old, now),
    },
  ];
}
