import type { Coding } from '../coding/coding.js';
import type { Note } from '../reading/record.js';
import { latest, type SaidState } from '../reading/state.js';
import type { CodingIndex } from './codingIndex.js';
import { codingPath, readingPath } from './layout.js';
import type { ReadingIndex } from './readingIndex.js';

/** What a coder said of a transcript, and the coder's notes without codes on it. */
export interface Reading {
  /** What counts of what was said; missing where nothing was. */
  readonly said?: SaidState;
  readonly notes: readonly Note[];
}

/**
 * Which files hold what a coder says of a transcript: those in the coder's folder that mirror it. Where the transcript was
 * renamed and they were left behind, it is still those under its old path, and both where the coder has both.
 */
export class CoderFiles {
  constructor(
    private readonly index: CodingIndex,
    private readonly readings: ReadingIndex,
  ) {}

  /** The file that a coder's new codings of a transcript go into. */
  codingPath(coder: string, transcript: string): string {
    return pathFor(codingPath(coder, transcript), coder, this.index.filesOf(transcript));
  }

  /** The file that a coder's new notes on a transcript go into, and how far the coder has come. */
  readingPath(coder: string, transcript: string): string {
    return pathFor(readingPath(coder, transcript), coder, this.readings.filesOf(transcript));
  }

  /** A coder's codings of a transcript, file by file. */
  codings(coder: string, transcript: string): readonly Coding[] {
    const lists = this.index.filesOf(transcript).flatMap(file => (file.coder === coder ? [file.codings] : []));
    return lists.length === 1 ? (lists[0] ?? []) : lists.flat();
  }

  /** What a coder said of a transcript and noted on it, file by file. */
  reading(coder: string, transcript: string): Reading {
    const files = this.readings.filesOf(transcript).filter(file => file.coder === coder);
    const said = latest(files.flatMap(file => file.said ?? []));
    return { ...(said === undefined ? {} : { said }), notes: files.flatMap(({ notes }) => notes) };
  }
}

/** Of the files that a coder has the one that mirrors the transcript, else the one left behind, else the one to be made. */
function pathFor(
  mirrored: string,
  coder: string,
  files: readonly { readonly path: string; readonly coder: string }[],
): string {
  const own = files.flatMap(({ path, coder: whose }) => (whose === coder ? [path] : [])).sort();
  return own.includes(mirrored) ? mirrored : (own[0] ?? mirrored);
}
