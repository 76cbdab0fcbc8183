import { formatRecord, incomplete, parseObjectLine } from '../coding/line.js';
import { compareTexts } from '../text/compare.js';
import type { BrokenLine, RecordKind } from '../text/records.js';

/** A line that opens a blind round. Keys that Verbatim does not know are kept in it, as in every record. */
export interface Opening {
  /** What people call the round. */
  readonly round: string;
  readonly does: 'open';
  /** Who takes part: names of coders, two at least. */
  readonly coders: readonly string[];
  /** Paths of the transcripts that are coded, one at least. */
  readonly transcripts: readonly string[];
  /** UTC, ISO 8601. */
  readonly created: string;
  /** 10 characters of `0-9a-z`, unique in the study. */
  readonly id: string;
}

/** A line by which a coder says to be done with a round. It counts in the coder's own file only. */
export interface Closing {
  readonly does: 'close';
  /** Id of the opening. */
  readonly of: string;
  readonly created: string;
  readonly id: string;
}

/** What somebody did with a round. */
export type RoundRecord = Opening | Closing;

/** The lines of a file of rounds, in the order of time. */
export const ROUND_RECORDS: RecordKind<RoundRecord> = {
  parse: parseRoundLine,
  isWhole: isRoundRecord,
  format: formatRecord,
  compare: (a, b) => compareTexts(a.created, b.created) || compareTexts(a.id, b.id),
};

function isRoundRecord(parsed: RoundRecord | BrokenLine): parsed is RoundRecord {
  return 'does' in parsed;
}

function parseRoundLine(line: string): RoundRecord | BrokenLine {
  const parsed = parseObjectLine(line, 'round');
  if ('message' in parsed) return parsed;
  const reason = whyNoRound(parsed.value);
  return reason === undefined ? (parsed.value as unknown as RoundRecord) : incomplete(reason, 'round');
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

function whyNoRound(record: Readonly<Record<string, unknown>>): string | undefined {
  const { does, created, id } = record;
  if (!isText(id)) return 'This line of a round has no "id".';
  if (!isText(created) || !TIME.test(created)) return 'This line of a round has no "created" with a time in UTC.';
  if (does === 'close') return isText(record.of) ? undefined : 'This closing has no "of" with the id of the opening.';
  if (does !== 'open') return 'What this line "does" is neither "open" nor "close".';
  if (!isText(record.round)) return 'This opening has no "round" with a name.';
  if (!areTexts(record.coders, 2)) return 'This opening has no "coders" with two names or more.';
  return areTexts(record.transcripts, 1)
    ? undefined
    : 'This opening has no "transcripts" with the path of one or more.';
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const areTexts = (value: unknown, least: number): boolean =>
  Array.isArray(value) && value.every(isText) && new Set(value).size >= least;
