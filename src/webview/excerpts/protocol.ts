import type { ExcerptList } from '../../core/analysis/excerptList.js';
import type { PackedSorting } from '../../core/coding/sorting.js';

/** What the extension tells the page. */
export type ToPage = ListState | GoneState | ReadingState;

/** Everything the page shows. */
export interface ListState {
  readonly type: 'list';
  readonly texts: Texts;
  readonly list: ExcerptList;
  /** Who looks at it, where that is known. */
  readonly me?: string;
  /** Every other code of the codebook: what a code to sort into may be. */
  readonly others: readonly OtherCode[];
  /** A sorting that was begun, from this page or from one that was closed. */
  readonly sorting?: PackedSorting;
  /** True once, where the person asked to split the code; the page answers `begun`. */
  readonly begin?: boolean;
}

/** An existing code by the name somebody may type. */
export interface OtherCode {
  readonly id: string;
  readonly title: string;
  readonly color: string;
  /** How many excerpts it has. */
  readonly count: number;
}

/** The code or theme is no longer in the codebook; it may come back. */
export interface GoneState {
  readonly type: 'gone';
  readonly texts: Texts;
}

/** How far the reading of transcripts has come. */
export interface ReadingState {
  readonly type: 'reading';
  readonly texts: Texts;
  readonly done: number;
  readonly total: number;
}

/** What a person did in the page. */
export type FromPage =
  /** Shows an excerpt in its transcript. `stay`: the page keeps the keyboard. */
  | { readonly type: 'open'; readonly id: string; readonly stay: boolean }
  | { readonly type: 'example'; readonly id: string }
  | { readonly type: 'remove'; readonly id: string }
  /** Takes the last coding action back, or does it again. */
  | { readonly type: 'undo' | 'redo' }
  /** Shows the heading in the codebook. */
  | { readonly type: 'codebook' }
  /** Stops reading transcripts, or reads the rest. */
  | { readonly type: 'stop' }
  | { readonly type: 'readOn' }
  /** The page has begun to sort. */
  | { readonly type: 'begun' }
  /** How the sorting stands, to be kept; without one: it is given up. */
  | { readonly type: 'sorting'; readonly sorting?: PackedSorting }
  | { readonly type: 'apply'; readonly sorting: PackedSorting };

/** The words of the page in the person's language; `{0}` stands for what is filled in. */
export type Texts = Readonly<Record<TextKey, string>>;

/** Every text of the page by its name. */
export type TextKey =
  | 'allCoders'
  | 'allTranscripts'
  | 'ambiguous'
  | 'apply'
  | 'applyNothing'
  | 'applyOne'
  | 'applySummary'
  | 'applyWaiting'
  | 'asExample'
  | 'begunBefore'
  | 'codedBy'
  | 'codeNumber'
  | 'coder'
  | 'codes'
  | 'colleagues'
  | 'discard'
  | 'empty'
  | 'emptyHow'
  | 'example'
  | 'exclude'
  | 'excerpts'
  | 'existing'
  | 'former'
  | 'formerly'
  | 'give'
  | 'goOn'
  | 'gone'
  | 'include'
  | 'isExample'
  | 'isOld'
  | 'keysRead'
  | 'keysSort'
  | 'keepsOld'
  | 'leave'
  | 'line'
  | 'memo'
  | 'moreCode'
  | 'nameCode'
  | 'needsName'
  | 'newCode'
  | 'newCodeIn'
  | 'noDefinition'
  | 'noneFits'
  | 'notSorted'
  | 'oneCode'
  | 'oneColleague'
  | 'oneExcerpt'
  | 'oneTranscript'
  | 'oneWaiting'
  | 'onlyMine'
  | 'onlyWaiting'
  | 'open'
  | 'openCodebook'
  | 'orphan'
  | 'phaseCandidate'
  | 'phaseDefined'
  | 'phaseReviewed'
  | 'reading'
  | 'readOn'
  | 'remove'
  | 'removeCode'
  | 'search'
  | 'showAll'
  | 'someShown'
  | 'sort'
  | 'sortHow'
  | 'sortTitle'
  | 'stop'
  | 'stopSorting'
  | 'stopped'
  | 'transcript'
  | 'transcripts'
  | 'twice';
