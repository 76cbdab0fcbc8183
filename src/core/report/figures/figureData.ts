import type { Axis, Counted, LeftOut } from '../../analysis/matrix/matrix.js';

/** A row or column of a matrix as a picture has it. */
export interface FigureHeader {
  readonly key: string;
  readonly label: string;
  /** How deep a code or theme stands in the codebook, from 0. */
  readonly depth?: number;
  /** How many participants there could be in it. */
  readonly people?: number;
  /** Palette name or `#rrggbb`, of codes and themes. */
  readonly color?: string;
}

/** What is counted in a place of a picture, and the question that finds it. */
export interface FigureCount {
  /** Who; where figures of the matrix are held back, an empty name for each: names could be counted. */
  readonly participants: readonly string[];
  readonly excerpts: number;
  readonly words: number;
  /** Of how many participants; missing where that says nothing. */
  readonly people?: number;
  readonly query: string;
  /** It is not told, and everything else says nothing. */
  readonly isHeld?: boolean;
}

/** A cell that has something in it or is held back, by the indices of its row and column. */
export interface FigureCell extends FigureCount {
  readonly row: number;
  readonly column: number;
}

/** A matrix as plain data, without its empty cells. */
export interface MatrixData {
  readonly rowAxis: Axis;
  readonly columnAxis: Axis;
  readonly rows: readonly FigureHeader[];
  readonly columns: readonly FigureHeader[];
  readonly cells: readonly FigureCell[];
  readonly rowTotals: readonly FigureCount[];
  readonly columnTotals: readonly FigureCount[];
  readonly total: FigureCount;
  /** How many figures are held back, totals included. */
  readonly held: number;
  readonly left: LeftOut;
}

/** A code of the network. */
export interface NetworkCode extends FigureHeader {
  readonly participants: readonly string[];
  readonly passages: number;
  readonly query: string;
}

/** Two codes that meet, by their indices, the smaller one first. */
export interface NetworkLink {
  readonly a: number;
  readonly b: number;
  readonly passages: number;
  readonly participants: readonly string[];
  readonly query: string;
}

/** Which codes meet, as plain data. */
export interface NetworkData {
  readonly codes: readonly NetworkCode[];
  readonly links: readonly NetworkLink[];
  readonly left: LeftOut;
}

/** A passage along a transcript; places are shares of its text, from 0 to 1. */
export interface AlongPassage {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly coder: string;
  /** From 1. */
  readonly line: number;
  /** Shortened. */
  readonly text: string;
  readonly speakers: readonly string[];
  readonly words: number;
}

/** The codes along a transcript, as plain data. */
export interface AlongData {
  readonly transcript: string;
  readonly name: string;
  readonly turns: readonly { readonly speaker?: string; readonly start: number; readonly end: number }[];
  readonly lanes: readonly (FigureHeader & { readonly passages: readonly AlongPassage[] })[];
  readonly scope?: readonly { readonly start: number; readonly end: number }[];
}

/** What each session brought that was new, in the order of the sessions. */
export interface NewCodesData {
  readonly sessions: readonly {
    readonly key: string;
    readonly name: string;
    readonly date?: string;
    readonly newCodes: readonly { readonly label: string; readonly query: string }[];
    readonly codesSoFar: number;
  }[];
}

/** What a count comes to. */
export function amountOf(count: FigureCount | undefined, counted: Counted): number {
  if (count === undefined) return 0;
  return counted === 'participants' ? count.participants.length : count[counted];
}
