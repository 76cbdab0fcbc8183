import type { CorpusExcerpt } from '../../corpus/corpus.js';
import type { Agreement, AgreementRow, Disagreement } from '../agreement.js';

/** Everything about agreement as one object. */
export function agreementJson(
  agreement: Agreement,
  disagreements: readonly Disagreement[],
  codeOf: (excerpt: CorpusExcerpt) => string,
): Readonly<Record<string, unknown>> {
  const { unit, inScope, coders, transcripts, left, rows, resampling } = agreement;
  return {
    unit,
    inScope,
    coders,
    resampling: resampling ?? null,
    transcripts,
    rows: rows.map(rowJson),
    disagreements: disagreements.map(each => disagreementJson(each, codeOf)),
    left,
    counts: {
      coders: coders.length,
      transcripts: transcripts.length,
      rows: rows.length,
      disagreements: disagreements.length,
    },
  };
}

function rowJson({ measures, prevalence, depth, ...row }: AgreementRow) {
  return { ...row, depth: depth ?? null, prevalence: prevalence?.sentence ?? null, measures };
}

function disagreementJson(
  { code, label, transcript, span, line, quote, kind, units, by }: Disagreement,
  codeOf: (excerpt: CorpusExcerpt) => string,
) {
  return {
    code,
    title: label,
    transcript: transcript.path,
    line,
    position: [span.start, span.end],
    quote,
    kind,
    units,
    by: by.map(({ coder, excerpts, others }) => ({
      coder,
      codings: excerpts.map(({ coding, span: place }) => ({
        id: coding.id,
        position: place && [place.start, place.end],
      })),
      others: others.map(excerpt => ({ id: excerpt.coding.id, code: codeOf(excerpt) })),
    })),
  };
}
