import { type DiffPart, wordDiff } from '../../text/wordDiff.js';

/** Texts up to this length are shown whole; UTF-16 units, as all lengths here. */
const SHORT = 900;
/** Of words that both sides have so much is shown beside words that differ, where the text is long. */
const AROUND = 160;
/** No side shows more than this. */
const MOST = 4000;
/** Where the sides have less than this share of their words in common, marks would be all over them and say nothing. */
const ALIKE = 0.25;

/** A text without marks, cut where it is long. */
export function plainWords(text: string): DiffPart[] {
  return text === '' ? [] : cut([{ text, kind: 'same' }]);
}

/** What two sides say, each with the words marked (`new`) that the other does not have; what is long and the same is cut. */
export function comparedWords(ours: string, theirs: string): { ours: DiffPart[]; theirs: DiffPart[] } {
  const parts = wordDiff(ours, theirs);
  const common = parts.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.trim().length : 0), 0);
  if (common < ALIKE * Math.max(ours.length, theirs.length))
    return { ours: plainWords(ours), theirs: plainWords(theirs) };
  const side = (other: DiffPart['kind']): DiffPart[] =>
    cut(parts.flatMap(part => (part.kind === other ? [] : [onlyHere(part)])));
  return { ours: side('new'), theirs: side('gone') };
}

/** What a text says now, with the words marked that it did not say before. */
export function changedWords(before: string, now: string): DiffPart[] {
  return comparedWords(before, now).theirs;
}

/** Marks of a comparison as they are shown: words that only this side has. */
export function onlyHere({ text, kind }: DiffPart): DiffPart {
  return { text, kind: kind === 'same' ? 'same' : 'new' };
}

/** Leaves out of a long text what is far from every word that differs. */
function cut(parts: readonly DiffPart[]): DiffPart[] {
  const length = parts.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= SHORT) return [...parts];
  const hasMarks = parts.some(({ kind }) => kind !== 'same');
  let left = MOST;
  return parts.flatMap((part, i) => {
    if (left <= 0) return [];
    const text = part.kind === 'same' ? cutSame(part.text, i === 0, i === parts.length - 1, hasMarks) : part.text;
    const shown = text.length <= left ? text : `${head(text, left)}…`;
    left -= text.length;
    return [{ ...part, text: shown }];
  });
}

function cutSame(text: string, isFirst: boolean, isLast: boolean, hasMarks: boolean): string {
  if (!hasMarks) return text.length <= SHORT ? text : `${head(text, SHORT)}…`;
  if (isFirst) return text.length <= AROUND ? text : `…${tail(text, AROUND)}`;
  if (isLast) return text.length <= AROUND ? text : `${head(text, AROUND)}…`;
  return text.length <= 2 * AROUND ? text : `${head(text, AROUND)} … ${tail(text, AROUND)}`;
}

/** The beginning of a text, up to a space if one is near; never half a character. */
function head(text: string, length: number): string {
  const piece = text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
  return piece.replace(/\s+\S{0,30}$/, '');
}

function tail(text: string, length: number): string {
  const piece = text.slice(-length).replace(/^[\udc00-\udfff]/, '');
  return piece.replace(/^\S{0,30}\s+/, '');
}
