import type { CorpusExcerpt } from '../corpus/corpus.js';

/**
 * What the rows or columns of a matrix are: `code`, `theme`, `coder`, `participant`, `session`, `role`, `kind`, `evidence`, or the name of any
 * attribute of participants or entry of front matter.
 */
export type Axis = string;

/** A row or a column. */
export interface MatrixHeader {
  /** What it is about, in a form that stays: the id of a code, the id of a participant, a value. */
  readonly key: string;
  /** What people call it. */
  readonly label: string;
  /** How deep a code or theme stands in the codebook, from 0. */
  readonly depth?: number;
  /** Of how many participants there could be something in it: those that spoke there, in scope. Missing where that says nothing. */
  readonly people?: number;
}

/** What a row and a column have in common. Participants count first: who said it, not how often. */
export interface MatrixCell {
  /** Sorted, NP2 before NP11. */
  readonly participants: readonly string[];
  /** In the order of the texts. */
  readonly excerpts: readonly CorpusExcerpt[];
  /** Words said in the excerpts by whom the row and the column are about; passages that two codings share are counted once. */
  readonly words: number;
  /** The question that exactly these excerpts answer, as text. */
  readonly query: string;
}

/** What can be counted in a cell. */
export type Counted = 'participants' | 'excerpts' | 'words';

/** Rows by columns. */
export interface Matrix {
  readonly rowAxis: Axis;
  readonly columnAxis: Axis;
  readonly rows: readonly MatrixHeader[];
  readonly columns: readonly MatrixHeader[];
  /** The cell of the n-th row and the n-th column, from 0. */
  cell(row: number, column: number): MatrixCell;
  /** The whole row, each participant and excerpt once. */
  rowTotal(row: number): MatrixCell;
  columnTotal(column: number): MatrixCell;
  readonly total: MatrixCell;
}

/** When two codes count as meeting: in the same words, in the same turn, or at most so many turns away (1: the next one). */
export type MeetingUnit = 'overlap' | 'turn' | { readonly near: number };

/** Codes by codes: how often and in whose words two of them meet. The same both ways. */
export interface CooccurrenceMatrix {
  readonly unit: MeetingUnit;
  readonly codes: readonly MatrixHeader[];
  /** Undefined where the two never meet. On the diagonal: the passages of the code itself. */
  cell(a: number, b: number): Meeting | undefined;
}

/** Where two codes meet. */
export interface Meeting {
  /** How often. Passages of one code that overlap each other, those of two coders say, count as one. */
  readonly passages: number;
  /** Who speaks in both passages; sorted. */
  readonly participants: readonly string[];
  /** The question that the excerpts of both codes answer where they meet, as text. */
  readonly query: string;
}

/** How many codes a session brought that none before had. */
export interface NewCodes {
  /** Path of the transcript. */
  readonly transcript: string;
  readonly name: string;
  readonly date?: string;
  /** Ids of the codes that were not met before, in the order of the codebook. */
  readonly newCodes: readonly string[];
  /** All codes met up to here. */
  readonly codesSoFar: number;
}

/** The codes along a transcript. */
export interface CodesAlong {
  readonly transcript: string;
  readonly name: string;
  readonly turns: readonly { readonly speaker?: string; readonly start: number; readonly end: number }[];
  /** One lane a code that is used, in the order of the codebook. All places are shares of the body's text, from 0 to 1. */
  readonly lanes: readonly {
    readonly code: string;
    readonly label: string;
    readonly passages: readonly { readonly start: number; readonly end: number; readonly excerpt: CorpusExcerpt }[];
  }[];
  /** What is in scope; missing where the study does not say. */
  readonly scope?: readonly { readonly start: number; readonly end: number }[];
}
