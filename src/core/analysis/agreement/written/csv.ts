import { csvLine } from '../../../report/csv.js';
import type { CorpusExcerpt } from '../../corpus/corpus.js';
import { type Agreement, type Disagreement, MEASURES } from '../agreement.js';

const FIGURES = [
  'kind',
  'key',
  'label',
  'coders',
  'transcripts',
  'units',
  'codings',
  'codes',
  'coefficient',
  'figure',
  'low',
  'high',
  'observed',
  'by chance',
  'no figure because',
];

/** Figures as CSV by RFC 4180, a line for each coefficient of each row. */
export function* agreementCsv({ rows }: Pick<Agreement, 'rows'>): Generator<string> {
  yield csvLine(FIGURES);
  for (const { kind, key, label, coders, transcripts, units, codings, codes, measures } of rows) {
    for (const measure of MEASURES) {
      const figure = measures[measure];
      if (figure === undefined) continue;
      const known = figure.value === undefined ? undefined : figure;
      yield csvLine([
        kind,
        key,
        label,
        coders.join('; '),
        transcripts,
        units,
        codings,
        codes,
        measure,
        ...[known?.value, known?.interval?.low, known?.interval?.high, known?.observed, known?.chance].map(
          value => value ?? '',
        ),
        figure.refused ?? '',
      ]);
    }
  }
}

const DISAGREEMENTS = [
  'transcript',
  'line',
  'start',
  'end',
  'code',
  'title',
  'kind',
  'units',
  'coded by',
  'not coded by',
  'codes there instead',
  'quote',
];

/** Disagreements as CSV, a line each. */
export function* disagreementsCsv(
  disagreements: readonly Disagreement[],
  titleOf: (excerpt: CorpusExcerpt) => string,
): Generator<string> {
  yield csvLine(DISAGREEMENTS);
  for (const { transcript, line, span, code, label, kind, units, by, quote } of disagreements) {
    const coders = (gave: boolean): string =>
      by.flatMap(({ coder, excerpts }) => (excerpts.length > 0 === gave ? [coder] : [])).join('; ');
    const instead = by.flatMap(({ coder, others }) =>
      [...new Set(others.map(titleOf))].map(title => `${coder}: ${title}`),
    );
    yield csvLine([
      transcript.path,
      line,
      span.start,
      span.end,
      code,
      label,
      kind,
      units,
      coders(true),
      coders(false),
      instead.join('; '),
      quote,
    ]);
  }
}
