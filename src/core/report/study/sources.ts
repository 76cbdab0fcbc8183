import type { Agreement } from '../../analysis/agreement/agreement.js';
import type { CheckedManuscript } from '../../manuscript/checked.js';
import type { StudyHistory } from '../../review/historyModel.js';
import type { Lives } from '../../review/lives.js';
import type { CoreqAnswers } from './coreq/answers.js';
import type { PublicCounts } from './publicCounts.js';
import type { QuotedWords } from './quoted.js';

/** A person who worked on the study, by what the files of it show. */
export interface Contributor {
  /** Name of the folder, or of the author of versions. */
  readonly name: string;
  /** How many codings there are in the person's folder, and in how many transcripts. */
  readonly codings: number;
  readonly transcripts: number;
  /** How many versions of the study the person saved. */
  readonly versions: number;
  /** How many comments the person made in discussions. */
  readonly comments: number;
  /** Days of the first and the last of all this, `2026-03-02`; missing where nothing has a date. */
  readonly from?: string;
  readonly to?: string;
}

/** What was discussed in a study. */
export interface Discussed {
  readonly threads: number;
  readonly comments: number;
  readonly people: readonly string[];
  /** How many threads are still open. */
  readonly open: number;
  /** What was decided, in the order in which it was: on what, in which words, by whom and on which day. */
  readonly decisions: readonly {
    readonly on: string;
    readonly text: string;
    readonly by: string;
    readonly day: string;
  }[];
}

/** Everything that a report is made from. Of people and transcripts it holds what may leave the study, and nothing else. */
export interface ReportSources extends PublicCounts {
  readonly contributors: readonly Contributor[];
  readonly discussed: Discussed;
  /** Missing where there is no git. */
  readonly history?: { readonly story: StudyHistory; readonly lives: Lives };
  /** Missing where it is not for this study, with `whyNoAgreement`, or where nothing can be compared. */
  readonly agreement?: Agreement;
  readonly whyNoAgreement?: string;
  readonly memos: readonly { readonly title: string; readonly date?: string }[];
  readonly manuscripts: readonly CheckedManuscript[];
  /** What manuscripts quote, then what the codebook gives as examples. */
  readonly quoted: readonly QuotedWords[];
  /** What only people know, by the number of the item. */
  readonly answers: CoreqAnswers;
  /** Makes words that people wrote fit to leave the study. */
  readonly publicText: (text: string) => string;
  /** The fewest people of an attribute that may be told; 0 or 1 where all may. */
  readonly smallestCell: number;
}

/**
 * Whether what is said of the sample names nobody: it is told by role, and who said what by name and not by role, so that a name there would
 * have a role.
 */
export function isNameless({ left, sample }: Pick<ReportSources, 'left' | 'sample'>): boolean {
  return left.includes('role') && sample.groups.some(({ role }) => role !== undefined);
}
