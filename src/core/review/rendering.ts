import type { Anchors } from '../anchoring/anchors.js';
import type { Outcome } from '../anchoring/resolution.js';
import type { Coding } from '../coding/coding.js';
import type { Note } from '../reading/record.js';
import { CodePoints } from '../text/codePoints.js';
import { compareTexts } from '../text/compare.js';
import type { Span } from '../text/span.js';
import type { Transcript } from '../transcript/transcript.js';
import { endOf, type Unplaced } from './renderedEnd.js';
import { tagPlaces } from './renderedPlaces.js';
import { closingTag, labelOf, openingTag, ranked, type TagMarks } from './renderedTags.js';

/** A coding or note as it is to be shown, and whose it is. */
export interface Shown {
  readonly coder: string;
  readonly record: Coding | Note;
}

/** What a rendering is made of. */
export interface ToRender {
  /** The transcript in that state; undefined where it is not there, and then all is listed at the end. */
  readonly transcript: Pick<Transcript, 'points' | 'turns'> | undefined;
  /** Finds the codings and notes in that very text. */
  readonly anchors: Pick<Anchors, 'resolve'> | undefined;
  /** In any order. */
  readonly shown: readonly Shown[];
  /** Marks that neither this text nor the one it is compared with has (`marksFor`): the same for both. */
  readonly marks: TagMarks;
  /** What a code is called: the same for both texts of a comparison, or a renamed code shows at each of its passages. */
  titleOf(code: string): string;
}

/** Where a coding or note is in a rendering. All positions are code points of the rendering. */
export interface RenderedRecord extends Shown {
  readonly outcome: Outcome;
  /** From its opening to behind its closing tag; of one without a certain place its line at the end. */
  readonly span: Span;
  /** Its opening and its closing tag; of one without a certain place the tag in its line. */
  readonly tags: readonly Span[];
  /** Its memo at the end of the document, where that is too long for the tag. */
  readonly memo?: Span;
}

/** A transcript with its coded passages as tagged text. */
export interface CodedText {
  readonly points: CodePoints;
  /** Where the transcript ends and the lists at the end begin, in code points; the length of the text where there are none. */
  readonly bodyEnd: number;
  /** In the order of the text; an id that stands twice in the study is here twice. */
  readonly records: readonly RenderedRecord[];
}

/** A passage whose place is certain, with where its tags go in the transcript (UTF-16 units). */
interface Placed extends Shown {
  readonly outcome: Outcome;
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Writes a transcript with every coded passage between two tags, such as `⟦Own story · EA⟧I told them mine⟦/Own story · EA⟧`,
 * for a plain text comparison: no line comes or goes in the transcript, without the tags it is the transcript, equal codings
 * give equal text, and one more coding is nothing but more text. What has no certain place is listed behind it.
 */
export function renderCoded({ transcript, anchors, shown, marks, titleOf }: ToRender): CodedText {
  const text = transcript?.points.text ?? '';
  const placed: Placed[] = [];
  const unplaced: Unplaced[] = [];
  for (const { coder, record } of shown) {
    const label = labelOf(coder, 'code' in record ? titleOf(record.code) : undefined, marks);
    const found = anchors?.resolve(record);
    const { outcome, span } = found ?? { outcome: 'orphan' as const, span: undefined };
    if (transcript === undefined || span === undefined || span.start >= span.end)
      unplaced.push({ coder, record, label, outcome });
    else placed.push({ coder, record, label, outcome, ...tagPlaces(transcript, span) });
  }
  return write(text, ranked(placed.sort(byPlace)), unplaced, marks);
}

/** Longer passages come around shorter ones; what is at the same place goes by its label, then by age. */
function byPlace(a: Placed, b: Placed): number {
  return a.start - b.start || b.end - a.end || compareTexts(a.label, b.label) || compareTexts(ageOf(a), ageOf(b));
}

const ageOf = ({ record, coder }: Shown): string => JSON.stringify([record.created ?? '', record.id, coder]);

function write(text: string, placed: readonly Placed[], unplaced: readonly Unplaced[], marks: TagMarks): CodedText {
  const openings = placed.map((one, i) => ({ i, at: one.start, tag: openingTag(one.label, marks) }));
  const closings = placed.map((one, i) => ({ i, at: one.end, tag: closingTag(one.label, one.record, marks) }));
  // At one place passages end before others begin, and those that began last end first.
  const tags = [...closings.reverse(), ...openings].sort((a, b) => a.at - b.at);
  const found: Span[][] = placed.map(() => []);
  const parts: string[] = [];
  let [done, length] = [0, 0];
  for (const { i, at, tag } of tags) {
    length += at - done;
    found[i]?.push({ start: length, end: length + tag.length });
    parts.push(text.slice(done, at), tag);
    length += tag.length;
    done = at;
  }
  const body = parts.join('') + text.slice(done);
  const end = endOf(body, placed, unplaced, marks);
  const points = new CodePoints(body + end.text);
  const inPoints = (span: Span): Span => ({ start: points.fromUtf16(span.start), end: points.fromUtf16(span.end) });
  const inText = placed.map(({ coder, record, outcome }, i): RenderedRecord => {
    const [opening, closing] = (found[i] as [Span, Span]).map(inPoints) as [Span, Span];
    const memo = end.memos.get(i);
    const span = { start: opening.start, end: closing.end };
    return { coder, record, outcome, span, tags: [opening, closing], ...(memo && { memo: inPoints(memo) }) };
  });
  const listed = end.listed.map(
    ({ line, tag, of: { coder, record, outcome } }): RenderedRecord => ({
      coder,
      record,
      outcome,
      span: inPoints(line),
      tags: [inPoints(tag)],
    }),
  );
  return { points, bodyEnd: points.fromUtf16(body.length), records: [...inText, ...listed] };
}
