import { type Anchored, compareCodings } from '../coding/coding.js';
import { formatRecord, incomplete, parseObjectLine, whyNoAnchored } from '../coding/line.js';
import type { BrokenLine, RecordKind } from '../text/records.js';
import { isReadingState, READING_STATES, type SaidState } from './state.js';

/** A note on a passage that has no code (yet). Keys that Verbatim does not know are kept in it. */
export interface Note extends Anchored {
  /** What the coder thinks; Markdown. */
  readonly memo: string;
  /** As in a coding. */
  readonly orphan?: string;
  /** UTC, ISO 8601. */
  readonly created?: string;
  /** 10 characters of `0-9a-z`, unique in the study, codings included. */
  readonly id: string;
}

/** What one line of a reading file says. */
export type ReadingRecord = SaidState | Note;

/** Tells a note from a state. */
export function isNote(record: ReadingRecord): record is Note {
  return 'quote' in record;
}

/** The lines of a reading file: the state, where one is said, then the notes in the order of the text. */
export const READING_RECORDS: RecordKind<ReadingRecord> = {
  parse: parseReadingLine,
  isWhole: isReadingRecord,
  format: formatRecord,
  compare(a, b) {
    if (isNote(a) && isNote(b)) return compareCodings(a, b);
    return Number(isNote(a)) - Number(isNote(b));
  },
};

/** Whether a line is a whole record of a reading file. */
export function isReadingLine(line: string): boolean {
  return isReadingRecord(parseReadingLine(line));
}

function isReadingRecord(parsed: ReadingRecord | BrokenLine): parsed is ReadingRecord {
  return 'quote' in parsed || 'state' in parsed;
}

function parseReadingLine(line: string): ReadingRecord | BrokenLine {
  const parsed = parseObjectLine(line, 'note');
  if ('message' in parsed) return parsed;
  const { value } = parsed;
  if ('state' in value && !('quote' in value)) return parseState(value);
  const reason = whyNoAnchored(value, 'note', ['quote', 'memo', 'id']);
  return reason === undefined ? (value as unknown as Note) : incomplete(reason, 'note');
}

function parseState(value: Record<string, unknown>): SaidState | BrokenLine {
  const names = READING_STATES.join(', ');
  if (!isReadingState(value.state)) {
    const message = `The state ${JSON.stringify(value.state)} is not known, so it does not count.`;
    return { message, remedy: `Write one of ${names}, or mark the transcript in the Transcripts view.` };
  }
  if (value.since === undefined || typeof value.since === 'string') return value as unknown as SaidState;
  return {
    message: 'The "since" of this state is not a string.',
    remedy: 'Write a time such as "2026-03-02T10:03:11Z".',
  };
}
