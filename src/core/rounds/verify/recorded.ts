import type { LoggedCommit } from '../../ports.js';
import { roundsPlaceOf } from '../../study/layout.js';
import type { Closing, Opening, RoundRecord } from '../record.js';
import type { Evidence } from './evidence.js';

/** A line about a round, whose it is, and the version that brought it into being. */
export interface Recorded<T extends RoundRecord> {
  readonly record: T;
  readonly person: string;
  readonly version: LoggedCommit;
}

/** What a history has about rounds; older versions first. A line that was recorded anew, as by a rebase, is there more than once. */
export interface RecordedRounds {
  readonly openings: readonly Recorded<Opening>[];
  readonly closings: readonly Recorded<Closing>[];
}

/** Finds every line about a round in a history, at the version in whose parents it is not. */
export async function recordedRounds(evidence: Evidence, log: readonly LoggedCommit[]): Promise<RecordedRounds> {
  const openings: Recorded<Opening>[] = [];
  const closings: Recorded<Closing>[] = [];
  for (const version of log) {
    if (!version.files.some(({ path }) => roundsPlaceOf(path) !== undefined)) continue;
    const before = new Set<string>();
    for (const parent of version.parents)
      for (const { record } of await linesAt(evidence, parent)) before.add(record.id);
    for (const { record, person } of await linesAt(evidence, version.id)) {
      if (before.has(record.id)) continue;
      if (record.does === 'open') openings.push({ record, person, version });
      else closings.push({ record, person, version });
    }
  }
  return { openings, closings };
}

async function linesAt(evidence: Evidence, commit: string): Promise<{ record: RoundRecord; person: string }[]> {
  const found: { record: RoundRecord; person: string }[] = [];
  for (const [path, blob] of await evidence.tree(commit)) {
    const place = roundsPlaceOf(path);
    if (place === undefined) continue;
    const { records } = await evidence.rounds(path, blob);
    for (const record of records) found.push({ record, person: place.coder });
  }
  return found;
}
