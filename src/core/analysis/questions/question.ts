import type { MergeChoice } from '../../merge/merge.js';
import type { DiffPart } from '../../text/wordDiff.js';
import type { ReviewTurn } from '../reviewPassage.js';

/**
 * One thing that two versions say differently and that a person decides, as it is shown: plain data, ready to be sent to a page.
 */
export interface Question {
  /** Tells it from all others that are asked together; made of the file and of `conflict`. */
  readonly key: string;
  /** File it is in. */
  readonly path: string;
  /** `MergeConflict.key`. */
  readonly conflict: string;
  readonly group: QuestionGroup;
  readonly about: QuestionAbout;
  /** In which respect the versions differ, as `MergeConflict.aspect`. */
  readonly aspect: string;
  /** The passage it is about and what stands around it; missing where it is about none, or the sides have different ones. */
  readonly passage?: ShownPassage;
  /** What it was before; missing where that is not known or says no more than the sides. */
  readonly before?: QuestionSide;
  readonly ours: QuestionSide;
  readonly theirs: QuestionSide;
  readonly choices: readonly MergeChoice[];
  /** Another one as soon as one of the sides says something else. */
  readonly fingerprint: string;
}

/** What questions are grouped by. */
export interface QuestionGroup {
  readonly is: 'codebook' | 'transcript' | 'participants' | 'study-file' | 'memo' | 'discussion' | 'file';
  /** What people call it: a transcript, a memo by its title, else the file. */
  readonly name: string;
  /** Path of the transcript or file. */
  readonly path: string;
}

/** A code as somebody sees it. */
export interface ShownCode {
  readonly title: string;
  /** A palette name or `#rrggbb`. */
  readonly color: string;
}

/** What a question is about. */
export type QuestionAbout =
  /** `code` is missing where just that is the question. */
  | { readonly is: 'coding'; readonly coder: string; readonly code?: ShownCode }
  | { readonly is: 'note'; readonly coder: string }
  | { readonly is: 'reading'; readonly coder: string }
  | { readonly is: 'comment'; readonly coder: string; readonly comment: string }
  | { readonly is: 'record'; readonly id: string }
  /** `within`: titles of the themes it is in, from the top. */
  | {
      readonly is: 'theme' | 'code';
      readonly title: string;
      readonly color?: string;
      readonly within: readonly string[];
    }
  | { readonly is: 'codebook-text' }
  | { readonly is: 'participant'; readonly participant: string }
  | { readonly is: 'study-file'; readonly name: string }
  /** `line` from 1, in the file as it is here. */
  | { readonly is: 'passage'; readonly line: number }
  | { readonly is: 'file' };

/** A passage within what stands around it. */
export interface ShownPassage {
  readonly turns: readonly ReviewTurn[];
  /** Whether it stands in today's transcript like that; else it is shown as it was coded. */
  readonly isToday: boolean;
}

/** What one side says. */
export interface QuestionSide {
  /** False: it is not there on this side. */
  readonly isThere: boolean;
  /** It was there before. */
  readonly isRemoved?: true;
  /** Its words; `new`: words that the other side does not have. Empty where nothing is said. */
  readonly words: readonly DiffPart[];
  /** A colour that goes with the words: a palette name or `#rrggbb`. */
  readonly color?: string;
  /** The passage that this side has, where that is the question. */
  readonly passage?: ShownPassage;
  /** Where the other side removed it: in which respects this side changed it (or all it says), and to what. */
  readonly changed?: readonly { readonly aspect: string; readonly words: readonly DiffPart[] }[];
}

/** Questions under one heading. */
export interface GroupedQuestions {
  readonly group: QuestionGroup;
  readonly questions: readonly Question[];
}

/** Questions by what they are grouped by, in the order they come in. */
export function groupQuestions(questions: readonly Question[]): GroupedQuestions[] {
  const groups = new Map<string, { group: QuestionGroup; questions: Question[] }>();
  for (const question of questions) {
    const { group } = question;
    const key = `${group.is} ${group.path}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { group, questions: [question] });
    else known.questions.push(question);
  }
  return [...groups.values()];
}
