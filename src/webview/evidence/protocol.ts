import type { Mark } from '../../core/analysis/evidence/evidence.js';

/** What the extension tells the page. */
export type ToPage = EvidenceState | NothingState | ReadingState;

/** Everything the page shows; words in the person's language. */
export interface EvidenceState {
  readonly type: 'state';
  readonly texts: Texts;
  /** Titles of the entries above, from the top. */
  readonly path: readonly string[];
  readonly title: string;
  readonly kind: 'code' | 'theme';
  readonly color: string;
  /** What the numbers say. */
  readonly sentence: string;
  /** What does not count, and what else there is to know. */
  readonly notes: readonly string[];
  readonly roles: readonly ShownGroup[];
  readonly kinds: readonly ShownKind[];
  readonly sessions: readonly ShownSession[];
  /** Those that there are, in their order. */
  readonly excerpts: readonly ShownExcerpts[];
  /** False where reading was stopped. */
  readonly isComplete: boolean;
}

/** How many people of how many said it. */
export interface ShownVoices {
  /** The word for it, and the numbers: `most`, `6 of 9`. */
  readonly word: string;
  readonly numbers: string;
  readonly said: readonly ShownPerson[];
  readonly against: readonly ShownPerson[];
  readonly silent: readonly ShownPerson[];
}

/** The people of one role. */
export interface ShownGroup extends ShownVoices {
  readonly name: string;
}

export interface ShownKind extends ShownVoices {
  readonly name: string;
  /** `4 sessions`. */
  readonly sessions: string;
}

export interface ShownSession extends ShownVoices {
  readonly name: string;
  readonly kind: string;
  readonly excerpts: number;
  /** Path of its first transcript. */
  readonly transcript: string;
}

export interface ShownPerson {
  readonly id: string;
  readonly excerpts: number;
  /** Where the person spoke in scope. */
  readonly sessions: readonly { readonly name: string; readonly transcript: string }[];
}

/** The excerpts of one mark. */
export interface ShownExcerpts {
  readonly mark: Mark;
  readonly title: string;
  readonly all: readonly ShownExcerpt[];
}

export interface ShownExcerpt {
  /** Id of the coding. */
  readonly id: string;
  readonly speakers: string;
  readonly text: string;
  /** Where it is from and who coded it, in one line. */
  readonly facts: string;
  /** The code it has, where the page is of several. */
  readonly code?: string;
  readonly memo?: string;
}

/** There is nothing to show, and why. */
export interface NothingState {
  readonly type: 'nothing';
  readonly heading: string;
  readonly text: string;
}

/** How far the reading of transcripts has come. */
export interface ReadingState {
  readonly type: 'reading';
  readonly text: string;
  readonly cancel: string;
}

/** What a person did in the page. */
export type FromPage =
  | { readonly type: 'ready' }
  /** Asks for what somebody says of it. */
  | { readonly type: 'ask'; readonly participant: string }
  /** Opens a transcript. */
  | { readonly type: 'session'; readonly transcript: string }
  /** Shows an excerpt in its transcript. */
  | { readonly type: 'open'; readonly id: string }
  /** Asks how an excerpt stands to its code. */
  | { readonly type: 'mark'; readonly id: string }
  | { readonly type: 'showExcerpts' | 'copy' | 'save' | 'cancel' | 'readAll' | 'undo' | 'redo' };

/** The words of the page that are no part of what it shows; `{0}` stands for what is filled in. */
export interface Texts {
  readonly heading: string;
  readonly showExcerpts: string;
  readonly copy: string;
  readonly save: string;
  readonly byRole: string;
  readonly said: string;
  readonly against: string;
  readonly silent: string;
  readonly nobody: string;
  readonly oneExcerpt: string;
  readonly manyExcerpts: string;
  readonly spokeIn: string;
  readonly askFor: string;
  readonly openSession: string;
  readonly byKind: string;
  readonly bySession: string;
  readonly session: string;
  readonly kind: string;
  readonly word: string;
  readonly excerpts: string;
  readonly noExcerpts: string;
  readonly supports: string;
  readonly nuances: string;
  readonly contradicts: string;
  readonly open: string;
  readonly mark: string;
  readonly memo: string;
  readonly showAll: string;
  readonly stopped: string;
  readonly readAll: string;
}
