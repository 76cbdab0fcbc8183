import type { Outcome } from '../anchoring/resolution.js';
import type { Coding } from '../coding/coding.js';
import type { Note } from '../reading/record.js';
import { compareTexts } from '../text/compare.js';
import { normaliseText } from '../text/normalise.js';
import { shorten } from '../text/shorten.js';
import type { Span } from '../text/span.js';
import { clean, evidenceTag, isCut, openingTag, type TagMarks } from './renderedTags.js';

/** A coding or note whose place in the transcript is not certain. */
export interface Unplaced {
  readonly coder: string;
  readonly record: Coding | Note;
  readonly label: string;
  readonly outcome: Outcome;
}

/** What stands behind the transcript. All positions are UTF-16 units of the whole rendering. */
export interface RenderedEnd {
  /** Empty where there is nothing to list. */
  readonly text: string;
  readonly listed: readonly { readonly of: Unplaced; readonly line: Span; readonly tag: Span }[];
  /** Memos in full, by the index of what they belong to among what has a place. */
  readonly memos: ReadonlyMap<number, Span>;
}

interface Memoed {
  readonly record: Coding | Note;
  readonly label: string;
}

/** Lists what has no certain place, and memos that are too long for a tag. */
export function endOf(
  body: string,
  placed: readonly Memoed[],
  unplaced: readonly Unplaced[],
  marks: TagMarks,
): RenderedEnd {
  const parts: string[] = [];
  let at = body.length;
  const put = (text: string): Span => {
    parts.push(text);
    at += text.length;
    return { start: at - text.length, end: at };
  };
  const heading = (text: string): Span => put(`${at === 0 ? '' : '\n\n'}## ${text}\n`);

  const inOrder = [...unplaced].sort(byPosition);
  if (inOrder.length > 0) heading('Passages without a certain place');
  const listed = inOrder.map(one => {
    put('\n- ');
    const tag = put(openingTag(one.label, marks));
    const rest = put(` “${clean(one.record.quote, marks)}” (${stateOf(one)})${evidenceTag(one.record, marks)}`);
    const memo = memoOf(one.record);
    const end = memo === '' ? rest.end : put(` — ${clean(memo, marks)}`).end;
    return { of: one, tag, line: { start: tag.start, end } };
  });

  const memos = new Map<number, Span>();
  placed.forEach(({ record, label }, i) => {
    if (!isCut(record.memo)) return;
    if (memos.size === 0) heading('Memos in full');
    put('\n');
    const { start } = put(`${openingTag(label, marks)} “${shorten(clean(record.quote, marks))}”\n`);
    const lines = normaliseText(record.memo).trim().split('\n');
    const { end } = put(lines.map(line => `    ${line.trimEnd()}\n`).join(''));
    memos.set(i, { start, end: end - 1 });
  });
  return { text: parts.join(''), listed, memos };
}

const memoOf = ({ memo }: Coding | Note): string => memo ?? '';

function stateOf({ outcome, record }: Unplaced): string {
  if (outcome === 'ambiguous') return 'it may be in several places';
  return record.orphan === undefined ? 'its words are gone' : 'its words are gone; kept as it is';
}

function byPosition(a: Unplaced, b: Unplaced): number {
  const [one, other] = [a.record, b.record];
  return (
    one.at[0] - other.at[0] ||
    one.at[1] - other.at[1] ||
    compareTexts(a.label, b.label) ||
    compareTexts(one.id, other.id) ||
    compareTexts(a.coder, b.coder)
  );
}
