import type { Draft, PassageNames } from '../../core/manuscript/compose/draft.js';
import type { Passage } from '../../core/manuscript/compose/passage.js';

/** The words of the page, in the language of VS Code. */
export type QuoteTexts = Readonly<
  Record<
    | 'words'
    | 'wordsHint'
    | 'selected'
    | 'leaveOut'
    | 'takeIn'
    | 'wholeTurn'
    | 'sic'
    | 'clarify'
    | 'redact'
    | 'redactOther'
    | 'changeCase'
    | 'lastMark'
    | 'restore'
    | 'undo'
    | 'redo'
    | 'clarifyBefore'
    | 'clarifyInstead'
    | 'redactLabel'
    | 'apply'
    | 'cancel'
    | 'noInsertion'
    | 'insertionIsRedaction'
    | 'noRedaction'
    | 'result'
    | 'resultBlock'
    | 'resultShort'
    | 'noWords'
    | 'kind'
    | 'kindAuto'
    | 'kindBlock'
    | 'kindShort'
    | 'elision'
    | 'marks'
    | 'marksCurly'
    | 'marksStraight'
    | 'marksSingle'
    | 'marksGuillemets'
    | 'marksGerman'
    | 'attribution'
    | 'attributionAuto'
    | 'attributionFirst'
    | 'attributionLater'
    | 'attributionNone'
    | 'put'
    | 'replace'
    | 'copy'
    | 'otherManuscript'
    | 'showPassage'
    | 'keys'
    | 'keysTitle'
    | 'close'
    | 'isLeftOut'
    | 'isReplaced'
    | 'isRedacted'
    | 'isInserted'
    | 'isSic'
    | 'isAround',
    string
  >
>;

/** What is quoted, and how it stands now. */
export interface QuoteState {
  readonly type: 'state';
  /** Another one: another passage, or its words are others; what was undone in it is forgotten. */
  readonly key: string;
  readonly passage: Passage;
  readonly draft: Draft;
  readonly names: PassageNames;
  /** Where the passage is from: `pp-03, line 12`. */
  readonly source: string;
  /** Where it goes. */
  readonly target: string;
  /** It stands in a manuscript already and is being changed there. */
  readonly isEdit: boolean;
  /** Something to know, such as that the passage was edited meanwhile. */
  readonly notice: string;
  /** What words that are held back may be called. */
  readonly labels: readonly string[];
  readonly texts: QuoteTexts;
}

/** From the extension to the page. */
export type ToPage =
  | QuoteState
  | { readonly type: 'nothing'; readonly heading: string; readonly text: string }
  | { readonly type: 'reading'; readonly text: string; readonly cancel: string };

/** From the page to the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  /** A person changed something; it is kept, and nothing is written. */
  | { readonly type: 'draft'; readonly key: string; readonly draft: Draft }
  | { readonly type: 'put' | 'copy'; readonly key: string; readonly draft: Draft }
  | { readonly type: 'otherManuscript' | 'showPassage' | 'cancel' };
