import type { Coding } from '../coding/coding.js';
import type { Note } from '../reading/record.js';

/** The two sides of a merge. In a window `ours` is what is here and `theirs` what comes in. */
export type MergeSide = 'ours' | 'theirs';

/** What may be decided about a conflict. `both`: the texts of both sides, one after the other. */
export type MergeChoice = MergeSide | 'both';

/** One file as the versions have it that are to become one. */
export interface FileVersions {
  /** Path from the study, with `/`. */
  readonly path: string;
  /**
   * The text at each version that both sides come from: one as a rule, several where histories crossed, none where nobody knows.
   * Undefined where the file was not there.
   */
  readonly bases: readonly (string | undefined)[];
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

/** A file made of two. */
export interface MergedFile {
  /** Everything that both sides changed without contradiction, and ours where a conflict is not decided. Undefined: no such file. */
  readonly text: string | undefined;
  /** Conflicts that are not decided, in the order of the file. */
  readonly conflicts: readonly MergeConflict[];
}

/** The same respect of the same subject, changed differently on both sides: only a person can say what holds. */
export interface MergeConflict {
  /** Names subject and respect: the same whichever side is ours, and when the same is merged again. One of its kind in the file. */
  readonly key: string;
  readonly path: string;
  readonly subject: ConflictSubject;
  /**
   * The respect: of records `code`, `passage`, `evidence`, `memo`, `orphan`, `state`, `comment`, another key of the line, or `presence` (removed here, changed there);
   * of entries an `EntryAspect`, an attribute, or `presence`; else a column, a key, or `text`.
   */
  readonly aspect: string;
  /** What it was before; undefined where that is not known, or where histories crossed and it was several things. */
  readonly base: ConflictSide | undefined;
  readonly ours: ConflictSide;
  readonly theirs: ConflictSide;
  /** What may be chosen; always both sides. */
  readonly choices: readonly MergeChoice[];
}

/** What one version says in the respect of a conflict. */
export interface ConflictSide {
  /** False: it is not there in this version. */
  readonly isThere: boolean;
  /** What it says, as plain text for a person; empty where nothing is said. */
  readonly text: string;
  /** The record or row as this version has it, parsed; undefined where it is not there or is no record. */
  readonly record?: Readonly<Record<string, unknown>>;
}

/** What a conflict is about. */
export type ConflictSubject =
  | { readonly is: 'coding'; readonly coder: string; readonly transcript: string; readonly coding: Coding }
  | { readonly is: 'note'; readonly coder: string; readonly transcript: string; readonly note: Note }
  | { readonly is: 'reading'; readonly coder: string; readonly transcript: string }
  | { readonly is: 'comment'; readonly author: string; readonly id: string; readonly comment: string }
  /** A line of a file of records of any other kind. */
  | { readonly is: 'record'; readonly id: string }
  | { readonly is: 'entry'; readonly kind: 'theme' | 'code'; readonly id: string; readonly title: string }
  /** What stands in the codebook before its first entry. */
  | { readonly is: 'codebook-text' }
  | { readonly is: 'participant'; readonly participant: string }
  /** A key of `verbatim.json`. */
  | { readonly is: 'study-file'; readonly name: string }
  /** A passage of a text: `line` (from 0) in ours. */
  | { readonly is: 'passage'; readonly line: number }
  /** The file as a whole: removed on one side, changed on the other. */
  | { readonly is: 'file' };
