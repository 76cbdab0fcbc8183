import type { ReviewList } from '../../core/analysis/reviewList.js';
import type { Span } from '../../core/text/span.js';

/** What the extension tells the page. */
export type ToPage = ListState | ReadingState | SearchingState | Answered;

/** Everything the page shows. */
export interface ListState {
  readonly type: 'list';
  readonly texts: Texts;
  readonly list: ReviewList;
  /** Who looks at it, where that is known. */
  readonly me?: string;
  /** What people call the only transcript that is looked at; missing where it is the whole study. */
  readonly only?: string;
  /** Set while transcripts are still being read: `list` then holds what has been, and the rest follows. */
  readonly reading?: Progress;
  /** How the search in other transcripts stands; missing where it is done or there is nothing to look for. */
  readonly search?: Progress | 'stopped';
  /** Key of the entry that was asked for, once; the page answers `arrived`. */
  readonly goTo?: string;
}

/** How far something has come, in transcripts. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** How far the reading of transcripts has come. */
export interface ReadingState extends Progress {
  readonly type: 'reading';
  readonly texts: Texts;
}

/** How far the search in other transcripts has come. */
export interface SearchingState extends Progress {
  readonly type: 'searching';
  readonly texts: Texts;
}

/** A choice was carried out, or refused: the message about that is shown by then. */
export interface Answered {
  readonly type: 'answered';
  readonly keys: readonly string[];
}

/** A place that was listed for an entry. */
export interface PlaceName {
  /** Path of the transcript. */
  readonly transcript: string;
  readonly span: Span;
}

/** What a person did in the page; entries are named by their keys. */
export type FromPage =
  /** Shows a place in its transcript, or where the passage may have been. `stay`: the page keeps the keyboard. */
  | { readonly type: 'open'; readonly key: string; readonly place?: PlaceName; readonly stay: boolean }
  | { readonly type: 'take'; readonly key: string; readonly place: PlaceName }
  /** Takes the one place that each of several entries has. */
  | { readonly type: 'confirm'; readonly keys: readonly string[] }
  /** Looks for the place by hand. */
  | { readonly type: 'byHand'; readonly key: string }
  /** Keeps it without a place; takes that back. */
  | { readonly type: 'keep' | 'again'; readonly key: string }
  | { readonly type: 'remove'; readonly key: string }
  /** Shows so much around its passages: from 1, the more the wider. */
  | { readonly type: 'widen'; readonly key: string; readonly step: number }
  /** Shows all its places. */
  | { readonly type: 'more'; readonly key: string }
  /** Takes the last coding action back, or does it again. */
  | { readonly type: 'undo' | 'redo' }
  /** Stops reading transcripts, or reads the rest. */
  | { readonly type: 'stop' | 'readOn' }
  /** Stops the search in other transcripts, or goes on with it. */
  | { readonly type: 'stopSearch' | 'searchOn' }
  /** Shows what is to be reviewed in the whole study. */
  | { readonly type: 'all' }
  /** The page is at the entry that was asked for. */
  | { readonly type: 'arrived' };

/** The words of the page in the person's language; `{0}` stands for what is filled in. */
export type Texts = Readonly<Record<TextKey, string>>;

/** Every text of the page by its name. */
export type TextKey =
  | 'again'
  | 'allKeys'
  | 'asCoded'
  | 'byColleague'
  | 'byEveryone'
  | 'byMe'
  | 'close'
  | 'confirm'
  | 'confirmAll'
  | 'contextLess'
  | 'contextMore'
  | 'emptyHow'
  | 'emptyOnly'
  | 'emptyStudy'
  | 'here'
  | 'how'
  | 'keep'
  | 'keys'
  | 'keysMore'
  | 'kindAmbiguous'
  | 'kindChanged'
  | 'kindOrphan'
  | 'kindSettled'
  | 'fitsInPart'
  | 'fitsLittle'
  | 'fitsVeryWell'
  | 'fitsWell'
  | 'line'
  | 'lineIn'
  | 'memo'
  | 'missing'
  | 'morePlaces'
  | 'newWords'
  | 'noPlace'
  | 'note'
  | 'oldWords'
  | 'onePassage'
  | 'othersWait'
  | 'passages'
  | 'reading'
  | 'readOn'
  | 'remove'
  | 'removeNote'
  | 'score'
  | 'search'
  | 'searching'
  | 'searchOn'
  | 'searchStopped'
  | 'show'
  | 'showAll'
  | 'showKinds'
  | 'showWhose'
  | 'sidesAfter'
  | 'sidesBefore'
  | 'sidesBoth'
  | 'sidesNone'
  | 'stop'
  | 'stopped'
  | 'take'
  | 'takeNumber'
  | 'title'
  | 'whole'
  | 'whyAlike'
  | 'whyChanged'
  | 'whyElsewhere'
  | 'whyGone'
  | 'whyMarks'
  | 'whyMissing'
  | 'whyOne'
  | 'whyPlaces'
  | 'whySeveral'
  | 'whySettled'
  | 'wordsOther'
  | 'wordsSame';
