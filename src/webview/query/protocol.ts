import type { AnswerFigures } from '../../core/analysis/answer/figures.js';
import type { ExcerptGroupsOf } from '../../core/analysis/excerptGroups.js';
import type { ListedExcerpt } from '../../core/analysis/excerptList.js';
import type { ExcerptTextKey } from '../common/excerptList/texts.js';

/** What the extension tells the page. */
export type ToPage = QueryState | AnswerMessage | ReadingMessage;

/** Everything the page shows besides the question, which is the page's own. */
export interface QueryState {
  readonly type: 'state';
  readonly texts: Texts;
  /** What people call the study. */
  readonly study: string;
  /** What can be asked for; empty until the study has been read. */
  readonly fields: readonly FieldOffer[];
  readonly saved: readonly SavedQuestion[];
  /** Questions that this study answers, to begin with. */
  readonly examples: readonly Example[];
  /** Whether anything is coded. */
  readonly hasCodings: boolean;
  /** A question that was asked from elsewhere; the page takes it once and answers `taken`. */
  readonly asked?: AskedQuestion;
  /** Set while transcripts are being read. */
  readonly reading?: Reading;
  /** Whether reading was stopped, so that answers may lack something. */
  readonly isStopped: boolean;
  /** The answer to the question that was asked last; missing until there is one. */
  readonly answer?: Answer;
}

/** A question that was asked from elsewhere. */
export interface AskedQuestion {
  readonly text: string;
  /** Path of the saved question that it is. */
  readonly from?: string;
}

/** How far reading has come, in transcripts. */
export interface Reading {
  readonly done: number;
  readonly total: number;
}

export interface ReadingMessage extends Reading {
  readonly type: 'reading';
}

export interface AnswerMessage {
  readonly type: 'answer';
  readonly answer: Answer;
}

/** The answer to a question. */
export interface Answer {
  /** The question, as it was asked. */
  readonly text: string;
  /** What it names and the study does not have. There are no excerpts then. */
  readonly problems: readonly ShownProblem[];
  /** How many there are, whoever says it; of all excerpts, shown or not. */
  readonly figures: AnswerFigures;
  /** The first of the excerpts, in the order of the transcripts. */
  readonly excerpts: readonly ListedExcerpt[];
  /** The codes they have, in the order of the codebook. */
  readonly groups: ExcerptGroupsOf;
  /** How the same is asked on the command line. */
  readonly commandLine: string;
}

/** What is wrong with a question, and where. */
export interface ShownProblem {
  /** In UTF-16 units of the question. */
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly remedy: string;
  /** What may be meant instead: the question with that in its place, and what to call it. */
  readonly fixes: readonly { readonly label: string; readonly text: string }[];
}

/** A question in `queries/`. */
export interface SavedQuestion {
  readonly path: string;
  /** Name of its file, without the ending. */
  readonly name: string;
  /** Its first comment, or else the name of its file. */
  readonly title: string;
  readonly text: string;
}

/** A question to begin with. */
export interface Example {
  readonly label: string;
  readonly text: string;
}

/** What can be asked of an excerpt. */
export interface FieldOffer {
  readonly field: string;
  readonly label: string;
  /** `words` are contained; a `date` may be a day, a month, a year or a range; all others are what they are. */
  readonly kind: 'choice' | 'words' | 'date';
  /** What there is in this study; empty where anything may be written. */
  readonly values: readonly ValueOffer[];
}

/** A value, what people call it, and what tells it from others. */
export interface ValueOffer {
  readonly value: string;
  readonly label: string;
  readonly more?: string;
}

/** What results can be exported as. */
export type ExportFormat = 'csv' | 'md' | 'json';

/** What a person did in the page. */
export type FromPage =
  | { readonly type: 'ask'; readonly text: string }
  /** The question that was asked from elsewhere is on the page. */
  | { readonly type: 'taken' }
  /** Shows an excerpt in its transcript. `stay`: the page keeps the keyboard. */
  | { readonly type: 'open'; readonly id: string; readonly stay: boolean }
  /** Makes a quotation of an excerpt, for a manuscript. */
  | { readonly type: 'quote'; readonly id: string }
  /** Shows more of the excerpts. */
  | { readonly type: 'more' }
  /** Saves the question. `from`: path of the saved one it was made of. */
  | { readonly type: 'save'; readonly text: string; readonly from?: string }
  | { readonly type: 'export'; readonly text: string; readonly format: ExportFormat }
  /** Stops reading transcripts, or reads the rest. */
  | { readonly type: 'stop' | 'readOn' }
  | { readonly type: 'undo' | 'redo' };

/** The words of the page in the person's language; `{0}` stands for what is filled in. */
export type Texts = Readonly<Record<TextKey, string>>;

/** Every text of the page by its name. */
export type TextKey =
  | ExcerptTextKey
  | 'addCondition'
  | 'addGroup'
  | 'all'
  | 'allKeys'
  | 'any'
  | 'anyWhere'
  | 'atMost'
  | 'byCode'
  | 'byParticipant'
  | 'byTranscript'
  | 'choose'
  | 'close'
  | 'commandLine'
  | 'conditionKind'
  | 'contain'
  | 'containNot'
  | 'emptyHow'
  | 'emptyTitle'
  | 'examples'
  | 'export'
  | 'exportCsv'
  | 'exportJson'
  | 'exportMd'
  | 'followedBy'
  | 'group'
  | 'groupAll'
  | 'groupAny'
  | 'groupBy'
  | 'groupNone'
  | 'groupNotAll'
  | 'holds'
  | 'holdsAfter'
  | 'inSessions'
  | 'is'
  | 'isNot'
  | 'keys'
  | 'more'
  | 'moreConditions'
  | 'moreShown'
  | 'near'
  | 'noExcerptOf'
  | 'noExcerptWhere'
  | 'noHit'
  | 'noHitHow'
  | 'noSaved'
  | 'notCoded'
  | 'notCodedHow'
  | 'ofExcerpt'
  | 'ofExcerptWhere'
  | 'oneParticipant'
  | 'oneSession'
  | 'otherHolds'
  | 'overlaps'
  | 'participants'
  | 'question'
  | 'questionHint'
  | 'reading'
  | 'readOn'
  | 'remove'
  | 'roleFigures'
  | 'quote'
  | 'save'
  | 'saved'
  | 'savedAs'
  | 'sessions'
  | 'stop'
  | 'stopped'
  | 'text'
  | 'title'
  | 'turnsAway'
  | 'whenDate'
  | 'whichWords'
  | 'within';
