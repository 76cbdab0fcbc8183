import type { Coding } from '../../core/coding/coding.js';
import type { CodingFile } from '../../core/coding/file.js';
import type { ReadingFile } from '../../core/reading/file.js';
import type { Note } from '../../core/reading/record.js';
import type { OpenStudy } from '../study/openStudy.js';

/** A transcript in the study it is in. */
export interface TranscriptHere {
  readonly opened: OpenStudy;
  /** Path relative to the study. */
  readonly path: string;
}

/** A coding or note, the file it stands in, and a key of its own. */
interface InFile<R, F> {
  readonly key: string;
  readonly record: R;
  readonly file: F;
}

/** The codings of a transcript. */
export function codingsOf({ opened, path }: TranscriptHere): InFile<Coding, CodingFile>[] {
  return opened.study.index.filesOf(path).flatMap(file => keyed(file, file.codings));
}

/** The notes on a transcript. */
export function notesOf({ opened, path }: TranscriptHere): InFile<Note, ReadingFile>[] {
  return opened.study.readings.filesOf(path).flatMap(file => keyed(file, file.notes));
}

/** Both. */
export function recordsOf(here: TranscriptHere): InFile<Coding | Note, CodingFile | ReadingFile>[] {
  return [...codingsOf(here), ...notesOf(here)];
}

function keyed<R extends { readonly id: string }, F extends { readonly path: string }>(
  file: F,
  records: readonly R[],
): InFile<R, F>[] {
  const taken = new Set<string>();
  return records.map(record => {
    let key = `${file.path} ${record.id}`;
    // The same id twice in a file is meant twice, as everywhere.
    while (taken.has(key)) key += ' again';
    taken.add(key);
    return { key, record, file };
  });
}
