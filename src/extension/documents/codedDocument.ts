import type * as vscode from 'vscode';
import type { CertainOutcome, Resolution } from '../../core/anchoring/resolution.js';
import type { Coding } from '../../core/coding/coding.js';
import type { CodingFile } from '../../core/coding/file.js';
import type { ReadingFile } from '../../core/reading/file.js';
import type { Note } from '../../core/reading/record.js';
import type { CodePoints } from '../../core/text/codePoints.js';
import type { Span } from '../../core/text/span.js';
import type { OpenStudy } from '../study/openStudy.js';

/** A place in an open document. */
export interface PlaceInDocument {
  /** Today's place in code points. */
  readonly span: Span;
  readonly range: vscode.Range;
  /** Whether the words are those of the record, and at its place. */
  readonly outcome: CertainOutcome;
}

/** A coding whose place in an open document is known. */
export interface PlacedInDocument extends PlaceInDocument {
  readonly coding: Coding;
  readonly file: CodingFile;
}

/** A note without a code whose place in an open document is known. */
export interface NoteInDocument extends PlaceInDocument {
  readonly note: Note;
  readonly file: ReadingFile;
}

/** A coding that has no certain place in an open document. */
export interface LostInDocument {
  readonly coding: Coding;
  readonly file: CodingFile;
  /** Without `span`. Candidates are missing while somebody types, until they are looked for anew. */
  readonly resolution: Resolution;
}

/** The codings of an open document, in the order of the text. */
export interface CodedDocument {
  readonly opened: OpenStudy;
  /** Path of the transcript relative to the study. */
  readonly path: string;
  readonly points: CodePoints;
  /** All that have a place and may be seen, for those who work with codings. */
  readonly codings: readonly PlacedInDocument[];
  /** Those of them that the filter lets through, for those who show codings. */
  readonly shown: readonly PlacedInDocument[];
  /** Codings without a certain place, in the order of their files. */
  readonly lost: readonly LostInDocument[];
  /** Notes without codes, in the order of the text. */
  readonly notes: readonly NoteInDocument[];
}
