import type { Pacing } from '../../pieces.js';
import type { Span } from '../../text/span.js';
import { readable } from '../../transcript/query.js';
import type { Transcript } from '../../transcript/transcript.js';
import type { Corpus, CorpusExcerpt } from '../corpus/corpus.js';
import type { AgreementOptions, CodedBy, Disagreement, DisagreementKind } from './agreement.js';
import type { ComparedCode, ComparedTranscript, Mark } from './compared/compared.js';
import { readCompared } from './compared/readCompared.js';
import { MarksOn } from './disagreements/marksOn.js';
import { type Passage, passagesOf } from './disagreements/passages.js';
import type { AgreementTexts } from './texts.js';

/**
 * Every disagreement there is: each unit that some coders gave a code and others did not is in exactly one of them, and what all coders
 * coded alike is in none.
 * @param pacing its progress counts the transcripts
 * @returns transcript after transcript, by place, then in the order of the codebook
 */
export async function disagreementsOf(
  corpus: Corpus,
  options: AgreementOptions,
  texts: AgreementTexts,
  pacing: Pacing = {},
): Promise<readonly Disagreement[]> {
  const compared = await readCompared(corpus, options, texts, pacing);
  const found: Disagreement[] = [];
  for (const transcript of compared.transcripts) {
    if (pacing.cancellation?.cancelled) break;
    const all = new MarksOn(transcript);
    const passages = compared.codes.flatMap(code =>
      passagesOf(transcript, code.id).map(passage => ({ code, passage, span: hullOf(passage.marks) })),
    );
    passages.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    // Only words that are nobody's excerpt have to be looked up.
    const text = passages.some(({ passage: { marks }, span }) => excerptOn(marks, span) === undefined)
      ? await texts.transcript(transcript.transcript.path)
      : undefined;
    for (const { code, passage, span } of passages)
      found.push(disagreement(transcript, code, passage, span, all, text));
    await pacing.pause?.();
  }
  return found;
}

function disagreement(
  { transcript, coders }: ComparedTranscript,
  code: ComparedCode,
  { marks, at, units }: Passage,
  span: Span,
  all: MarksOn,
  text: Transcript | undefined,
): Disagreement {
  const by = coders.map((coder): CodedBy => {
    const excerpts = marks.flatMap(({ excerpt }) => (excerpt.coder === coder ? [excerpt] : []));
    return { coder, excerpts, others: excerpts.length > 0 ? [] : all.of(coder, at, code.id) };
  });
  const first = marks.find(({ excerpt }) => excerpt.span?.start === span.start)?.excerpt;
  const same = excerptOn(marks, span);
  const words = same === undefined && text !== undefined ? readable(text, span) : undefined;
  return {
    code: code.id,
    label: code.label,
    transcript,
    span,
    line: first?.line ?? 1,
    quote: words ?? same?.text ?? first?.text ?? '',
    kind: kindOf(by),
    units,
    by,
  };
}

function kindOf(by: readonly CodedBy[]): DisagreementKind {
  if (by.every(({ excerpts }) => excerpts.length > 0)) return 'other-extent';
  return by.some(({ others }) => others.length > 0) ? 'other-code' : 'only-one';
}

const excerptOn = (marks: readonly Mark[], span: Span): CorpusExcerpt | undefined =>
  marks.find(({ excerpt }) => excerpt.span?.start === span.start && excerpt.span.end === span.end)?.excerpt;

function hullOf(marks: readonly Mark[]): Span {
  const spans = marks.flatMap(({ excerpt: { span } }) => span ?? []);
  return {
    start: spans.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    end: spans.reduce((most, { end }) => Math.max(most, end), 0),
  };
}
