import type { Problem } from '../problem.js';
import type { PlaceOfPerson } from '../study/layout.js';
import { readRecords } from '../text/records.js';
import { ROUND_RECORDS, type RoundRecord } from './record.js';

/** A file of rounds as read: all that one person opened and closed. */
export interface RoundsFile extends PlaceOfPerson {
  /** In the order of the file. */
  readonly records: readonly RoundRecord[];
  /** Line (from 0) of each record, in the same order. */
  readonly lines: readonly number[];
  readonly problems: readonly Problem[];
}

/** Reads a file of rounds. Never throws: a line that is no record becomes a problem and harms no other line. */
export function parseRoundsFile(raw: string, place: PlaceOfPerson): RoundsFile {
  return { ...place, ...readRecords(raw, place.path, ROUND_RECORDS) };
}
