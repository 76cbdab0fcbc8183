import type { Anchors } from '../anchoring/anchors.js';
import { isScopeCode, scopeCodesOf } from '../codebook/scope.js';
import type { Coding } from '../coding/coding.js';
import type { Study } from '../study/study.js';
import { type Span, union } from '../text/span.js';

/** Whether a study says what of its transcripts it is about. If not, all of them are in scope. */
export function hasScope({ codebook }: Pick<Study, 'codebook'>): boolean {
  return scopeCodesOf(codebook).size > 0;
}

/**
 * What of a transcript is in scope: the union of what all coders marked, in order and apart, in code points.
 * @param anchors of the transcript's text
 * @returns undefined where the study has no scope: all of the transcript is in it
 */
export function scopedSpans(study: Study, transcript: string, anchors: Anchors): Span[] | undefined {
  if (!hasScope(study)) return undefined;
  const marks = study.index.filesOf(transcript).flatMap(({ codings }) => codings);
  const spans = marks
    .filter(({ code }) => isScopeCode(study.codebook, code))
    .map(coding => anchors.resolve(coding).span)
    .filter(span => span !== undefined);
  return union(spans);
}

/** Codings that say something about a passage, without those that mark what is in scope. */
export function analyticCodings(study: Pick<Study, 'codebook'>, codings: readonly Coding[]): readonly Coding[] {
  if (!hasScope(study)) return codings;
  return codings.filter(({ code }) => !isScopeCode(study.codebook, code));
}
