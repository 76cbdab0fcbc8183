import type { Question } from '../../core/analysis/questions/question.js';
import type { MergeChoice, MergeSide } from '../../core/merge/merge.js';

/** What the extension tells the page. */
export type ToPage = QuestionsState | ChoicesState | ReadingState;

/** Everything the page shows. */
export interface QuestionsState {
  readonly type: 'questions';
  readonly texts: Texts;
  /** What the questions are asked for: “Get colleagues’ work: MB”. */
  readonly title: string;
  /** Names of the sides for people. */
  readonly sides: Readonly<Record<MergeSide, string>>;
  readonly questions: readonly Question[];
  readonly choices: Choices;
}

/** What is decided so far, by keys of questions. */
export type Choices = Readonly<Record<string, MergeChoice>>;

/** All that is decided by now: questions stay as they are. */
export interface ChoicesState {
  readonly type: 'choices';
  readonly choices: Choices;
}

/** How far the reading of what stands around the questions has come. */
export interface ReadingState {
  readonly type: 'reading';
  readonly texts: Texts;
  readonly done: number;
  readonly total: number;
}

/** What a person did in the page; questions are named by their keys. */
export type FromPage =
  /** Without a choice: it is open again. */
  | { readonly type: 'choose'; readonly key: string; readonly choice?: MergeChoice }
  /** One side for all that are not decided; the person is asked whether that is meant. */
  | { readonly type: 'rest'; readonly choice: MergeSide }
  /** Shows the passage in its transcript, or the file; the page keeps the keyboard. */
  | { readonly type: 'open'; readonly key: string }
  | { readonly type: 'finish' }
  | { readonly type: 'later' };

/** The words of the page in the person's language; `{0}` stands for what is filled in. */
export type Texts = Readonly<Record<TextKey, string>> & {
  /** What is asked, by `subject.aspect`, or by the subject alone. */
  readonly asks: Readonly<Record<string, string>>;
  /** What respects are called, by their names. */
  readonly aspects: Readonly<Record<string, string>>;
  /** What values are called: states of reading, kinds of entries. */
  readonly values: Readonly<Record<string, string>>;
};

/** Every text of the page by its name. */
export type TextKey =
  | 'allDecided'
  | 'allKeys'
  | 'asCoded'
  | 'askOther'
  | 'before'
  | 'beforeMissing'
  | 'both'
  | 'close'
  | 'codebook'
  | 'coding'
  | 'comment'
  | 'decidedAs'
  | 'decidedBoth'
  | 'discussion'
  | 'finish'
  | 'how'
  | 'introduction'
  | 'keep'
  | 'keys'
  | 'keysMore'
  | 'later'
  | 'laterHow'
  | 'leaveOut'
  | 'line'
  | 'note'
  | 'nothing'
  | 'notThere'
  | 'onlyHere'
  | 'open'
  | 'orphanNo'
  | 'orphanYes'
  | 'participants'
  | 'progress'
  | 'reading'
  | 'readingOf'
  | 'removed'
  | 'restOurs'
  | 'restTheirs'
  | 'show'
  | 'studyFile'
  | 'take'
  | 'takeOut'
  | 'title'
  | 'wholeFile';
