import type { Pieces } from '../../pieces.js';
import type { CorpusExcerpt } from '../corpus/corpus.js';
import type { Query } from '../query/query.js';

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
  /** Works `words` out, which is there at once from then on. */
  countWords(): Pieces<number>;
  /** Of how many participants there could be something in it. Missing where that says nothing. */
  readonly people?: number;
  /** The question that exactly these excerpts answer, as text. */
  readonly query: string;
}

/** What can be counted in a cell. */
export type Counted = 'participants' | 'excerpts' | 'words';

/** What a matrix is to be of. */
export interface MatrixOptions {
  readonly rows: Axis;
  readonly columns: Axis;
  /** Only excerpts that answer this question. */
  readonly query?: Query | undefined;
  /** Only excerpts that share text with what is in scope. */
  readonly inScope?: boolean | undefined;
  /** Whether codings that mark what is in scope are counted; where nothing is said, if the question asks for one of their codes by name. */
  readonly withScopeCodes?: boolean | undefined;
}

/** What of that which was asked for is in no cell. */
export interface LeftOut {
  /** Excerpts that have no certain place: nobody knows who speaks in them. */
  readonly inDoubt: number;
  /** Excerpts that are in no row, or in no column: nobody who is declared speaks in them, say. */
  readonly elsewhere: number;
}

/**
 * Rows by columns. Where both are codes or themes, a cell has the excerpts of both where they stand on the same words, and whose words
 * these are; totals are then those of the row or column itself.
 */
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
  readonly left: LeftOut;
}

/** When two codes count as meeting: in the same words, in the same turn, or at most so many turns away (1: the next one). */
export type MeetingUnit = 'overlap' | 'turn' | { readonly near: number };

/** Which meetings of codes are looked for. */
export interface CooccurrenceOptions extends Omit<MatrixOptions, 'rows' | 'columns'> {
  readonly unit: MeetingUnit;
}

/** Codes by codes: how often and in whose words two of them meet. The same both ways. */
export interface CooccurrenceMatrix {
  readonly unit: MeetingUnit;
  readonly codes: readonly MatrixHeader[];
  /** Of how many participants somebody could speak in both; missing where nobody is declared. */
  readonly people?: number;
  /** Undefined where the two never meet. On the diagonal: the passages of the code itself. */
  cell(a: number, b: number): Meeting | undefined;
  /** Counted in excerpts; in turns, those that are in none are elsewhere. */
  readonly left: LeftOut;
}

/** Where two codes meet. */
export interface Meeting {
  /**
   * How often a passage of one meets a passage of the other. Passages of one code that overlap each other, those of two coders say,
   * count as one; where turns are looked at, so do those in the same turn.
   */
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
