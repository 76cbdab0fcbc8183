import type { Excerpt } from '../../analysis/excerpts.js';
import { isSettled } from '../../analysis/outcomes.js';
import type { Outcome } from '../../anchoring/resolution.js';
import { themePath } from '../../codebook/query.js';
import { type Evidence, evidenceOf } from '../../coding/evidence.js';
import type { Study } from '../../study/study.js';

/** One excerpt as every output format of `verbatim excerpts` gets it; also an entry of its JSON. */
export interface ExcerptRow {
  /** Id of the coding. */
  readonly id: string;
  /** Id of the code as it is today. */
  readonly code: string;
  /** Null where the codebook does not know the code. */
  readonly title: string | null;
  readonly themePath: readonly string[];
  /** The words without Markdown marks. */
  readonly quote: string;
  /** All speakers, joined; empty where nobody knows. */
  readonly speaker: string;
  readonly speakers: readonly string[];
  readonly transcript: string;
  /** From 1; null where the place is not certain. */
  readonly line: number | null;
  /** Start and end (exclusive) in code points of today's text; null where the place is not certain. */
  readonly position: readonly [number, number] | null;
  readonly coder: string;
  readonly outcome: Outcome;
  /** Whether somebody said that it is kept although it has no certain place. */
  readonly settled: boolean;
  /** How it stands to its code: `supports`, `nuances`, `contradicts`; null where nobody said so. */
  readonly evidence: Evidence | null;
  readonly memo: string | null;
  readonly created: string | null;
}

/** What there is to say about an excerpt. */
export function rowOf(study: Pick<Study, 'entry'>, excerpt: Excerpt): ExcerptRow {
  const { coding, span } = excerpt;
  const entry = study.entry(coding.code);
  return {
    id: coding.id,
    code: entry?.id ?? coding.code,
    title: entry?.title ?? null,
    themePath: entry === undefined ? [] : themePath(entry),
    quote: excerpt.text,
    speaker: excerpt.speakers.join(', '),
    speakers: excerpt.speakers,
    transcript: excerpt.transcript,
    line: excerpt.line ?? null,
    position: span === undefined ? null : [span.start, span.end],
    coder: excerpt.coder,
    outcome: excerpt.outcome,
    settled: isSettled(coding, excerpt.outcome),
    evidence: evidenceOf(coding) ?? null,
    memo: coding.memo ?? null,
    created: coding.created ?? null,
  };
}

/** Why an excerpt's place or wording needs a look; undefined where it does not. */
export function remarkOn(row: ExcerptRow): string | undefined {
  if (row.settled) return 'orphan: kept without a place by decision; the quote is as it was coded';
  switch (row.outcome) {
    case 'ambiguous':
      return 'ambiguous: several places fit; the quote is as it was coded';
    case 'orphan':
      return 'orphan: not found in the transcript; the quote is as it was coded';
    case 'changed':
      return 'changed: the wording was edited after coding';
    default:
      return undefined;
  }
}
