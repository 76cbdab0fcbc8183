import type { Problem } from '../problem.js';
import type { PlaceInCodings } from '../study/layout.js';
import type { LineEdit } from '../text/lineEdit.js';
import { addRecords, readRecords, replaceRecords } from '../text/records.js';
import { isNote, type Note, READING_RECORDS } from './record.js';
import { latest, type SaidState } from './state.js';

/** A reading file as read: what its coder said of the transcript, and the notes without codes. */
export interface ReadingFile extends PlaceInCodings {
  /** What counts of what was said; missing where nothing was. */
  readonly said?: SaidState;
  /** In the order of the file. */
  readonly notes: readonly Note[];
  /** Line (from 0) of each note, in the same order. */
  readonly lines: readonly number[];
  readonly problems: readonly Problem[];
}

/** Reads a reading file. Never throws: a line that is not understood becomes a problem and harms no other line. */
export function parseReadingFile(raw: string, place: PlaceInCodings): ReadingFile {
  const { records, lines, problems } = readRecords(raw, place.path, READING_RECORDS);
  const said = latest(records.filter((record): record is SaidState => !isNote(record)));
  const notes = records.filter(isNote);
  const noteLines = lines.filter((_, i) => isNote(records[i] as Note));
  const doubled = records.flatMap((record, i) => {
    const line = (lines[i] as number) + 1;
    if (!isNote(record)) return record === said ? [] : [stateTwice(place.path, line)];
    return notes.findIndex(({ id }) => id === record.id) < notes.indexOf(record)
      ? [noteTwice(place.path, line, record.id)]
      : [];
  });
  return {
    ...place,
    ...(said === undefined ? {} : { said }),
    notes,
    lines: noteLines,
    problems: [...problems, ...doubled],
  };
}

/** The edits after which a file says this of its transcript, once; undefined: nothing. */
export function sayState(text: string | undefined, said: SaidState | undefined): LineEdit[] {
  let left = said;
  const edits = replaceRecords(
    text ?? '',
    record => {
      if (isNote(record)) return record;
      // What others wrote into the line stays in it.
      const next = left && { ...record, ...left };
      left = undefined;
      return next;
    },
    READING_RECORDS,
  );
  return left === undefined ? edits : addRecords(text, [left], READING_RECORDS);
}

/** The edits that add notes, each at its place in the order. */
export function addNotes(text: string | undefined, notes: readonly Note[]): LineEdit[] {
  return addRecords(text, notes, READING_RECORDS);
}

/**
 * The edits that replace notes in place.
 * @param change gives the note that takes the place, the same object to leave it, undefined to remove it
 */
export function replaceNotes(text: string, change: (note: Note) => Note | undefined): LineEdit[] {
  return replaceRecords(text, record => (isNote(record) ? change(record) : record), READING_RECORDS);
}

function stateTwice(file: string, line: number): Problem {
  return {
    rule: 'state-twice',
    severity: 'warning',
    file,
    line,
    message: 'The state of this transcript is said more than once; what was said last counts.',
    remedy: 'Remove this line, or mark the transcript in the Transcripts view: that leaves one.',
  };
}

function noteTwice(file: string, line: number, id: string): Problem {
  return {
    rule: 'note-twice',
    severity: 'warning',
    file,
    line,
    message: `The id ${id} stands twice in this file.`,
    remedy: 'Remove one of the two lines where it is the same note, or give it another id.',
  };
}
