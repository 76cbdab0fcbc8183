import type { Anchors } from '../anchoring/anchors.js';
import type { Outcome } from '../anchoring/resolution.js';
import type { Coding } from '../coding/coding.js';
import type { CodingFile } from '../coding/file.js';
import type { Study } from '../study/study.js';
import { LineStarts } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { readable, speakersIn } from '../transcript/query.js';
import type { Transcript } from '../transcript/transcript.js';

/** A coding as a reader sees it, in today's transcript. */
export interface Excerpt {
  readonly coding: Coding;
  readonly coder: string;
  /** Path of the transcript. */
  readonly transcript: string;
  /** How the coding fares in today's transcript; without a transcript it is an orphan. */
  readonly outcome: Outcome;
  /** Today's place in code points; missing where it is not certain. */
  readonly span?: Span;
  /** Line of its start in the file, from 1; missing where the place is not certain. */
  readonly line?: number;
  /** Who speaks in it, in order; empty where labels are absent or the place is not certain. */
  readonly speakers: readonly string[];
  /** The words without Markdown marks, white space folded; where the place is not certain, the quote as coded. */
  readonly text: string;
}

/** The excerpts of some codings of one transcript, in their order; reads and parses that transcript once. */
export async function excerptsOf(study: Study, file: CodingFile, codings: readonly Coding[]): Promise<Excerpt[]> {
  const transcript = codings.length === 0 ? undefined : await study.transcripts.get(file.transcript);
  const lines = transcript && new LineStarts(transcript.text);
  const anchors = transcript && (await study.places.in(file.transcript, transcript));
  return codings.map(coding => excerptIn(transcript, anchors, lines, file, coding));
}

function excerptIn(
  transcript: Transcript | undefined,
  anchors: Anchors | undefined,
  lines: LineStarts | undefined,
  file: CodingFile,
  coding: Coding,
): Excerpt {
  const base = { coding, coder: file.coder, transcript: file.transcript };
  const { outcome, span } = anchors?.resolve(coding) ?? { outcome: 'orphan' as const, span: undefined };
  if (transcript === undefined || lines === undefined || span === undefined) {
    return { ...base, outcome, speakers: [], text: coding.quote.replace(/\s+/g, ' ').trim() };
  }
  return {
    ...base,
    outcome,
    span,
    line: lines.lineAt(transcript.points.toUtf16(span.start)) + 1,
    speakers: speakersIn(transcript, span),
    text: readable(transcript, span),
  };
}
