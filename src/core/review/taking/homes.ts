import type { Coding } from '../../coding/coding.js';
import type { Note } from '../../reading/record.js';
import type { Study } from '../../study/study.js';
import type { CodingChange, CodingSide, NoteChange, NoteSide } from '../change.js';
import type { Side, Sources } from './source.js';
import { transcriptToday } from './transcriptToday.js';

/** Where a coding or note is today, or would be. */
export interface Home<T> {
  readonly path: string;
  readonly coder: string;
  readonly transcript: string;
  /** Undefined where it is not there. */
  readonly record: T | undefined;
}

/** Where a coding is that a change is about: in the folder of a coder that one of the sides names. */
export function homeOfCoding(study: Study, change: CodingChange, sources: Sources): Home<Coding> {
  const { coders, transcript } = whereabouts(study, change, sources);
  const { id } = codingOf(change);
  const indexed = study.index.find(id);
  const isRight = indexed !== undefined && coders.includes(indexed.file.coder);
  for (const coder of coders) {
    const isHere = isRight && indexed.file.coder === coder && indexed.file.transcript === transcript;
    const files = isHere ? [indexed.file] : study.index.filesOf(transcript).filter(file => file.coder === coder);
    for (const { path, codings } of files) {
      const record = codings.find(coding => coding.id === id);
      if (record !== undefined) return { path, coder, transcript, record };
    }
  }
  if (isRight) {
    const { path, coder, transcript: elsewhere } = indexed.file;
    return { path, coder, transcript: elsewhere, record: indexed.coding };
  }
  const coder = coders[0] ?? '';
  return { path: study.coderFiles.codingPath(coder, transcript), coder, transcript, record: undefined };
}

/** Where a note is that a change is about. */
export function homeOfNote(study: Study, change: NoteChange, sources: Sources): Home<Note> {
  const { coders, transcript } = whereabouts(study, change, sources);
  const { id } = 'after' in change ? change.after.note : change.before.note;
  const coder = coders[0] ?? '';
  const files = study.readings.filesOf(transcript).filter(file => coders.includes(file.coder));
  const found = study.readings.find(id);
  const elsewhere = found !== undefined && coders.includes(found.file.coder) ? [found.file] : [];
  for (const { path, coder, transcript, notes } of [...files, ...elsewhere]) {
    const record = notes.find(note => note.id === id);
    if (record !== undefined) return { path, coder, transcript, record };
  }
  return { path: study.coderFiles.readingPath(coder, transcript), coder, transcript, record: undefined };
}

/** The transcript a change of a record leads to, as it is called today. */
export function transcriptOn(study: Study, change: CodingChange | NoteChange, side: Side, sources: Sources): string {
  return transcriptToday(study, [onSide(change, side)?.transcript, change.transcript], sources);
}

/** What a side of a change has; undefined where the coding or note is not there on that side. */
export function onSide(change: CodingChange, side: Side): CodingSide | undefined;
export function onSide(change: NoteChange, side: Side): NoteSide | undefined;
export function onSide(change: CodingChange | NoteChange, side: Side): CodingSide | NoteSide | undefined;
export function onSide(change: CodingChange | NoteChange, side: Side): CodingSide | NoteSide | undefined {
  if (side === 'after') return 'after' in change ? change.after : undefined;
  return 'before' in change ? change.before : undefined;
}

/** The coding that a change is about. */
export function codingOf(change: CodingChange): Coding {
  return 'after' in change ? change.after.coding : change.before.coding;
}

interface Whereabouts {
  /** Those whose folders it may be in, that of the later state first. */
  readonly coders: readonly string[];
  readonly transcript: string;
}

function whereabouts(study: Study, change: CodingChange | NoteChange, sources: Sources): Whereabouts {
  const sides = [...('after' in change ? [change.after] : []), ...('before' in change ? [change.before] : [])];
  const paths = [...sides.map(side => side.transcript), change.transcript];
  return { coders: sides.map(({ coder }) => coder), transcript: transcriptToday(study, paths, sources) };
}
