import type { Anchors } from '../anchoring/anchors.js';
import type { Coding } from '../coding/coding.js';
import type { Study } from '../study/study.js';
import { type Span, union } from '../text/span.js';
import { speakerKey } from '../transcript/names.js';
import { textLength } from '../transcript/query.js';
import type { Transcript } from '../transcript/transcript.js';
import { participantsOf } from './people.js';

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

  constructor(
    study: Study,
    private readonly transcript: Transcript,
    private readonly anchors: Anchors,
  ) {
    this.said = saidByParticipants(study, transcript);
    this.total = this.lengthOf(this.said);
  }

  /**
   * The share of what participants say that at least one of some codings covers, from 0 to 1, counted in characters a
   * reader sees, white space left out. Codings without a certain place cover nothing.
   */
  share(codings: readonly Coding[]): number {
    if (this.total === 0) return 0;
    const spans = codings.map(coding => this.anchors.resolve(coding).span);
    return this.lengthOf(common(this.said, union(spans.filter(span => span !== undefined)))) / this.total;
  }

  private lengthOf(spans: readonly Span[]): number {
    return spans.reduce((sum, span) => sum + textLength(this.transcript, span), 0);
  }
}

/** What two lists of spans, each in order and apart, have in common. */
function common(a: readonly Span[], b: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a[i] as Span, b[j] as Span];
    const start = Math.max(left.start, right.start);
    const end = Math.min(left.end, right.end);
    if (start < end) result.push({ start, end });
    if (left.end <= right.end) i++;
    else j++;
  }
  return result;
}
