import type { Span } from '../text/span.js';
import type { Manuscript, Quotation } from './quotation.js';

/**
 * What became of a quotation when it was compared with the transcripts:
 *
 * - `verbatim`: the person it is attributed to said it, word for word, in one place.
 * - `ambiguous`: the same, in several places: it is true, yet where it is from is not certain.
 * - `changed`: a passage of theirs comes near, but says something else.
 * - `other-speaker`: somebody else said it.
 * - `not-found`: nobody said it.
 * - `unattributed`: the manuscript does not say who said it.
 */
export type Verdict = 'verbatim' | 'ambiguous' | 'changed' | 'other-speaker' | 'not-found' | 'unattributed';

/** Where words of a quotation stand in the transcripts. */
export interface QuotationSource {
  /** Path relative to the study. */
  readonly transcript: string;
  /** Line at which they begin, from 1. */
  readonly line: number;
  /** One for each piece that is `words`, in code points of the transcript; empty for one that stands nowhere. */
  readonly spans: readonly Span[];
  /** Id of who said it, as in `participants.csv`, else the label; missing where there is none. Of several people the one who begins. */
  readonly participant?: string;
  /** Who else says some of it, in the order in which they do. */
  readonly also?: readonly string[];
}

/** One thing that a quotation says otherwise than the transcript. */
export interface Difference {
  /** Index of the piece of the quotation; of the one before where something was left out at its end. */
  readonly piece: number;
  /** What the manuscript says; empty where it leaves something out. */
  readonly here: string;
  /** What was said; empty where the manuscript adds something. */
  readonly there: string;
  /** In code points of the manuscript; empty, where something is missing. */
  readonly span: Span;
  /** Line of the transcript, from 1. */
  readonly line: number;
}

/** Something to know about a quotation besides its words. */
export interface QuotationRemark {
  /**
   * `over-turns`: an elision leaves out what others said in between. `other-session`: it was said in another kind of session than the
   * manuscript says. `internal-id`: the manuscript names a person by an id that is not to leave the study. `not-in-order`: turns of a
   * dialogue were not said one after the other. `not-of-all`: somebody who is named says nothing of it.
   */
  readonly kind: 'over-turns' | 'other-session' | 'internal-id' | 'not-in-order' | 'not-of-all';
  readonly message: string;
  readonly remedy: string;
  /** It has to be put right. */
  readonly isWrong: boolean;
}

/** A quotation, compared with the transcripts. */
export interface CheckedQuotation {
  readonly quotation: Quotation;
  readonly verdict: Verdict;
  /** Where it is from; for `changed`, and `not-found` where a passage comes near, that passage; for `unattributed` where anyone said it. */
  readonly source?: QuotationSource;
  /** All places where it stands word for word, the likeliest first; empty unless it does. */
  readonly places: readonly QuotationSource[];
  readonly differences: readonly Difference[];
  readonly remarks: readonly QuotationRemark[];
  /** A sentence. */
  readonly message: string;
  /** What to do; empty where nothing has to be done. */
  readonly remedy: string;
}

/** A manuscript whose quotations were compared. */
export interface CheckedManuscript {
  readonly manuscript: Manuscript;
  readonly quotations: readonly CheckedQuotation[];
  /** False where it was cancelled before all were compared. */
  readonly complete: boolean;
}

/** Whether something has to be put right about a quotation; one that is not attributed is no failure. */
export function isWrong({ verdict, remarks }: CheckedQuotation): boolean {
  return (
    verdict === 'changed' ||
    verdict === 'other-speaker' ||
    verdict === 'not-found' ||
    remarks.some(remark => remark.isWrong)
  );
}
