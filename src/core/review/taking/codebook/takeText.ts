import type { BookDraft } from '../../../codebook/changes/draft.js';
import { isBlank } from '../../../codebook/changes/layout.js';
import type { Codebook, CodebookEntry } from '../../../codebook/codebook.js';
import { lineDiff } from '../../../text/lineDiff.js';
import { differencesOf } from '../../codebook/aspects.js';
import { linesOfParts, type OwnPart, ownLines, ownParts, TEXT_ASPECTS, type TextAspect } from './ownParts.js';

/** An entry and the codebook it is in. */
export interface EntryIn {
  readonly book: Codebook;
  readonly entry: CodebookEntry;
}

/** In which of these respects two entries say different things. */
export function differingAspects(a: EntryIn, b: EntryIn): Set<string> {
  return new Set(differencesOf(a, b).map(({ aspect }) => aspect));
}

/**
 * The ways in which what an entry says in some respects can be put in place of what it says today, the best first: as lines of
 * the other side, where these are all that differs; else part by part, in the place of the old ones or in the order of the other side.
 */
export function textsWith(today: EntryIn, goal: EntryIn, aspects: ReadonlySet<string>): string[][] {
  const [old, now] = [ownParts(today.book, today.entry), ownParts(goal.book, goal.entry)];
  const differing = differingAspects(today, goal);
  const isWhole = TEXT_ASPECTS.every(aspect => aspects.has(aspect) || !differing.has(aspect));
  const isRecord = ({ aspect }: OwnPart): boolean => aspect === 'merged';
  const ways = [inPlace(old, now, aspects), inOrderOf(old, now, aspects)].map(linesOfParts);
  if (!isWhole) return ways;
  const records = old.filter(isRecord);
  const hasNone = records.length === 0 && !now.some(isRecord);
  const whole = hasNone
    ? ownLines(goal.book, goal.entry).lines
    : linesOfParts([...now.filter(part => !isRecord(part)), ...records]);
  return [whole, ...ways];
}

/** Writes lines below the heading of an entry. */
export function writeOwn(draft: BookDraft, entry: CodebookEntry, lines: readonly string[]): void {
  const { from, lines: old } = ownLines(draft.book, entry);
  // Text that stands directly below its heading goes on doing so.
  const isTight = old.length > 0 && !isBlank(old[0]);
  const now = isTight && isBlank(lines[0]) ? lines.slice(1) : lines;
  draft.apply(lineDiff(old, now).map(edit => ({ ...edit, line: edit.line + from })));
}

/** Where parts of a kind go that had no place: behind those of the kinds before it. */
const RANK: Readonly<Record<OwnPart['aspect'], number>> = {
  definition: 0,
  text: 1,
  include: 2,
  exclude: 3,
  example: 4,
  merged: 5,
};

function inPlace(old: readonly OwnPart[], now: readonly OwnPart[], aspects: ReadonlySet<string>): OwnPart[] {
  let parts = [...old];
  for (const aspect of TEXT_ASPECTS) {
    if (!aspects.has(aspect)) continue;
    const first = parts.findIndex(part => part.aspect === aspect);
    const behind = parts.findLastIndex(part => RANK[part.aspect] < RANK[aspect]) + 1;
    const at = first === -1 ? behind : first;
    const [ahead, rest] = [parts.slice(0, at), parts.slice(at).filter(part => part.aspect !== aspect)];
    parts = [...ahead, ...apart(now.filter(part => part.aspect === aspect)), ...apart(rest, 1)];
  }
  return parts;
}

function inOrderOf(old: readonly OwnPart[], now: readonly OwnPart[], aspects: ReadonlySet<string>): OwnPart[] {
  const of = (aspect: TextAspect | 'merged'): readonly OwnPart[] => {
    const from = aspects.has(aspect) ? now : old;
    return from.filter(part => part.aspect === aspect);
  };
  const order = [...new Set([...now, ...old].map(part => part.aspect).filter(aspect => aspect !== 'merged'))];
  return [...order, 'merged' as const].flatMap(aspect => apart(of(aspect)));
}

/** Parts that begin a paragraph of their own: all of them, or the first ones only. */
function apart(parts: readonly OwnPart[], first = parts.length): OwnPart[] {
  return parts.map((part, i) => (i < first ? { ...part, isGlued: false } : part));
}
