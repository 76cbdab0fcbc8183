import type { Counted } from '../../core/analysis/matrix/matrix.js';
import type { BarShape } from '../../core/report/figures/bars.js';
import type { AlongData, MatrixData, NetworkData, NewCodesData } from '../../core/report/figures/figureData.js';
import type { TableSort } from '../../core/report/figures/figureTable.js';
import type { FigureWords } from '../../core/report/figures/words.js';

/** The pictures there are. */
export type FigureKind = 'heat' | 'bars' | 'network' | 'along' | 'new';

/** What is to be seen; the extension remembers it for each study. */
export interface FigureChoices {
  readonly figure: FigureKind;
  /** Axes of the matrix. */
  readonly rows: string;
  readonly columns: string;
  readonly counted: Counted;
  readonly inScope: boolean;
  /** Only excerpts that this question finds; all where it is empty. */
  readonly query: string;
  /** When codes count as meeting: `overlap`, `turn`, or `near:` and a number of turns. */
  readonly unit: string;
  /** Path of the transcript that codes are drawn along. */
  readonly transcript?: string | undefined;
  readonly shape: BarShape;
  /** Key of the only row that bars are drawn of. */
  readonly row?: string | undefined;
}

/** One thing to choose. */
export interface FigureChoice {
  readonly value: string;
  readonly label: string;
}

/** The figures of a picture, or why there are none. */
export type FigureData =
  | { readonly is: 'matrix'; readonly matrix: MatrixData }
  | { readonly is: 'network'; readonly network: NetworkData }
  | { readonly is: 'along'; readonly along: AlongData }
  | { readonly is: 'new'; readonly sessions: NewCodesData }
  | { readonly is: 'nothing'; readonly heading: string; readonly text: string };

/** The words of the page, in the language of VS Code; `{0}` stands for what is filled in. */
export interface FiguresTexts {
  readonly words: FigureWords;
  readonly figure: string;
  readonly figures: Readonly<Record<FigureKind, string>>;
  readonly rows: string;
  readonly columns: string;
  readonly bars: string;
  readonly shape: string;
  readonly shapes: Readonly<Record<BarShape, string>>;
  readonly partsBy: string;
  readonly only: string;
  readonly allRows: string;
  readonly count: string;
  readonly meet: string;
  readonly units: readonly FigureChoice[];
  readonly atLeast: string;
  readonly transcript: string;
  readonly query: string;
  readonly queryExample: string;
  readonly inScope: string;
  readonly saveAs: string;
  readonly saveSvg: string;
  readonly savePng: string;
  readonly saveCsv: string;
  readonly shownRows: string;
  readonly shownBoth: string;
  readonly showAll: string;
  readonly onlyQuery: string;
  readonly onlyScope: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly stopped: string;
  readonly readAll: string;
  readonly tableKeys: string;
  readonly pngFailed: string;
}

/** What a figure is made of. */
export interface DrawnState {
  /** Title of the study. */
  readonly title: string;
  readonly choices: FigureChoices;
  /** Whether the study says what of it is in scope. */
  readonly hasScope: boolean;
  readonly data: FigureData;
  /** What is wrong with the question; then the figures are those without it. */
  readonly problem?: string;
  readonly texts: FiguresTexts;
}

/** Everything the page shows of a study. */
export interface FiguresState extends DrawnState {
  readonly type: 'state';
  readonly axes: readonly FigureChoice[];
  readonly transcripts: readonly FigureChoice[];
  /** False where reading was cancelled: some transcripts are missing. */
  readonly isComplete: boolean;
}

/** From the extension to the page. */
export type ToPage =
  | FiguresState
  /** How far reading has come. */
  | { readonly type: 'reading'; readonly text: string; readonly cancel: string }
  | FiguresDrawing;

/** Asks for the picture or the table as a file; the page answers with `file`. */
export interface FiguresDrawing {
  readonly type: 'draw';
  readonly format: FigureFormat;
  /** What is to be drawn: what the page shows, as it may leave. */
  readonly state: DrawnState;
  /** What is held back of it, in sentences. */
  readonly heldBack: readonly string[];
}

export type FigureFormat = 'svg' | 'png' | 'csv';

/** From the page to the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'choose'; readonly choices: Partial<FigureChoices> }
  /** Shows the excerpts that a question finds. */
  | { readonly type: 'ask'; readonly query: string }
  /** Opens a passage in its text. */
  | { readonly type: 'reveal'; readonly transcript: string; readonly id: string }
  | { readonly type: 'cancel' }
  | { readonly type: 'readAll' }
  /** A person wants the picture or the table as a file; the extension answers with `draw`. */
  | { readonly type: 'save'; readonly format: FigureFormat }
  | { readonly type: 'file'; readonly format: FigureFormat; readonly bytes: Uint8Array }
  | { readonly type: 'failed'; readonly message: string };

/** How the page is looked at; it remembers that itself. */
export interface FiguresView {
  /** By picture. */
  readonly sorts: Partial<Record<FigureKind, TableSort>>;
  /** Least number of passages of a link that is drawn; missing: so that the picture stays calm. */
  readonly minimum: number | undefined;
  readonly isWhole: boolean;
}
