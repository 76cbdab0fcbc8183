import type { Anchors } from '../anchoring/anchors.js';
import type { Coding } from '../coding/coding.js';
import type { Study } from '../study/study.js';
import { common, type Span, union } from '../text/span.js';
import { speakerKey } from '../transcript/names.js';
import { textLength } from '../transcript/query.js';
import type { Transcript } from '../transcript/transcript.js';
import { participantsOf } from './people.js';
import { analyticCodings, scopedSpans } from './scope.js';

/**
 * Where the text stands that the study is about: what declared participants say; where nobody is declared, what anybody
 * says but the interviewers whom the front matter names.
 */
export function saidByParticipants(study: Study, transcript: Transcript): Span[] {
  const who = participantsOf(study, transcript.frontMatter);
  const declared = transcript.turns.filter(({ speaker }) => speaker !== undefined && who(speaker) !== undefined);
  if (declared.length > 0) return declared.map(({ body }) => body);
  const interviewers = new Set(transcript.frontMatter.interviewers.map(speakerKey));
  const others = transcript.turns.filter(
    ({ speaker }) => speaker === undefined || !interviewers.has(speakerKey(speaker)),
  );
  return others.map(({ body }) => body);
}

/** Works out which share of a transcript codings cover; what does not depend on codings is worked out once. */
export class Coverage {
  private readonly said: readonly Span[];
  private readonly total: number;

  /** @param path of the transcript */
  constructor(
    private readonly study: Study,
    path: string,
    private readonly transcript: Transcript,
    private readonly anchors: Anchors,
  ) {
    const all = saidByParticipants(study, transcript);
    const scope = scopedSpans(study, path, anchors);
    this.said = scope === undefined ? all : common(all, scope);
    this.total = lengthOf(transcript, this.said);
  }

  /**
   * The share of what participants say in scope that at least one of some codings covers, from 0 to 1, counted in characters a
   * reader sees, white space left out. Codings without a certain place cover nothing, and so do those that only mark what is in scope.
   */
  share(codings: readonly Coding[]): number {
    if (this.total === 0) return 0;
    const spans = analyticCodings(this.study, codings).map(coding => this.anchors.resolve(coding).span);
    return lengthOf(this.transcript, common(this.said, union(spans.filter(span => span !== undefined)))) / this.total;
  }
}

/** The share of some spans of a transcript that others cover, from 0 to 1, counted as in `Coverage.share`; both in order and apart. */
export function shareOf(transcript: Transcript, spans: readonly Span[], covering: readonly Span[]): number {
  const total = lengthOf(transcript, spans);
  return total === 0 ? 0 : lengthOf(transcript, common(spans, covering)) / total;
}

function lengthOf(transcript: Transcript, spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + textLength(transcript, span), 0);
}
