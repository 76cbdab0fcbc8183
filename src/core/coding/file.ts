import type { Problem } from '../problem.js';
import type { LineEdit } from '../text/lineEdit.js';
import { addRecords, type RecordKind, readRecords, replaceRecords } from '../text/records.js';
import { type Coding, compareCodings } from './coding.js';
import { evidenceProblems } from './evidence.js';
import { formatCodingLine, isCoding, parseCodingLine } from './line.js';

/** A coding file as read: its codings, where each stands, and what is wrong with it. */
export interface CodingFile {
  /** Path relative to the study. */
  readonly path: string;
  readonly coder: string;
  /** Path of the transcript it belongs to. */
  readonly transcript: string;
  /** Codings in the order of the file. */
  readonly codings: readonly Coding[];
  /** Line (from 0) of each coding, in the same order. */
  readonly lines: readonly number[];
  /** Lines that could not be read as a coding, kept byte for byte; and marks in codings that mean nothing. */
  readonly problems: readonly Problem[];
}

/** Where a coding file stands: whose it is and of which transcript. */
export interface CodingFilePlace {
  readonly path: string;
  readonly coder: string;
  readonly transcript: string;
}

/** The lines of a coding file. */
export const CODING_RECORDS: RecordKind<Coding> = {
  parse: parseCodingLine,
  isWhole: isCoding,
  format: formatCodingLine,
  compare: compareCodings,
};

/** Reads a coding file. Never throws: a line that is no coding becomes a problem and harms no other line. */
export function parseCodingFile(raw: string, place: CodingFilePlace): CodingFile {
  const { records, lines, problems } = readRecords(raw, place.path, CODING_RECORDS);
  return { ...place, codings: records, lines, problems: [...problems, ...evidenceProblems(records, lines, place)] };
}

/**
 * The edits that add codings to a file, each at its place in the order; no other line is touched.
 * @param text today's text of the file, undefined where it does not exist
 */
export function addCodings(text: string | undefined, added: readonly Coding[]): LineEdit[] {
  return addRecords(text, added, CODING_RECORDS);
}

/** The edit that removes the codings with these ids, or nothing where there is none of them. */
export function removeCodings(text: string, ids: ReadonlySet<string>): LineEdit[] {
  return replaceCodings(text, coding => (ids.has(coding.id) ? undefined : coding));
}

/**
 * The edits that replace codings in place.
 * @param change gives the coding that takes the place, the same object to leave it, undefined to remove it
 */
export function replaceCodings(text: string, change: (coding: Coding) => Coding | undefined): LineEdit[] {
  return replaceRecords(text, change, CODING_RECORDS);
}
