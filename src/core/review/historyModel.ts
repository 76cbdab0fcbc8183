import type { Commit } from '../ports.js';
import type { Change } from './change.js';
import type { ThemeStructure } from './themeStructure.js';

/** A theme or code as a version had it: light enough to be kept for thousands of versions. */
export interface EntryName {
  readonly id: string;
  readonly title: string;
  readonly kind: 'theme' | 'code';
  /** Id of the entry that held it. */
  readonly parent?: string;
}

/** One change of a version in words, with what it takes to find whose life it belongs to. */
export interface Told {
  /** The key of the change it tells of. */
  readonly key: string;
  readonly what: Change['what'];
  readonly aspect?: string;
  /** A sentence, without the quote. */
  readonly text: string;
  readonly quote?: string;
  /** The coder in whose folder it is, else the author of the version. */
  readonly by?: string;
  readonly path: string;
  readonly transcript?: string;
  /** Of a change of the codebook: the entry before and after. */
  readonly before?: EntryName;
  readonly after?: EntryName;
  /** The other entry it has to do with: what this one was merged into, or split or taken out of. */
  readonly other?: EntryName;
  readonly otherIs?: 'mergedInto' | 'splitFrom' | 'unmergedFrom';
  /** Of a change of a coding: its id, and the codes it had before and has after, by the ids they went by in that version. */
  readonly coding?: string;
  readonly codeBefore?: string;
  readonly codeAfter?: string;
}

/** How much work there was at a version: a description of the work, and nothing to judge it by. */
export interface Figures {
  readonly codings: number;
  readonly byCoder: ReadonlyMap<string, number>;
  /** By the id of the outermost theme that holds the code; an empty id for codes in none. */
  readonly byTheme: ReadonlyMap<string, number>;
  /** Transcripts that have a coding. */
  readonly transcripts: number;
  readonly codes: number;
  readonly themes: number;
}

/** A saved version of the study, or, last, what is not saved yet. */
export interface Version {
  /** Missing: what is not saved yet. */
  readonly commit?: Commit;
  /** Index of the version it was made on; of a merge the one of the line it is on. Missing for the first. */
  readonly before?: number;
  /** Whether it is on the main line: the last version, the first parent of that, and so on. What is not came in by a merge. */
  readonly isMain: boolean;
  readonly isMerge: boolean;
  /** What it changed against the version before; of a merge what it changed against all that it brought together. */
  readonly told: readonly Told[];
  readonly figures: Figures;
  /** Index of its themes and codes in `StudyHistory.structures`. */
  readonly structure: number;
}

/** The story of a study. */
export interface StudyHistory {
  /** Older ones before those made on them; what is not saved yet is the last. */
  readonly versions: readonly Version[];
  /** Themes and codes as versions had them, each once. */
  readonly structures: readonly ThemeStructure[];
  /** False where reading was cancelled: what is there is the beginning. */
  readonly complete: boolean;
  /** Whether there is more before the first version than this copy of the repository holds (a shallow clone). */
  readonly isCutOff: boolean;
}
