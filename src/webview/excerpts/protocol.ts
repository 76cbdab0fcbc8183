import type { ExcerptContext } from '../../core/analysis/excerptContext.js';
import type { Grouping } from '../../core/analysis/excerptGroups.js';
import type { ExcerptList } from '../../core/analysis/excerptList.js';
import type { PackedSorting } from '../../core/coding/sorting.js';
import type { NamedMemos } from '../../core/memos/named.js';

/** What the extension tells the page. */
export type ToPage = ListState | GoneState | ReadingState | ContextAnswer;

/** Everything the page shows. */
export interface ListState {
  readonly type: 'list';
  readonly texts: Texts;
  readonly list: ExcerptList;
  /** The memos that mention the code or theme, or one of its excerpts. */
  readonly memos: NamedMemos;
  /** Who looks at it, where that is known. */
  readonly me?: string;
  /** Every other code of the codebook: what a code to sort into may be. */
  readonly others: readonly OtherCode[];
  /** A sorting that was begun, from this page or from one that was closed. */
  readonly sorting?: PackedSorting;
  /** What was chosen last to group by, on whichever page. */
  readonly grouping: Grouping;
  /** Set while transcripts are still being read: `list` then holds what has been, and the rest follows. */
  readonly reading?: { readonly done: number; readonly total: number };
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

/** What stands around an excerpt: the answer to `context`. */
export interface ContextAnswer {
  readonly type: 'context';
  readonly id: string;
  readonly step: number;
  /** Missing where its place is not certain; `why` then says so. */
  readonly context?: ExcerptContext;
  readonly why?: string;
}

/** What a person did in the page. */
export type FromPage =
  /** Opens a memo at a line (from 0). */
  | { readonly type: 'openMemo'; readonly path: string; readonly line: number }
  /** Shows an excerpt in its transcript. `stay`: the page keeps the keyboard. */
  | { readonly type: 'open'; readonly id: string; readonly stay: boolean }
  | { readonly type: 'example'; readonly id: string }
  | { readonly type: 'history'; readonly id: string }
  | { readonly type: 'remove'; readonly ids: readonly string[] }
  /** Asks for another code for all of them. */
  | { readonly type: 'recode'; readonly ids: readonly string[] }
  /** Asks how all of them stand to their codes. */
  | { readonly type: 'evidence'; readonly ids: readonly string[] }
  /** Asks for a further code for its passage. */
  | { readonly type: 'addCode'; readonly id: string }
  /** Goes to its discussion, beside the page. */
  | { readonly type: 'comment'; readonly id: string }
  /** Makes a quotation of it, for a manuscript. */
  | { readonly type: 'quote'; readonly id: string }
  | { readonly type: 'memo'; readonly id: string; readonly text: string }
  /** Asks what stands around an excerpt; `step` from 1, the more the wider. */
  | { readonly type: 'context'; readonly id: string; readonly step: number }
  | { readonly type: 'grouping'; readonly grouping: Grouping }
  /** Takes the last coding action back, or does it again. */
  | { readonly type: 'undo' | 'redo' }
  /** Shows who said it and who did not. */
  | { readonly type: 'whoSaidIt' }
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
  | 'addCode'
  | 'allCoders'
  | 'allEvidence'
  | 'allKeys'
  | 'allTranscripts'
  | 'ambiguous'
  | 'apply'
  | 'applyNothing'
  | 'applyOne'
  | 'applySummary'
  | 'applyWaiting'
  | 'asExample'
  | 'begunBefore'
  | 'byCode'
  | 'byParticipant'
  | 'byTranscript'
  | 'cancel'
  | 'clearSelection'
  | 'close'
  | 'codedBy'
  | 'codeNumber'
  | 'coder'
  | 'codes'
  | 'colleagues'
  | 'comment'
  | 'contextLess'
  | 'contextMore'
  | 'contradicts'
  | 'discard'
  | 'empty'
  | 'emptyHow'
  | 'evidence'
  | 'example'
  | 'excerpts'
  | 'exclude'
  | 'existing'
  | 'former'
  | 'formerly'
  | 'give'
  | 'gone'
  | 'goOn'
  | 'groupBy'
  | 'hideContext'
  | 'include'
  | 'interviewersOnly'
  | 'isExample'
  | 'isOld'
  | 'keepsOld'
  | 'keysMore'
  | 'keysRead'
  | 'keysSort'
  | 'leave'
  | 'line'
  | 'markEvidence'
  | 'memo'
  | 'memoEdit'
  | 'memoHint'
  | 'memoOn'
  | 'memoWrite'
  | 'memosMention'
  | 'openMemo'
  | 'moreActions'
  | 'moreCode'
  | 'nameCode'
  | 'needsName'
  | 'newCode'
  | 'newCodeIn'
  | 'noDefinition'
  | 'noneFits'
  | 'notSorted'
  | 'nowShown'
  | 'nuances'
  | 'oneCode'
  | 'oneColleague'
  | 'oneExcerpt'
  | 'oneSelected'
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
  | 'quote'
  | 'recode'
  | 'remove'
  | 'removeCode'
  | 'save'
  | 'search'
  | 'selected'
  | 'selectedCount'
  | 'showAll'
  | 'showContext'
  | 'showHistory'
  | 'someShown'
  | 'sort'
  | 'sortHow'
  | 'sortTitle'
  | 'speakerUnknown'
  | 'stop'
  | 'stopped'
  | 'stopSorting'
  | 'supports'
  | 'transcript'
  | 'transcripts'
  | 'twice'
  | 'unmarked'
  | 'whoSaidIt';
