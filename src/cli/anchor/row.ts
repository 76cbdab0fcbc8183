import type { AnchorRow } from '../../core/analysis/anchorReport.js';
import type { Coding } from '../../core/coding/coding.js';
import type { Study } from '../../core/study/study.js';

/** A coding or note as the JSON of `verbatim anchor` gives it; a coding also has a `code`, as it is today. */
export function toJson(study: Study, { kind, record, coder, transcript, outcome, place, candidates }: AnchorRow) {
  return {
    id: record.id,
    coder,
    ...(kind === 'coding' ? { code: study.idToday((record as Coding).code) } : {}),
    transcript,
    outcome,
    position: place === undefined ? null : [place.span.start, place.span.end],
    line: place?.line ?? null,
    text: place?.text ?? null,
    quote: record.quote,
    base: record.base ?? null,
    candidates: candidates.map(({ span, line, text, score, context, transcript: elsewhere }) => ({
      ...(elsewhere === undefined ? {} : { transcript: elsewhere }),
      position: [span.start, span.end],
      line,
      text,
      score,
      context,
    })),
  };
}
