import { compareTexts } from '../text/compare.js';
import { shorten } from '../text/shorten.js';
import type { Span } from '../text/span.js';

/** What tags begin and end with. */
export interface TagMarks {
  readonly open: string;
  readonly close: string;
}

/** Rare enough that the first pair is nearly always free. */
const MARKS = ['⟦⟧', '⟪⟫', '⦃⦄', '〖〗'];
const PRIVATE_USE = { from: 0xe000, to: 0xf8ff };

/** How much of a title and of a memo a tag shows, in code points. */
const LONGEST_TITLE = 60;
const LONGEST_MEMO = 60;

/** Marks that none of some texts has, so that no words of a person can be taken for a tag. */
export function marksFor(...texts: readonly string[]): TagMarks {
  const isFree = (mark: string): boolean => texts.every(text => !text.includes(mark));
  const pair = MARKS.find(marks => [...marks].every(isFree));
  if (pair !== undefined) return { open: pair.charAt(0), close: pair.charAt(1) };
  const free: string[] = [];
  for (let unit = PRIVATE_USE.from; unit <= PRIVATE_USE.to && free.length < 2; unit++) {
    const mark = String.fromCharCode(unit);
    if (isFree(mark)) free.push(mark);
  }
  return { open: free[0] ?? '⟦', close: free[1] ?? '⟧' };
}

/**
 * What the tags of a coding or note say: its code and whose it is.
 * @param title of the code; undefined for a note without one
 */
export function labelOf(coder: string, title: string | undefined, marks: TagMarks): string {
  const what = title === undefined ? '(note)' : shorten(clean(title, marks), LONGEST_TITLE);
  return `${what} · ${clean(coder, marks)}`;
}

/** The tag before a passage. */
export function openingTag(label: string, { open, close }: TagMarks): string {
  return open + label + close;
}

/** The tag behind a passage, with how it stands to its code and the beginning of its memo. */
export function closingTag(label: string, record: Tagged, marks: TagMarks): string {
  const { memo } = record;
  const short = memo === undefined ? '' : shorten(clean(memo, marks), LONGEST_MEMO);
  return `${marks.open}/${label}${evidenceTag(record, marks)}${short === '' ? '' : ` — ${short}`}${marks.close}`;
}

/** What tags say of a record besides whose it is. */
export interface Tagged {
  readonly evidence?: unknown;
  readonly memo?: string;
}

/** How an excerpt stands to its code, as it is written: ` (contradicts)`; empty where nothing is said. */
export function evidenceTag({ evidence }: Tagged, marks: TagMarks): string {
  if (evidence === undefined) return '';
  return ` (${clean(typeof evidence === 'string' ? evidence : JSON.stringify(evidence), marks)})`;
}

/** Whether a tag leaves out something of a memo. */
export function isCut(memo: string | undefined): memo is string {
  return memo !== undefined && shorten(memo, LONGEST_MEMO) !== memo.trim();
}

/**
 * Passages of one code and one coder that touch each other get labels of their own, so that each closing tag has one opening
 * tag: a stroke (′) behind the label of the second, two behind that of the third, oldest first. (One more never changes what is there but by
 * one more stroke.)
 * @param placed in the order of the text
 */
export function ranked<T extends Span & { readonly label: string; readonly record: Aged }>(placed: readonly T[]): T[] {
  const groups = new Map<string, T[][]>();
  for (const one of placed) {
    const ofLabel = groups.get(one.label) ?? [];
    groups.set(one.label, ofLabel);
    const last = ofLabel.at(-1);
    if (last?.some(({ end }) => end >= one.start)) last.push(one);
    else ofLabel.push([one]);
  }
  const strokes = new Map<T, number>();
  for (const group of [...groups.values()].flat()) {
    for (const [rank, one] of [...group].sort(byAge).entries()) strokes.set(one, rank);
  }
  return placed.map(one => ({ ...one, label: one.label + '′'.repeat(strokes.get(one) ?? 0) }));
}

interface Aged {
  readonly created?: string;
  readonly id: string;
}

const ageOf = ({ created, id }: Aged): string => JSON.stringify([created ?? '', id]);

function byAge({ record: a }: { readonly record: Aged }, { record: b }: { readonly record: Aged }): number {
  return compareTexts(ageOf(a), ageOf(b));
}

/** One line of text that ends no tag and turns no text around. */
export function clean(text: string, { open, close }: TagMarks): string {
  return text
    .replaceAll(open, '[')
    .replaceAll(close, ']')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\u0085\p{Cc}]+/gu, ' ')
    .trim();
}
