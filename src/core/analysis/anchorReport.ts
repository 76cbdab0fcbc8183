import type { Anchors } from '../anchoring/anchors.js';
import type { Outcome } from '../anchoring/resolution.js';
import type { Coding } from '../coding/coding.js';
import type { Note } from '../reading/record.js';
import { anchorsOf } from '../study/anchorsOf.js';
import type { Study } from '../study/study.js';
import { compareTexts } from '../text/compare.js';
import { LineStarts } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { inContext } from './quoteSearch.js';

/** A place in today's text of a transcript. */
export interface AnchorPlace {
  /** In code points. */
  readonly span: Span;
  /** Line of its start in the file, from 1. */
  readonly line: number;
  /** The exact source text. */
  readonly text: string;
}

/** A place that a coding or note may have today. */
export interface AnchorCandidate extends AnchorPlace {
  /** How much speaks for it, from 0 to 1. */
  readonly score: number;
  /** The text with a little of what surrounds it, on one line. */
  readonly context: string;
  /** Path of the transcript where it is another one. */
  readonly transcript?: string;
}

/** A coding or a note without a code, and where it is today. */
export interface AnchorRow {
  readonly record: Coding | Note;
  readonly kind: 'coding' | 'note';
  readonly coder: string;
  /** Path of the transcript. */
  readonly transcript: string;
  /** The transcript is not there: all its codings and notes are orphans. */
  readonly isMissing: boolean;
  readonly outcome: Outcome;
  /** Missing where no place is certain. */
  readonly place?: AnchorPlace;
  /** Has a certain place and was made on another version than today's, or nobody knows which: a refresh moves it to that. */
  readonly isOlder: boolean;
  /** Best first; none where the place is certain. */
  readonly candidates: readonly AnchorCandidate[];
}

/** Which codings and notes are wanted; a missing entry lets all through. */
export interface AnchorFilter {
  /** Ids that codings were made with; notes, which have no code, are then left out. */
  readonly codes?: ReadonlySet<string>;
  readonly coders?: ReadonlySet<string>;
  /** Paths of transcripts. */
  readonly transcripts?: ReadonlySet<string>;
}

/**
 * Says of codings and notes where they are today, one transcript after the other in the order of paths; each is read once
 * and not kept. Within one they come in the order of today's text.
 */
export async function* anchorReport(study: Study, filter: AnchorFilter = {}): AsyncGenerator<readonly AnchorRow[]> {
  const { codes, coders, transcripts } = filter;
  const paths = new Set([...study.index.codedTranscripts(), ...study.readings.transcripts()]);
  const ofCoder = ({ coder }: { coder: string }): boolean => coders?.has(coder) ?? true;
  for (const transcript of [...paths].sort(compareTexts)) {
    if (transcripts !== undefined && !transcripts.has(transcript)) continue;
    const codings = study.index.filesOf(transcript).filter(ofCoder);
    const notes = codes === undefined ? study.readings.filesOf(transcript).filter(ofCoder) : [];
    const records = [
      ...codings.flatMap(({ coder, codings }) =>
        wanted(codings, codes).map(record => ({ kind: 'coding' as const, record, coder, transcript })),
      ),
      ...notes.flatMap(({ coder, notes }) =>
        notes.map(record => ({ kind: 'note' as const, record, coder, transcript })),
      ),
    ];
    if (records.length === 0) continue;
    const anchors = await anchorsOf(study, transcript);
    const lines = anchors && new LineStarts(anchors.now.text);
    const rows = records.map((row): AnchorRow => ({ ...row, ...whereabouts(row.record, anchors, lines) }));
    yield rows.sort(
      (a, b) => startOf(a) - startOf(b) || compareTexts(a.coder, b.coder) || compareTexts(a.record.id, b.record.id),
    );
  }
}

function wanted(codings: readonly Coding[], codes: ReadonlySet<string> | undefined): readonly Coding[] {
  return codes === undefined ? codings : codings.filter(({ code }) => codes.has(code));
}

function whereabouts(
  record: Coding | Note,
  anchors: Anchors | undefined,
  lines: LineStarts | undefined,
): Pick<AnchorRow, 'isMissing' | 'outcome' | 'place' | 'isOlder' | 'candidates'> {
  if (anchors === undefined || lines === undefined)
    return { isMissing: true, outcome: 'orphan', isOlder: false, candidates: [] };
  const { now } = anchors;
  const { outcome, span, candidates } = anchors.resolve(record);
  const placeOf = ({ start, end }: Span): AnchorPlace => ({
    span: { start, end },
    line: lines.lineAt(now.toUtf16(start)) + 1,
    text: now.slice(start, end),
  });
  return {
    isMissing: false,
    outcome,
    ...(span === undefined ? {} : { place: placeOf(span) }),
    isOlder: span !== undefined && record.base !== anchors.base,
    candidates: candidates.map(candidate => ({
      ...placeOf(candidate),
      score: candidate.score,
      context: inContext(now.text, now.toUtf16(candidate.start), now.toUtf16(candidate.end)),
    })),
  };
}

const startOf = ({ place, record }: AnchorRow): number => place?.span.start ?? record.at[0];
