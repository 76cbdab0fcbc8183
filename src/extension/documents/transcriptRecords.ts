import type { Coding } from '../../core/coding/coding.js';
import type { CodingFile } from '../../core/coding/file.js';
import type { ReadingFile } from '../../core/reading/file.js';
import type { Note } from '../../core/reading/record.js';
import type { Study } from '../../core/study/study.js';
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

/** The codings of a transcript that may be seen. */
export function codingsOf({ opened, path }: TranscriptHere): InFile<Coding, CodingFile>[] {
  return codingsIn(opened.seen, path);
}

/** The notes on a transcript that may be seen. */
export function notesOf({ opened, path }: TranscriptHere): InFile<Note, ReadingFile>[] {
  return notesIn(opened.seen, path);
}

/** All codings and notes, hidden ones included: what is typed moves them all, and no place may be lost because nobody looks. */
export function recordsOf({ opened, path }: TranscriptHere): InFile<Coding | Note, CodingFile | ReadingFile>[] {
  return [...codingsIn(opened.study, path), ...notesIn(opened.study, path)];
}

function codingsIn(study: Study, path: string): InFile<Coding, CodingFile>[] {
  return study.index.filesOf(path).flatMap(file => keyed(file, file.codings));
}

function notesIn(study: Study, path: string): InFile<Note, ReadingFile>[] {
  return study.readings.filesOf(path).flatMap(file => keyed(file, file.notes));
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
