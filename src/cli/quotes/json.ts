import type { CheckedManuscript, CheckedQuotation, QuotationSource } from '../../core/manuscript/checked.js';
import { isWrong } from '../../core/manuscript/checked.js';
import { shownPieces } from '../../core/manuscript/written.js';

/** A checked quotation for a program. Spans are code points, `[start, end]`, of the manuscript, or of the transcript in `source`. */
export function quotationJson({ manuscript: { path } }: CheckedManuscript, checked: CheckedQuotation) {
  const { quotation, verdict, source, places, differences, remarks, message, remedy } = checked;
  const { attribution, span, line, kind, pieces, under, dialogue } = quotation;
  return {
    manuscript: path,
    line,
    at: [span.start, span.end],
    kind,
    text: shownPieces(pieces),
    pieces: pieces.map(({ span: at, ...piece }) => ({ ...piece, at: [at.start, at.end] })),
    attribution:
      attribution === undefined
        ? null
        : {
            written: attribution.participant,
            participant: attribution.person ?? null,
            also: (attribution.also ?? []).map(({ participant: written, person }) => ({
              written,
              participant: person ?? null,
            })),
            detail: attribution.detail ?? null,
          },
    under,
    dialogue: dialogue ?? null,
    verdict,
    ok: !isWrong(checked) && verdict !== 'unattributed',
    source: source === undefined ? null : sourceJson(source),
    places: places.map(sourceJson),
    differences: differences.map(({ span: at, ...difference }) => ({ ...difference, at: [at.start, at.end] })),
    remarks,
    message,
    remedy,
  };
}

function sourceJson({ transcript, line, spans, participant, also = [] }: QuotationSource) {
  const at = spans.map(({ start, end }) => [start, end]);
  return { transcript, line, spans: at, participant: participant ?? null, also };
}
